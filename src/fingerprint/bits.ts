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

  /** A number under `count` in as few bits as fit, the lower ones in a bit less (a truncated binary code). */
  under(value: number, count: number): void {
    const { bits, shorter } = codeUnder(count);
    if (value < shorter) this.bits(value, bits);
    else this.bits(value + shorter, bits + 1);
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
 * Reads what a `BitWriter` wrote; past the end, zeros. Lists are read in loops of their own, with the state in local variables: that
 * is ten times as fast as a call for each number.
 *
 * Throws `RangeError` where a one must come and none does.
 */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** The bits taken from the bytes and not yet read, from the highest on; below them, zeros. */
  #window = 0;
  #held = 0;
  readonly #one = new Uint32Array(1);

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next bits as a number; at most 32. */
  bits(count: number): number {
    if (count > MOST_AT_ONCE) return this.bits(count - 16) * 65_536 + this.bits(16);
    this.fixed(this.#one, count);
    return this.#one[0] ?? 0;
  }

  /** A number in Rice's code with so many low bits. */
  rice(low: number): number {
    this.ascending(this.#one, low);
    return this.#one[0] ?? 0;
  }

  /** Fills a list with numbers of `count` bits each, `MOST_AT_ONCE` at most. */
  fixed(into: Uint8Array | Uint16Array | Uint32Array, count: number): void {
    if (count === 0) return void into.fill(0);
    const bytes = this.#bytes;
    const end = bytes.length;
    let at = this.#at;
    let window = this.#window;
    let held = this.#held;
    for (let index = 0; index < into.length; index++) {
      for (; held <= 24; held += 8) window |= (at < end ? (bytes[at++] ?? 0) : 0) << (24 - held);
      into[index] = window >>> (32 - count);
      window <<= count;
      held -= count;
    }
    this.#at = at;
    this.#window = window;
    this.#held = held;
  }

  /** Fills a list with numbers under `count`, as `BitWriter.under` wrote them. */
  under(into: Uint16Array, count: number): void {
    const { bits, shorter } = codeUnder(count);
    if (bits === 0 && shorter > 0) return void into.fill(0);
    const bytes = this.#bytes;
    const end = bytes.length;
    let at = this.#at;
    let window = this.#window;
    let held = this.#held;
    for (let index = 0; index < into.length; index++) {
      for (; held <= 24; held += 8) window |= (at < end ? (bytes[at++] ?? 0) : 0) << (24 - held);
      const short = bits === 0 ? 0 : window >>> (32 - bits);
      const taken = short < shorter ? bits : bits + 1;
      into[index] = taken === bits ? short : (window >>> (32 - taken)) - shorter;
      window <<= taken;
      held -= taken;
    }
    this.#at = at;
    this.#window = window;
    this.#held = held;
  }

  /** Fills a list with running sums of numbers in unary, `more` added to each. */
  sums(into: Uint32Array, more: number): void {
    const bytes = this.#bytes;
    const end = bytes.length;
    let at = this.#at;
    let window = this.#window;
    let held = this.#held;
    let sum = 0;
    for (let index = 0; index < into.length; index++) {
      for (; held <= 24; held += 8) window |= (at < end ? (bytes[at++] ?? 0) : 0) << (24 - held);
      for (; window === 0; held = 32) {
        if (at >= end) throw tooShort();
        sum += held;
        window = (bytes[at++] ?? 0) << 24;
        for (held = 8; held <= 24; held += 8) window |= (at < end ? (bytes[at++] ?? 0) : 0) << (24 - held);
      }
      const zeros = Math.clz32(window);
      // By two steps: a shift by 32 is one by nought.
      window = (window << zeros) << 1;
      held -= zeros + 1;
      sum += zeros + more;
      into[index] = sum;
    }
    this.#at = at;
    this.#window = window;
    this.#held = held;
  }

  /** Fills a list with ascending numbers, told by the gaps between them in Rice's code. */
  ascending(into: Uint32Array, low: number): void {
    const bytes = this.#bytes;
    const end = bytes.length;
    const scale = 2 ** low;
    const [upper, lower] = low > MOST_AT_ONCE ? [low - 16, 16] : [0, low];
    let at = this.#at;
    let window = this.#window;
    let held = this.#held;
    let number = -1;
    for (let index = 0; index < into.length; index++) {
      let high = 0;
      for (; held <= 24; held += 8) window |= (at < end ? (bytes[at++] ?? 0) : 0) << (24 - held);
      for (; window === 0; held = 32) {
        if (at >= end) throw tooShort();
        high += held;
        window = (bytes[at++] ?? 0) << 24;
        for (held = 8; held <= 24; held += 8) window |= (at < end ? (bytes[at++] ?? 0) : 0) << (24 - held);
      }
      const zeros = Math.clz32(window);
      window = (window << zeros) << 1;
      held -= zeros + 1;
      number += (high + zeros) * scale + 1;
      if (upper > 0) {
        for (; held <= 24; held += 8) window |= (at < end ? (bytes[at++] ?? 0) : 0) << (24 - held);
        number += (window >>> (32 - upper)) * 65_536;
        window <<= upper;
        held -= upper;
      }
      if (lower > 0) {
        for (; held <= 24; held += 8) window |= (at < end ? (bytes[at++] ?? 0) : 0) << (24 - held);
        number += window >>> (32 - lower);
        window <<= lower;
        held -= lower;
      }
      into[index] = number;
    }
    this.#at = at;
    this.#window = window;
    this.#held = held;
  }
}

/** The bits of a number under `count`, and how many of the lowest have these alone: the others have one more. */
function codeUnder(count: number): { readonly bits: number; readonly shorter: number } {
  const bits = count <= 1 ? 0 : 31 - Math.clz32(count);
  return { bits, shorter: (2 << bits) - Math.max(1, count) };
}

/** As many bits are held at least after a refill. */
const MOST_AT_ONCE = 25;

function tooShort(): RangeError {
  return new RangeError('the fingerprint ends too soon');
}
