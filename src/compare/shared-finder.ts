import type { SharedKeys } from './share.ts';

/** Cells by the middle bits of a key, of which those of an article take one in a hundred: most keys of another are told to be none by one look. */
const CELLS = 65_536;

/** Finds which keys of one document others have, one other after the other. */
export class SharedFinder {
  #keys: Uint32Array = new Uint32Array(0);
  /** By cell, whether a key of the document is in it, and the place of that key; by place, one more than that of the next in the same cell. */
  readonly #taken = new Uint8Array(CELLS);
  readonly #placeIn = new Uint32Array(CELLS);
  #nextOf = new Uint32Array(1024);
  /** At the start of its lists, what was found last, the document itself being A. */
  found: SharedKeys = { inA: new Uint32Array(1024), inB: new Uint32Array(1024) };

  /** The document whose keys are looked for. */
  lookFor(keys: Uint32Array): void {
    for (let at = 0; at < this.#keys.length; at++) this.#taken[cellOf(this.#keys[at] ?? 0)] = 0;
    this.#keys = keys;
    if (this.#nextOf.length < keys.length) this.#nextOf = new Uint32Array(2 * keys.length);
    for (let at = 0; at < keys.length; at++) {
      const cell = cellOf(keys[at] ?? 0);
      this.#nextOf[at] = this.#taken[cell] === 0 ? 0 : (this.#placeIn[cell] ?? 0) + 1;
      this.#taken[cell] = 1;
      this.#placeIn[cell] = at;
    }
  }

  /** How many keys both have; `found` has where. */
  find(others: Uint32Array): number {
    if (this.found.inB.length < others.length) this.found = { inA: new Uint32Array(2 * others.length), inB: new Uint32Array(2 * others.length) };
    const taken = this.#taken;
    const { inB } = this.found;
    let likely = 0;
    for (let at = 0; at < others.length; at++) if (taken[cellOf(others[at] ?? 0)] !== 0) inB[likely++] = at;
    return this.#confirm(others, likely);
  }

  /** Keeps of the likely ones those whose key is the same, and not only its cell. */
  #confirm(others: Uint32Array, likely: number): number {
    const keys = this.#keys;
    const { inA, inB } = this.found;
    let found = 0;
    for (let at = 0; at < likely; at++) {
      const place = inB[at] ?? 0;
      const key = others[place] ?? 0;
      let own = this.#placeIn[cellOf(key)] ?? 0;
      while (own >= 0 && keys[own] !== key) own = (this.#nextOf[own] ?? 0) - 1;
      if (own < 0) continue;
      inA[found] = own;
      inB[found++] = place;
    }
    return found;
  }
}

/** The low two bits of a key are its family. */
function cellOf(key: number): number {
  return (key >>> 2) & (CELLS - 1);
}
