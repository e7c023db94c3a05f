import type { Postings } from './bucket.ts';
import { SHARE_OF_LEVEL } from './marks.ts';

/** Room to begin with, a power of two: for as many documents as a search of a large archive mostly comes upon. */
const FIRST_ROOM = 16_384;

/**
 * What documents share with one, added up by their numbers, in flat arrays that serve document after document. Of a million documents a search
 * comes upon some ten thousand: with a sum for each of the million, to add one up waits for memory, while these stay in a core's cache.
 */
export class Sums {
  /** How many documents have a sum. */
  count = 0;
  /** These, in no order, and their sums. */
  numbers = new Uint32Array(FIRST_ROOM);
  sums = new Float64Array(FIRST_ROOM);
  /** A hash table (open addressing, at most half full) of their places, each 1 more; 0 is free. */
  #places = new Uint32Array(2 * FIRST_ROOM);

  /** Adds to the sum of a document: whole numbers, so that sums are the same in any order. */
  add(number: number, product: number): void {
    this.#makeRoom(1);
    const place = this.#placeOf(number);
    this.sums[place] = (this.sums[place] ?? 0) + product;
  }

  /** Adds a list, whose numbers are counted from one on, of a mark that is such a share of the document. */
  addList(from: number, { numbers, levels, count }: Pick<Postings, 'numbers' | 'levels' | 'count'>, share: number): void {
    this.#makeRoom(count);
    const { sums } = this;
    for (let at = 0; at < count; at++) {
      const place = this.#placeOf(from + (numbers[at] ?? 0));
      sums[place] = (sums[place] ?? 0) + share * (SHARE_OF_LEVEL[levels[at] ?? 0] ?? 0);
    }
  }

  /** Begins anew. */
  clear(): void {
    this.#places.fill(0);
    this.count = 0;
  }

  /** Where a document's sum stands: nought where it had none. */
  #placeOf(number: number): number {
    const { numbers } = this;
    const places = this.#places;
    const mask = places.length - 1;
    // Fibonacci hashing (Knuth 1973, 6.4).
    let slot = Math.imul(number, 0x9e3779b1) >>> Math.clz32(mask);
    for (let place = places[slot] ?? 0; place !== 0; place = places[slot] ?? 0) {
      if (numbers[place - 1] === number) return place - 1;
      slot = (slot + 1) & mask;
    }
    const place = this.count++;
    places[slot] = place + 1;
    numbers[place] = number;
    this.sums[place] = 0;
    return place;
  }

  #makeRoom(more: number): void {
    if (this.count + more <= this.numbers.length) return;
    const [before, known, sums] = [this.count, this.numbers, this.sums];
    const room = 2 ** Math.ceil(Math.log2(this.count + more));
    [this.numbers, this.sums, this.#places, this.count] = [new Uint32Array(room), new Float64Array(room), new Uint32Array(2 * room), 0];
    for (let at = 0; at < before; at++) this.sums[this.#placeOf(known[at] ?? 0)] = sums[at] ?? 0;
  }
}
