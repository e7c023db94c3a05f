import { LEVEL_BITS } from './marks.ts';
import { addGapsAt, bitsAt, fixedAt, longer, MOST_BITS, PackedWriter, smallAt, zerosAt } from './packed.ts';

/**
 * A record of posting lists whose hashes are near each other: how many there are and how many bits their lengths take; the hashes
 * (Elias's and Fano's code: one is found without a look at most others); how long each list is (Elias's gamma code: mostly one bit);
 * then the lists one after the other. How many bits a list takes is told by its length alone, so that those before the one that is
 * sought are passed over.
 */
export interface Bucket {
  readonly bytes: Uint8Array;
  /** Below all its hashes. */
  readonly base: number;
  /** Documents that numbers in it are under. */
  readonly documents: number;
}

/** Bits of the number of lists in a record, and of how many bits their lengths take. */
const LISTS_BITS = 16;
const LENGTHS_BITS = 20;
const HEAD_BITS = LISTS_BITS + LENGTHS_BITS;

/** Shorter lists have their numbers as they are: the code for longer ones would save nothing. */
const SHORT = 4;

/** Gathers the lists of a record, in arrays that serve record after record. */
export class BucketWriter {
  readonly #packed = new PackedWriter();
  /** Of each list its hash, and where it ends among the postings. */
  #hashes = new Uint32Array(1024);
  #ends = new Uint32Array(1024);
  #lists = 0;
  #numbers = new Uint32Array(1024);
  #levels = new Uint8Array(1024);
  #postings = 0;

  get isEmpty(): boolean {
    return this.#lists === 0;
  }

