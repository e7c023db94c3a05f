import type { SharedKeys } from './share.ts';
import { CELLS, cellOf, eachMarked, type Laid } from '../fingerprint/packed-print.ts';

/** Finds which keys of one document others have, one other after the other. */
export class SharedFinder {
  /** The keys of the document: a copy, since they may lie where those of the next are read to. */
  #keys = new Uint32Array(1024);
  #count = 0;
  /** By cell, whether a key of the document is in it, and the place of that key; by place, one more than that of the next in the same cell. */
  readonly #taken = new Uint8Array(CELLS);
  readonly #placeIn = new Uint32Array(CELLS);
  #nextOf = new Uint32Array(1024);
  /** At the start of its lists, what was found last, the document itself being A. */
  found: SharedKeys = { inA: new Uint32Array(1024), inB: new Uint32Array(1024) };

  /** The document whose keys are looked for. */
  lookFor(keys: Uint32Array): void {
    for (let at = 0; at < this.#count; at++) this.#taken[cellOf(this.#keys[at] ?? 0)] = 0;
    if (this.#keys.length < keys.length) [this.#keys, this.#nextOf] = [new Uint32Array(2 * keys.length), new Uint32Array(2 * keys.length)];
    this.#keys.set(keys);
    this.#count = keys.length;
    for (let at = 0; at < keys.length; at++) {
      const cell = cellOf(keys[at] ?? 0);
      this.#nextOf[at] = this.#taken[cell] === 0 ? 0 : (this.#placeIn[cell] ?? 0) + 1;
      this.#taken[cell] = 1;
      this.#placeIn[cell] = at;
    }
  }

  /** How many keys both have; `found` has where. */
  find(other: Laid): number {
    if (this.found.inB.length < other.keys) this.found = { inA: new Uint32Array(2 * other.keys), inB: new Uint32Array(2 * other.keys) };
    const keys = this.#keys;
    const placeIn = this.#placeIn;
    const nextOf = this.#nextOf;
    const { inA, inB } = this.found;
    let count = 0;
    eachMarked(other, this.#taken, (at, key) => {
      let own = placeIn[cellOf(key)] ?? 0;
      while (own >= 0 && keys[own] !== key) own = (nextOf[own] ?? 0) - 1;
      if (own < 0) return;
      inA[count] = own;
      inB[count++] = at;
    });
    return count;
  }
}
