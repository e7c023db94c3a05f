import type { CandidatePair } from './candidates.ts';

/** Pairs of places, gathered in any order and more than once, as one number each. */
export class PairList {
  readonly #documents: number;
  #codes = new Float64Array(1024);
  #count = 0;

  constructor(documents: number) {
    this.#documents = documents;
  }

  add(x: number, y: number): void {
    if (this.#count === this.#codes.length) {
      const longer = new Float64Array(this.#count * 2);
      longer.set(this.#codes);
      this.#codes = longer;
    }
    this.#codes[this.#count++] = Math.min(x, y) * this.#documents + Math.max(x, y);
  }

  /** Each pair once, ascending. */
  ascending(): CandidatePair[] {
    const pairs: CandidatePair[] = [];
    let before = -1;
    for (const code of this.#codes.subarray(0, this.#count).sort()) {
      if (code !== before) pairs.push({ a: Math.floor(code / this.#documents), b: code % this.#documents });
      before = code;
    }
    return pairs;
  }
}
