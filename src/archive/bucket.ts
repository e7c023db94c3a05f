import { bitsAt, MOST_BITS, PackedWriter, zerosAt } from './packed.ts';

/**
 * A record of posting lists whose hashes are near each other: how many there are and how many bits the next two rows take; the gaps between their hashes (Rice's code); how
 * long each is (Elias's gamma code: mostly one bit); then the lists one after the other. How many bits a list takes is told
 * by its length alone, so that those before the one that is sought are passed over.
 */
export interface Bucket {
  readonly bytes: Uint8Array;
  /** Below all its hashes. */
  readonly base: number;
  /** Documents that numbers in it are under. */
  readonly documents: number;
}

/** Bits of the number of lists in a record, and of the length of a row. */
const LISTS_BITS = 16;
const ROW_BITS = 20;
const HEAD_BITS = LISTS_BITS + 2 * ROW_BITS;

/** Bits of a level; see `levelOf`. */
const LEVEL_BITS = 6;

/** Shorter lists have their numbers as they are: the code for longer ones would save nothing. */
const SHORT = 4;

/** Gathers the lists of a record. */
export class BucketWriter {
  readonly #packed = new PackedWriter();
  readonly #hashes: number[] = [];
  /** By list, where it ends among the numbers. */
  readonly #ends: number[] = [];
  readonly #numbers: number[] = [];
  readonly #levels: number[] = [];

  get isEmpty(): boolean {
    return this.#hashes.length === 0;
  }

  /** Adds a posting; they come in ascending order of hash, then of number. */
  add(hash: number, number: number, level: number): void {
    if (this.#hashes.at(-1) !== hash) {
      this.#hashes.push(hash);
      this.#ends.push(this.#numbers.length);
    }
    this.#numbers.push(number);
    this.#levels.push(level);
    this.#ends[this.#ends.length - 1] = this.#numbers.length;
  }

