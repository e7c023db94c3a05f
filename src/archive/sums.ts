import type { Postings } from './bucket.ts';
import { SHARE_OF_LEVEL } from './marks.ts';

/** Slots to begin with, a power of two: for as many postings as a search reads, with half of them free. */
const FIRST_SLOTS = 32_768;

/**
 * What documents share with one, added up by their numbers: a hash table in flat arrays (open addressing; a slot with no sum is free), which
 * serves document after document. Of a million documents a search comes upon some ten thousand: with a sum for each, to add one up waits for
 * memory, while this table stays in a core's cache.
 */
export class Sums {
  #numbers = new Uint32Array(FIRST_SLOTS);
  #sums = new Float64Array(FIRST_SLOTS);
  /** The slots that are taken. */
  #taken = new Uint32Array(FIRST_SLOTS / 2);
  #count = 0;

  /** Adds to the sum of a document: whole numbers over nought, so that sums are the same in any order. */
  add(number: number, product: number): void {
    if (this.#count === this.#taken.length) this.#grow();
    const slot = slotIn(this.#numbers, this.#sums, number);
    if (this.#sums[slot] === 0) {
      this.#numbers[slot] = number;
      this.#taken[this.#count++] = slot;
    }
    this.#sums[slot] = (this.#sums[slot] ?? 0) + product;
  }

  /** Adds a whole list, whose numbers are counted from one on, of a mark that is such a share of the document. */
  addList(from: number, { numbers, levels, count }: Pick<Postings, 'numbers' | 'levels' | 'count'>, share: number): void {
    while (this.#count + count > this.#taken.length) this.#grow();
    const [known, sums, taken] = [this.#numbers, this.#sums, this.#taken];
    let end = this.#count;
    for (let at = 0; at < count; at++) {
      const number = from + (numbers[at] ?? 0);
      const slot = slotIn(known, sums, number);
      const before = sums[slot] ?? 0;
      if (before === 0) {
        known[slot] = number;
        taken[end++] = slot;
      }
      sums[slot] = before + share * (SHARE_OF_LEVEL[levels[at] ?? 0] ?? 0);
    }
    this.#count = end;
  }

  /** Hands out all sums, in no order, and begins anew. */
  take(visit: (number: number, sum: number) => void): void {
    for (let at = 0; at < this.#count; at++) {
      const slot = this.#taken[at] ?? 0;
      visit(this.#numbers[slot] ?? 0, this.#sums[slot] ?? 0);
      this.#sums[slot] = 0;
    }
    this.#count = 0;
  }

  #grow(): void {
    const slots = 2 * this.#numbers.length;
    const [numbers, sums, taken] = [new Uint32Array(slots), new Float64Array(slots), new Uint32Array(slots / 2)];
    for (let at = 0; at < this.#count; at++) {
      const before = this.#taken[at] ?? 0;
      const number = this.#numbers[before] ?? 0;
      const slot = slotIn(numbers, sums, number);
      numbers[slot] = number;
      sums[slot] = this.#sums[before] ?? 0;
      taken[at] = slot;
    }
    [this.#numbers, this.#sums, this.#taken] = [numbers, sums, taken];
  }
}

/** The slot of a number, or the free one where it would go (Fibonacci hashing: Knuth 1973, 6.4). */
function slotIn(numbers: Uint32Array, sums: Float64Array, number: number): number {
  const mask = numbers.length - 1;
  let slot = Math.imul(number, 0x9e3779b1) >>> Math.clz32(mask);
  while (sums[slot] !== 0 && numbers[slot] !== number) slot = (slot + 1) & mask;
  return slot;
}
