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
    this.#makeRoom(1);
    this.#codes[this.#count++] = Math.min(x, y) * this.#documents + Math.max(x, y);
  }

  /** Adds what another list of the same documents gathered. */
  addAll(codes: Float64Array): void {
    this.#makeRoom(codes.length);
    this.#codes.set(codes, this.#count);
    this.#count += codes.length;
  }

  /** What was gathered, as numbers for `addAll`. */
  codes(): Float64Array {
    return this.#codes.slice(0, this.#count);
  }

  #makeRoom(more: number): void {
    if (this.#count + more <= this.#codes.length) return;
    const longer = new Float64Array(Math.max(this.#codes.length * 2, this.#count + more));
    longer.set(this.#codes);
    this.#codes = longer;
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
