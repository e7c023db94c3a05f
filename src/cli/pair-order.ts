import type { CandidatePair } from '../block/pair-list.ts';

/** Documents of one group at most: a quarter of those that a thread holds ready to compare. */
const MOST_DOCUMENTS = 64;

/**
 * The places of pairs in an order in which those of a group of documents that are partners of each other follow one another, and groups that lie beside
 * each other in memory: what was made ready to compare for one pair, or inflated to show it, then serves the next. `lies` has where each document lies.
 */
export function byGroup(pairs: Iterable<CandidatePair> & { readonly length: number }, lies: Uint32Array): Float64Array {
  const groups = new Groups(lies.length);
  for (const { a, b } of pairs) groups.join(a, b);
  const order = new Float64Array(pairs.length);
  let place = 0;
  for (const { a } of pairs) order[place] = (lies[groups.of(a)] ?? 0) * pairs.length + place++;
  return order.sort().map((code) => code % pairs.length);
}

/** Documents in groups of a bounded size: a union-find. */
class Groups {
  readonly #above: Uint32Array;
  readonly #sizes: Uint8Array;

  constructor(documents: number) {
    this.#above = Uint32Array.from({ length: documents }, (_, place) => place);
    this.#sizes = new Uint8Array(documents).fill(1);
  }

  /** The document that stands for the group of another. */
  of(document: number): number {
    let [at, above] = [document, this.#above[document] ?? document];
    while (above !== at) {
      const next = this.#above[above] ?? above;
      this.#above[at] = next;
      [at, above] = [next, this.#above[next] ?? next];
    }
    return at;
  }

  /** Makes the groups of two documents one, where that is not too large. */
  join(a: number, b: number): void {
    const [one, other] = [this.of(a), this.of(b)];
    const size = (this.#sizes[one] ?? 0) + (this.#sizes[other] ?? 0);
    if (one === other || size > MOST_DOCUMENTS) return;
    this.#above[other] = one;
    this.#sizes[one] = size;
  }
}
