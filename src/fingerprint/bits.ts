/** Writes numbers bit after bit, the highest first. */
export class BitWriter {
  #bytes = new Uint8Array(4096);
  /** Bits written. */
  #at = 0;

  /** The low `count` bits of a value; at most 32. */
  bits(value: number, count: number): void {
    for (let left = count; left > 0; ) {
      const room = 8 - (this.#at & 7);
      const taken = Math.min(room, left);
      const part = (value >>> (left - taken)) & (0xff >> (8 - taken));
      const byte = this.#at >>> 3;
      if (byte >= this.#bytes.length) this.#grow();
      this.#bytes[byte] = (this.#bytes[byte] ?? 0) | (part << (room - taken));
      this.#at += taken;
      left -= taken;
    }
  }

  /** So many zeros and a one: short for small numbers. */
  unary(value: number): void {
    for (let left = value; left > 0; left -= Math.min(left, 32)) this.bits(0, Math.min(left, 32));
    this.bits(1, 1);
  }

  /** Rice's code: the part above the low `low` bits in unary, then those. */
  rice(value: number, low: number): void {
    this.unary(value >>> low);
    this.bits(value >>> 0, low);
  }

  /** Ascending numbers under a range, over which they are spread evenly: told by the gaps between them in Rice's code. */
  ascending(numbers: readonly number[] | Uint32Array, range: number): void {
    const low = gapBits(numbers.length, range);
    let before = -1;
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0;
      this.rice(number - before - 1, low);
      before = number;
    }
  }

  /** A number under `count` in as few bits as fit, the lower ones in a bit less (a truncated binary code). */
  under(value: number, count: number): void {
    const { bits, shorter } = codeUnder(count);
    if (value < shorter) this.bits(value, bits);
    else this.bits(value + shorter, bits + 1);
  }

  /** A number that is nought every other time: a bit where it is, else one bit more than Rice's code of the number before it. */
  orNought(value: number, low: number): void {
    this.bits(value === 0 ? 1 : 0, 1);
    if (value > 0) this.rice(value - 1, low);
  }

  /** What was written, the last byte filled with zeros; the writer begins anew. */
  finish(): Uint8Array {
    const written = this.#bytes.slice(0, (this.#at + 7) >>> 3);
    this.#bytes.fill(0, 0, written.length);
    this.#at = 0;
    return written;
  }

  #grow(): void {
    const longer = new Uint8Array(2 * this.#bytes.length);
    longer.set(this.#bytes);
    this.#bytes = longer;
  }
}

/**
 * Reads what a `BitWriter` wrote; past the end, zeros. Lists are read in loops of their own, with the state in local variables, and 32 bits
 * are looked at wherever the next number begins: hardly a branch hangs on what is read.
 *
 * Throws `RangeError` where a one must come and none does, and for a number that is not under its range.
 */
export class BitReader {
  readonly #view: DataView;
  readonly #end: number;
  /** Bits read. */
  #at = 0;
  readonly #one = new Uint32Array(1);

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#end = 8 * bytes.length;
  }

  /** The next bits as a number; at most 32. */
  bits(count: number): number {
    if (count === 0) return 0;
    const window = windowAt(this.#view, this.#at);
    this.#at += count;
    return window >>> (32 - count);
  }

  /** A number in Rice's code with so many low bits, 31 at most. */
  rice(low: number): number {
    this.#gaps(this.#one, low, Number.POSITIVE_INFINITY);
    return this.#one[0] ?? 0;
  }

  /** Fills a list with numbers in Rice's code. */
  rices(into: Uint32Array, low: number): void {
    this.#gaps(into, low, Number.POSITIVE_INFINITY);
    for (let at = into.length - 1; at > 0; at--) into[at] = (into[at] ?? 0) - (into[at - 1] ?? 0) - 1;
  }

  /** Fills a list with numbers of `count` bits each. */
  fixed(into: Uint8Array | Uint16Array | Uint32Array, count: number): void {
    for (let index = 0; index < into.length; index++) into[index] = this.bits(count);
  }

  /** Fills a list with numbers as `BitWriter.under` wrote them, each under its own count. Throws `RangeError` where that leaves none. */
  under(into: Uint16Array, counts: Int32Array): void {
    const view = this.#view;
    let at = this.#at;
    let window = 0;
    let held = 0;
    for (let index = 0; index < into.length; index++) {
      const count = counts[index] ?? 0;
      if (count < 1) throw notThere();
      // As in `codeUnder`, without an object a number.
      const bits = 31 - Math.clz32(count);
      const shorter = (2 << bits) - count;
      if (held <= bits) {
        window = windowAt(view, at);
        held = 32;
      }
      // By two steps: a shift by 32 is one by nought.
      const isLonger = (shorter - 1 - ((window >>> 1) >>> (31 - bits))) >>> 31;
      const length = bits + isLonger;
      into[index] = ((window >>> 1) >>> (31 - length)) - shorter * isLonger;
      window <<= length;
      held -= length;
      at += length;
    }
    this.#at = at;
  }

  /** Fills a list with the further numbers of sets of some sizes, told by the gaps between them, each under the count that the ones before leave. */
  further(into: Uint16Array, firsts: Uint16Array, sizes: Uint16Array, counts: Int32Array): void {
    const view = this.#view;
    let at = this.#at;
    let index = 0;
    for (let set = 0; set < firsts.length; set++) {
      const size = sizes[set] ?? 0;
      if (size === 1) continue;
      let number = firsts[set] ?? 0;
      let left = (counts[set] ?? 0) - number;
      for (const end = index + size - 1; index < end; index++) {
        const bits = 31 - Math.clz32(left);
        const shorter = (2 << bits) - left;
        const window = windowAt(view, at) >>> 1;
        const isLonger = (shorter - 1 - (window >>> (31 - bits))) >>> 31;
        const gap = (window >>> (31 - bits - isLonger)) - shorter * isLonger;
        at += bits + isLonger;
        number += gap + 1;
        left -= gap;
        into[index] = number;
      }
    }
    this.#at = at;
  }

  /** Fills a list with numbers up to 63 as `BitWriter.orNought` wrote them, with a few low bits. */
  orNoughts(into: Uint8Array, low: number): void {
    const view = this.#view;
    let at = this.#at;
    for (let index = 0; index < into.length; index++) {
      const window = windowAt(view, at);
      const rest = window << 1;
      const zeros = Math.clz32(rest);
      // All ones where the number is not nought: every other time a branch would be foreseen wrongly.
      const isMore = (window >>> 31) - 1;
      into[index] = isMore & (((zeros << low) | (((rest << zeros) << 1) >>> (32 - low))) + 1);
      at += 1 + (isMore & (zeros + 1 + low));
    }
    this.#at = at;
  }

  /** Fills a list with running sums of numbers in unary, `more` added to each. */
  sums(into: Uint32Array, more: number): void {
    const view = this.#view;
    let at = this.#at;
    let sum = 0;
    for (let index = 0; index < into.length; ) {
      let window = windowAt(view, at);
      let left = 32;
      for (; window !== 0 && index < into.length; index++) {
        const zeros = Math.clz32(window);
        window = (window << zeros) << 1;
        left -= zeros + 1;
        sum += zeros + more;
        into[index] = sum;
      }
      if (index < into.length) {
        sum += left;
        left = 0;
      }
      at += 32 - left;
      if (left === 0 && at - 32 >= this.#end) throw tooShort();
    }
    this.#at = at;
  }

  /** Fills a list with ascending numbers under a range, as `BitWriter.ascending` wrote them. */
  ascending(into: Uint32Array, range: number): void {
    this.#gaps(into, gapBits(into.length, range), range);
  }

  /** Fills a list with the ascending numbers between which there are gaps in Rice's code. */
  #gaps(into: Uint32Array, low: number, range: number): void {
    const view = this.#view;
    const scale = 2 ** low;
    let at = this.#at;
    let number = -1;
    let window = 0;
    let held = 0;
    for (let index = 0; index < into.length; index++) {
      let zeros = Math.clz32(window);
      // What is held of a window serves for several short numbers; after it come zeros.
      if (zeros + 1 + low > held) {
        held = 32;
        for (window = windowAt(view, at); window === 0; window = windowAt(view, at)) {
          if (at >= this.#end) throw tooShort();
          number += 32 * scale;
          at += 32;
        }
        zeros = Math.clz32(window);
      }
      at += zeros + 1;
      held -= zeros + 1 + low;
      const rest = held >= 0 ? (window << zeros) << 1 : windowAt(view, at);
      window = rest << low;
      number += zeros * scale + ((rest >>> 1) >>> (31 - low)) + 1;
      at += low;
      into[index] = number;
    }
    // The last is the highest: where it is under the range, all are.
    if (number >= range) throw notThere();
    this.#at = at;
  }
}

/** The 32 bits from a place on. */
function windowAt(view: DataView, at: number): number {
  const byte = at >>> 3;
  if (byte + 5 > view.byteLength) return lastWindow(view, at);
  return (view.getUint32(byte) << (at & 7)) | (view.getUint8(byte + 4) >>> (8 - (at & 7)));
}

/** The same where the bytes may end before: zeros after them. */
function lastWindow(view: DataView, at: number): number {
  let window = 0;
  for (let bit = 0; bit < 32; bit++) {
    const byte = (at + bit) >>> 3;
    if (byte < view.byteLength) window |= ((view.getUint8(byte) >>> (7 - ((at + bit) & 7))) & 1) << (31 - bit);
  }
  return window;
}

/** Low bits of the gaps between so many numbers spread evenly over a range: with these Rice's code takes a bit and a half more than they must. */
function gapBits(count: number, range: number): number {
  return count === 0 ? 0 : Math.max(0, Math.floor(Math.log2((range / count) * Math.LN2)));
}

/** The bits of a number under `count`, and how many of the lowest have these alone: the others have one more. */
function codeUnder(count: number): { readonly bits: number; readonly shorter: number } {
  const bits = count <= 1 ? 0 : 31 - Math.clz32(count);
  return { bits, shorter: (2 << bits) - Math.max(1, count) };
}

function notThere(): RangeError {
  return new RangeError('the fingerprint names what is not there');
}

function tooShort(): RangeError {
  return new RangeError('the fingerprint ends too soon');
}
