import type { Kernel, KernelMemory } from '../kernel/kernel.ts';

/** The best few partners of one document in each language, kept while partners come by in any order. */
export class BestByLanguage {
  /** Of each language so many are kept. */
  readonly most: number;
  /** By language, the best first. */
  readonly scores: Float64Array;
  readonly partners: Uint32Array;
  /** How many there are of each language. */
  readonly counts: Uint8Array;
  readonly #patience: number;
  readonly #kernel: Kernel;

  /**
   * Languages are numbered from 0 to `languages - 1`; `most` are kept of each. Once `patience` in a row were turned down, the rest of their
   * language is not handed out.
   */
  constructor(memory: KernelMemory, languages: number, most: number, patience: number) {
    this.most = most;
    this.scores = memory.float64(languages * most);
    this.partners = memory.uint32(languages * most);
    this.counts = memory.bytes(languages);
    this.#patience = patience;
    this.#kernel = memory.kernel;
  }

  /** Enters a partner where it is among the best of its language; of equals the one that comes first in the list of documents. */
  offer(partner: number, language: number, score: number): void {
    this.#kernel.offer(partner, language, score, this.scores.byteOffset, this.partners.byteOffset, this.counts.byteOffset, this.most);
  }

  /**
   * Hands out what was kept, language by language, the best first, to be accepted or turned down; and forgets it. Once one was turned down, those are
   * passed over that share less than `standingOut` times what the last of the full number shares: they are what any document has of its like.
   */
  take(accept: (partner: number, score: number) => boolean, standingOut = 0): void {
    for (let language = 0; language < this.counts.length; language++) {
      const first = language * this.most;
      const last = first + (this.counts[language] ?? 0) - 1;
      const least = last - first + 1 === this.most ? standingOut * (this.scores[last] ?? 0) : 0;
      let refused = 0;
      for (let at = first; at <= last && refused < this.#patience; at++) {
        const score = this.scores[at] ?? 0;
        if (refused > 0 && score < least) break;
        refused = accept(this.partners[at] ?? 0, score) ? 0 : refused + 1;
      }
    }
    this.counts.fill(0);
  }
}