  /** Adds a posting; they come in ascending order of hash, then of number. */
  add(hash: number, number: number, level: number): void {
    if (this.#lists === 0 || this.#hashes[this.#lists - 1] !== hash) {
      if (this.#lists === this.#hashes.length) this.#growLists();
      this.#hashes[this.#lists++] = hash;
    }
    if (this.#postings === this.#numbers.length) this.#growPostings();
    this.#numbers[this.#postings] = number;
    this.#levels[this.#postings++] = level;
    this.#ends[this.#lists - 1] = this.#postings;
  }

  /** The record of what was added; it begins anew. `span` is how many hashes from `base` on the record is for. */
  take(base: number, span: number, documents: number): Uint8Array {
    const packed = this.#packed;
    const lists = this.#lists;
    packed.bits(lists, LISTS_BITS);
    packed.bits(this.#countsLength(), LENGTHS_BITS);
    const low = lowBitsOf(lists, span);
    this.#putLows(this.#hashes, 0, lists, base, low);
    this.#putHighs(this.#hashes, 0, lists, base, low, highLength(lists, low, span));
    for (let list = 0; list < lists; list++) {
      const high = highestBit(this.#countOf(list));
      packed.unary(high);
      packed.bits(this.#countOf(list), high);
    }
    for (let list = 0; list < lists; list++) this.#putList(this.#startOf(list), this.#ends[list] ?? 0, documents);
    [this.#lists, this.#postings] = [0, 0];
    return packed.take();
  }

  #growLists(): void {
    this.#hashes = longer(this.#hashes, new Uint32Array(2 * this.#lists));
    this.#ends = longer(this.#ends, new Uint32Array(2 * this.#lists));
  }

  #growPostings(): void {
    this.#numbers = longer(this.#numbers, new Uint32Array(2 * this.#postings));
    this.#levels = longer(this.#levels, new Uint8Array(2 * this.#postings));
  }

  #startOf(list: number): number {
    return list === 0 ? 0 : (this.#ends[list - 1] ?? 0);
  }

  #countOf(list: number): number {
    return (this.#ends[list] ?? 0) - this.#startOf(list);
  }

  /** The `low` low bits of some of the numbers, counted from `base`. */
  #putLows(numbers: Uint32Array, start: number, end: number, base: number, low: number): void {
    for (let at = start; at < end; at++) this.#packed.bits((numbers[at] ?? 0) - base, low);
  }

  /** What is above these bits, of ascending numbers, in unary gaps that take `length` bits together. */
  #putHighs(numbers: Uint32Array, start: number, end: number, base: number, low: number, length: number): void {
    const packed = this.#packed;
    const last = packed.length + length;
    let before = 0;
    for (let at = start; at < end; at++) {
      const high = ((numbers[at] ?? 0) - base) >>> low;
      packed.unary(high - before);
      before = high;
    }
    packed.skip(last - packed.length);
  }

  #countsLength(): number {
    let length = 0;
    for (let list = 0; list < this.#lists; list++) length += 2 * highestBit(this.#countOf(list)) + 1;
    return length;
  }

  #putList(start: number, end: number, documents: number): void {
    const packed = this.#packed;
    const count = end - start;
    const low = lowBits(count, documents);
    this.#putLows(this.#numbers, start, end, 0, low);
    if (count >= SHORT) this.#putHighs(this.#numbers, start, end, 0, low, highLength(count, low, documents));
    for (let at = start; at < end; at++) packed.bits(this.#levels[at] ?? 0, LEVEL_BITS);
  }
}

/** The lists of a record, one after the other. */
export class BucketReader {
  #bytes: Uint8Array = new Uint8Array();
  #documents = 1;
  #base = 0;
  #lists = 0;
  /** Low bits of a hash. */
  #low = 0;
  /** Which list comes next, where its unary gap begins, and the high part of the hash before it. */
  #list = 0;
  #highAt = 0;
  #high = 0;
  /** Of how many lists the lengths were read, and where that of the next begins. */
  #counted = 0;
  #countAt = 0;
  /** Where the list lies that `next` or `seek` came to, in bits. */
  at = 0;
  hash = 0;
  /** Its length. */
  count = 0;

  /** Begins with a record, which is for `span` hashes. */
  open({ bytes, base, documents }: Bucket, span: number): void {
    [this.#bytes, this.#base, this.#documents] = [bytes, base, documents];
    this.#lists = bitsAt(bytes, 0, LISTS_BITS);
    this.#low = lowBitsOf(this.#lists, span);
    [this.#list, this.#high, this.#counted, this.count] = [0, 0, 0, 0];
    this.#highAt = HEAD_BITS + this.#lists * this.#low;
    this.#countAt = this.#highAt + highLength(this.#lists, this.#low, span);
    this.at = this.#countAt + bitsAt(bytes, LISTS_BITS, LENGTHS_BITS);
  }

  /** Goes to the next list; false where there is none. */
  next(): boolean {
    if (this.#list === this.#lists) return false;
    const zeros = zerosAt(this.#bytes, this.#highAt);
    this.#high += zeros;
    this.#highAt += zeros + 1;
    this.hash = this.#base + (this.#high << this.#low) + this.#lowOf(this.#list++);
    this.#count();
    return true;
  }

  /** Goes on to the list of a hash that is no earlier than the one it came to last; false where there is none. */
  seek(hash: number): boolean {
    const wanted = (hash - this.#base) >>> this.#low;
    this.#passUpTo(wanted);
    const low = hash - this.#base - (wanted << this.#low);
    // Those that come now have the same high part.
    for (let [list, at] = [this.#list, this.#highAt]; list < this.#lists && bitsAt(this.#bytes, at, 1) === 1; list++, at++) {
      const own = this.#lowOf(list);
      if (own > low) return false;
      if (own < low) continue;
      this.hash = hash;
      // The place before this list: the same may be asked for again.
      while (this.#counted <= list) this.#count();
      return this.#counted === list + 1;
    }
    return false;
  }

  /** Passes the lists whose hashes have a lower high part, many at a time. */
  #passUpTo(wanted: number): void {
    while (this.#high < wanted && this.#list < this.#lists) {
      const word = bitsAt(this.#bytes, this.#highAt, PASSED_AT_ONCE);
      const ones = bitCount(word);
      if (this.#high + PASSED_AT_ONCE - ones < wanted) {
        this.#high += PASSED_AT_ONCE - ones;
        this.#list += ones;
        this.#highAt += PASSED_AT_ONCE;
        continue;
      }
      for (let rest = word; this.#high < wanted; rest >>>= 1, this.#highAt++) {
        if ((rest & 1) === 0) this.#high++;
        else this.#list++;
      }
    }
  }

  #lowOf(list: number): number {
    return bitsAt(this.#bytes, HEAD_BITS + list * this.#low, this.#low);
  }

  /** Reads the length of one more list. */
  #count(): void {
    this.at += listLength(this.count, this.#documents);
    this.#counted++;
    // Most lists have one document.
    if (bitsAt(this.#bytes, this.#countAt, 1) === 1) {
      this.count = 1;
      this.#countAt++;
      return;
    }
    const high = zerosAt(this.#bytes, this.#countAt);
    this.count = (1 << high) + bitsAt(this.#bytes, this.#countAt + high + 1, high);
    this.#countAt += 2 * high + 1;
  }
}

/** Bits of unary gaps that are passed in one step. */
const PASSED_AT_ONCE = 24;

/** How many bits of a number are ones (Warren 2002, "Hacker's Delight", 5-1). */
function bitCount(number: number): number {
  let count = number - ((number >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The postings of a list, ascending by number, in arrays that serve list after list. */
export class Postings {
  count = 0;
  numbers: Uint32Array = new Uint32Array(64);
  levels: Uint8Array = new Uint8Array(64);

  /** Reads the list at a place of a record, in bits. */
  read(bytes: Uint8Array, place: number, count: number, documents: number): void {
    if (count > this.numbers.length) [this.numbers, this.levels] = [new Uint32Array(2 * count), new Uint8Array(2 * count)];
    this.count = count;
    const low = lowBits(count, documents);
    const highAt = place + count * low;
    fixedAt(bytes, place, low, count, this.numbers);
    if (count >= SHORT) addGapsAt(bytes, highAt, 1 << low, count, this.numbers);
    smallAt(bytes, highAt + (count >= SHORT ? highLength(count, low, documents) : 0), LEVEL_BITS, count, this.levels);
  }
}

/** Bits of a list with its levels. */
export function listLength(count: number, documents: number): number {
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
  return Math.min(MOST_BITS, count < SHORT ? all : lowBitsOf(count, documents));
}

/** Low bits of `count` numbers under `range` in Elias's and Fano's code. */
function lowBitsOf(count: number, range: number): number {
  return count === 0 ? 0 : Math.min(MOST_BITS, Math.max(0, highestBit(range / count)));
}

/** Bits of the unary gaps: a one for each number, and a zero for each step up to the highest there can be. */
function highLength(count: number, low: number, range: number): number {
  return count + ((range - 1) >>> low);
}

/** The place of a number's highest bit; -1 for what is under 1. */
function highestBit(number: number): number {
  return 31 - Math.clz32(number);
}
