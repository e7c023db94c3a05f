/** Writes numbers bit after bit, the lowest first, so that any of them can be read by its place (`bitsAt`). */
export class PackedWriter {
  #bytes = new Uint8Array(1024);
  /** Bits written. */
  length = 0;

  /** The low `count` bits of a whole number; at most `MOST_BITS`, which with those before them in their first byte lie in four. */
  bits(value: number, count: number): void {
    const at = this.length >>> 3;
    if (at + 4 > this.#bytes.length) this.#grow();
    const bytes = this.#bytes;
    const word = (value & maskOf(count)) << (this.length & 7);
    bytes[at] = (bytes[at] ?? 0) | word;
    bytes[at + 1] = word >>> 8;
    bytes[at + 2] = word >>> 16;
    bytes[at + 3] = word >>> 24;
    this.length += count;
  }

  /** So many zeros and a one. */
  unary(value: number): void {
    this.skip(value);
    this.bits(1, 1);
  }

  /** Zeros up to a place. */
  skip(count: number): void {
    this.length += count;
    while ((this.length >>> 3) + 4 > this.#bytes.length) this.#grow();
  }

  /** What was written, the last byte filled with zeros; the writer begins anew. */
  take(): Uint8Array {
    const end = (this.length + 7) >>> 3;
    const taken = this.#bytes.slice(0, end);
    this.#bytes.fill(0, 0, end);
    this.length = 0;
    return taken;
  }

  #grow(): void {
    this.#bytes = longer(this.#bytes, new Uint8Array(2 * this.#bytes.length));
  }
}

/** A list in a longer one that is empty. */
export function longer<T extends Uint8Array | Uint32Array>(known: T, empty: T): T {
  empty.set(known);
  return empty;
}

/** As many bits are read at once: of four bytes up to seven bits lie before the place. */
export const MOST_BITS = 25;

/** So many ones. A power takes as long as all the rest of a read. */
function maskOf(count: number): number {
  return (1 << count) - 1;
}

/** The `count` bits from a place on; past the end, zeros. */
export function bitsAt(bytes: Uint8Array, place: number, count: number): number {
  const at = place >>> 3;
  const word = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  return (word >>> (place & 7)) & maskOf(count);
}

/** How many zeros come before the next one, from a place on. Throws `RangeError` where none comes. */
export function zerosAt(bytes: Uint8Array, place: number): number {
  for (let zeros = 0; (place + zeros) >>> 3 < bytes.length; zeros += MOST_BITS) {
    const word = bitsAt(bytes, place + zeros, MOST_BITS);
    if (word !== 0) return zeros + 31 - Math.clz32(word & -word);
  }
  throw tooShort();
}

/** Fills the beginning of a list with numbers of `width` bits, `MOST_BITS` at most; a call for each would take ten times as long. */
export function fixedAt(bytes: Uint8Array, place: number, width: number, count: number, into: Uint32Array): void {
  const mask = maskOf(width);
  const end = bytes.length;
  let at = (place >>> 3) + 1;
  let window = (bytes[at - 1] ?? 0) >>> (place & 7);
  let held = 8 - (place & 7);
  for (let index = 0; index < count; index++) {
    for (; held < width; held += 8) window |= (at < end ? (bytes[at++] ?? 0) : 0) << held;
    into[index] = window & mask;
    window >>>= width;
    held -= width;
  }
}

/**
 * The same of numbers of eight bits at most, each of which lies in two bytes. A loop of their own: were one compiled for both kinds of list,
 * it would take a third longer to read lists of postings.
 */
export function smallAt(bytes: Uint8Array, place: number, width: number, count: number, into: Uint8Array): void {
  const mask = maskOf(width);
  let at = place;
  for (let index = 0; index < count; index++) {
    const byte = at >>> 3;
    into[index] = (((bytes[byte] ?? 0) | ((bytes[byte + 1] ?? 0) << 8)) >>> (at & 7)) & mask;
    at += width;
  }
}

/** Adds to the numbers at the beginning of a list `scale` times those whose gaps are in unary. Throws `RangeError` where these end too soon. */
export function addGapsAt(bytes: Uint8Array, place: number, scale: number, count: number, into: Uint32Array): void {
  const end = bytes.length;
  let at = (place >>> 3) + 1;
  let window = (bytes[at - 1] ?? 0) >>> (place & 7);
  let held = 8 - (place & 7);
  let high = 0;
  for (let index = 0; index < count; index++) {
    for (; window === 0; held = 8) {
      if (at >= end) throw tooShort();
      high += held;
      window = bytes[at++] ?? 0;
    }
    const zeros = 31 - Math.clz32(window & -window);
    high += zeros;
    held -= zeros + 1;
    window >>>= zeros + 1;
    into[index] = (into[index] ?? 0) + high * scale;
  }
}

function tooShort(): RangeError {
  return new RangeError('the bits end too soon');
}