  /** The record of what was added; it begins anew. `span` is how many hashes from `base` on the record is for. */
  take(base: number, span: number, documents: number): Uint8Array {
    const packed = this.#packed;
    const lists = this.#hashes.length;
    const low = gapBits(span, lists);
    packed.bits(lists, LISTS_BITS);
    packed.bits(this.#gapsLength(base, low), ROW_BITS);
    packed.bits(this.#countsLength(), ROW_BITS);
    let before = base;
    for (const hash of this.#hashes) {
      packed.unary(Math.floor((hash - before) / 2 ** low));
      packed.bits((hash - before) % 2 ** low, low);
      before = hash + 1;
    }
    let start = 0;
    for (const end of this.#ends) {
      const high = highestBit(end - start);
      packed.unary(high);
      packed.bits((end - start) % 2 ** high, high);
      start = end;
    }
    start = 0;
    for (const end of this.#ends) {
      this.#putList(start, end, documents);
      start = end;
    }
    for (const list of [this.#hashes, this.#ends, this.#numbers, this.#levels]) list.length = 0;
    return packed.take();
  }

  #gapsLength(base: number, low: number): number {
    let [length, before] = [0, base];
    for (const hash of this.#hashes) {
      length += Math.floor((hash - before) / 2 ** low) + 1 + low;
      before = hash + 1;
    }
    return length;
  }

  #countsLength(): number {
    let [length, start] = [0, 0];
    for (const end of this.#ends) {
      length += 2 * highestBit(end - start) + 1;
      start = end;
    }
    return length;
  }

  #putList(start: number, end: number, documents: number): void {
    const packed = this.#packed;
    const count = end - start;
    const low = lowBits(count, documents);
    for (let at = start; at < end; at++) packed.bits((this.#numbers[at] ?? 0) % 2 ** low, low);
    if (count >= SHORT) {
      const upTo = packed.length + highLength(count, low, documents);
      let before = 0;
      for (let at = start; at < end; at++) {
        const high = Math.floor((this.#numbers[at] ?? 0) / 2 ** low);
        packed.unary(high - before);
        before = high;
      }
      packed.skip(upTo - packed.length);
    }
    for (let at = start; at < end; at++) packed.bits(this.#levels[at] ?? 0, LEVEL_BITS);
  }
}

/** The lists of a record, one after the other. */
export class BucketReader {
  #bytes: Uint8Array = new Uint8Array();
  #documents = 1;
  #low = 0;
  #left = 0;
  #gapAt = 0;
  #countAt = 0;
  /** Lists whose hashes were passed, and their lengths not yet. */
  #passed = 0;
  /** Where the list lies that `next` came to, in bits. */
  at = 0;
  hash = 0;
  /** Its length; none before the first `next`. */
  count = 0;

  /** Begins with a record, which is for `span` hashes. */
  open({ bytes, base, documents }: Bucket, span: number): void {
    [this.#bytes, this.#documents] = [bytes, documents];
    this.#left = bitsAt(bytes, 0, LISTS_BITS);
    this.#low = gapBits(span, this.#left);
    [this.hash, this.count, this.#gapAt] = [base - 1, 0, HEAD_BITS];
    this.#countAt = HEAD_BITS + bitsAt(bytes, LISTS_BITS, ROW_BITS);
    this.at = this.#countAt + bitsAt(bytes, LISTS_BITS + ROW_BITS, ROW_BITS);
    this.#passed = 0;
  }

  /** Goes to the next list; false where there is none. */
  next(): boolean {
    if (this.#left === 0) return false;
    this.#left--;
    this.#nextHash();
    this.#nextCount();
    return true;
  }

  /** Goes on to the list of a hash that is not before the one it came to; false where there is none, and then `hash` is a later one or the last. */
  seek(hash: number): boolean {
    while (this.hash < hash && this.#left > 0) {
      this.#left--;
      this.#passed++;
      this.#nextHash();
    }
    if (this.hash !== hash) return false;
    for (; this.#passed > 0; this.#passed--) this.#nextCount();
    return true;
  }

  #nextHash(): void {
    const bytes = this.#bytes;
    const zeros = zerosAt(bytes, this.#gapAt);
    this.hash += 1 + zeros * 2 ** this.#low + bitsAt(bytes, this.#gapAt + zeros + 1, this.#low);
    this.#gapAt += zeros + 1 + this.#low;
  }

  #nextCount(): void {
    const bytes = this.#bytes;
    this.at += listLength(this.count, this.#documents);
    const high = zerosAt(bytes, this.#countAt);
    this.count = 2 ** high + bitsAt(bytes, this.#countAt + high + 1, high);
    this.#countAt += 2 * high + 1;
  }
}

/** Reads a list of a record: `visit` gets each number with its level, the numbers ascending. */
export function eachPosting(bytes: Uint8Array, place: number, count: number, documents: number, visit: (number: number, level: number) => void): void {
  const low = lowBits(count, documents);
  let highAt = place + count * low;
  const levelsAt = highAt + (count >= SHORT ? highLength(count, low, documents) : 0);
  let high = 0;
  for (let at = 0; at < count; at++) {
    let number = bitsAt(bytes, place + at * low, low);
    if (count >= SHORT) {
      const zeros = zerosAt(bytes, highAt);
      high += zeros;
      highAt += zeros + 1;
      number += high * 2 ** low;
    }
    visit(number, bitsAt(bytes, levelsAt + at * LEVEL_BITS, LEVEL_BITS));
  }
}

/** Bits of a list with its levels. */
function listLength(count: number, documents: number): number {
  if (count === 0) return 0;
  const low = lowBits(count, documents);
  return count * (low + LEVEL_BITS) + (count >= SHORT ? highLength(count, low, documents) : 0);
}

/**
 * Low bits of each number of a list: all of them in a short one; in a longer one the numbers are in Elias's and Fano's code, which has
 * the rest in unary gaps (Vigna 2013, "Quasi-succinct indices").
 */
function lowBits(count: number, documents: number): number {
  const all = documents <= 1 ? 0 : 32 - Math.clz32(documents - 1);
  return Math.min(MOST_BITS, count < SHORT ? all : Math.max(0, 31 - Math.clz32(documents / count)));
}

/** Bits of the unary gaps: a one for each number, and a zero for each step up to the highest there can be. */
function highLength(count: number, low: number, documents: number): number {
  return count + Math.floor((documents - 1) / 2 ** low);
}

/** Numbers spread evenly leave gaps for which Rice's code is shortest with so many low bits. */
function gapBits(span: number, count: number): number {
  return count === 0 ? 0 : Math.min(MOST_BITS, Math.max(0, Math.floor(Math.log2((span / count) * Math.LN2))));
}

/** The place of a number's highest bit. */
function highestBit(number: number): number {
  return 31 - Math.clz32(number);
}
