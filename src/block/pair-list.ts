/** Two documents worth comparing, by their places in the list given; `a < b`. */
export interface CandidatePair {
  readonly a: number;
  readonly b: number;
}

/** Pairs of documents, gathered in any order and more than once, as one number each. */
export class PairList {
  readonly #documents: number;
  #codes = new Float64Array(1024);
  #count = 0;

  constructor(documents: number) {
    this.#documents = documents;
  }

  /** How many were gathered, some twice. */
  get length(): number {
    return this.#count;
  }

  add(x: number, y: number): void {
    this.#makeRoom(1);
    this.#codes[this.#count++] = codeOf(x, y, this.#documents);
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

  /** Each pair once. */
  distinct(): Pairs {
    const ascending = this.codes().sort();
    let count = 0;
    for (let at = 0; at < ascending.length; at++) {
      const code = ascending[at] ?? 0;
      if (at === 0 || code !== ascending[count - 1]) ascending[count++] = code;
    }
    return new Pairs(ascending.slice(0, count), this.#documents);
  }
}

/** Pairs of documents, each once, ascending: those of a million documents are made into objects one after the other, which would take a quarter of a gigabyte together. */
export class Pairs implements Iterable<CandidatePair> {
  readonly #codes: Float64Array;
  readonly #documents: number;

  /** `codes` ascend. */
  constructor(codes: Float64Array, documents: number) {
    this.#codes = codes;
    this.#documents = documents;
  }

  get length(): number {
    return this.#codes.length;
  }

  *[Symbol.iterator](): Generator<CandidatePair> {
    for (const code of this.#codes) yield this.#pairOf(code);
  }

  /** The documents of some of them, given by their places: the lesser and the greater of each. */
  columns(places: Float64Array): { readonly a: Uint32Array; readonly b: Uint32Array } {
    const codes = places.map((place) => this.#codes[place] ?? 0);
    return { a: Uint32Array.from(codes, (code) => this.#pairOf(code).a), b: Uint32Array.from(codes, (code) => this.#pairOf(code).b) };
  }

  /** These and others. */
  with(others: Iterable<CandidatePair>): Pairs {
    const pairs = new PairList(this.#documents);
    for (const { a, b } of others) pairs.add(a, b);
    if (pairs.length === 0) return this;
    pairs.addAll(this.#codes);
    return pairs.distinct();
  }

  /** Those that are wanted. */
  filter(isWanted: (pair: CandidatePair) => boolean): Pairs {
    return new Pairs(this.#codes.filter((code) => isWanted(this.#pairOf(code))), this.#documents);
  }

  #pairOf(code: number): CandidatePair {
    return { a: Math.floor(code / this.#documents), b: code % this.#documents };
  }
}

/** Two places as one number, the lesser first. */
function codeOf(x: number, y: number, documents: number): number {
  return Math.min(x, y) * documents + Math.max(x, y);
}
