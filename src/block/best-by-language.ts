/** The best few partners of one document in each language, kept while partners come by in any order. */
export class BestByLanguage {
  readonly #most: number;
  readonly #patience: number;
  readonly #scores: Float64Array;
  readonly #partners: Uint32Array;
  readonly #counts: Uint8Array;

  /**
   * Languages are numbered from 0 to `languages - 1`; `most` are kept of each. Once `patience` in a row were turned down, the rest of their
   * language is not handed out.
   */
  constructor(languages: number, most: number, patience: number) {
    this.#most = most;
    this.#patience = patience;
    this.#scores = new Float64Array(languages * most);
    this.#partners = new Uint32Array(languages * most);
    this.#counts = new Uint8Array(languages);
  }

  /** Enters a partner where it is among the best of its language; of equals the one that comes first in the list of documents. */
  offer(partner: number, language: number, score: number): void {
    const base = language * this.#most;
    const count = this.#counts[language] ?? 0;
    let at = base + count;
    if (count === this.#most) {
      at--;
      if (!this.#isBefore(score, partner, at)) return;
    } else {
      this.#counts[language] = count + 1;
    }
    for (; at > base && this.#isBefore(score, partner, at - 1); at--) {
      this.#scores[at] = this.#scores[at - 1] ?? 0;
      this.#partners[at] = this.#partners[at - 1] ?? 0;
    }
    this.#scores[at] = score;
    this.#partners[at] = partner;
  }

  /**
   * Hands out what was kept, language by language, the best first, to be accepted or turned down; and forgets it. Once one was turned down, those are
   * passed over that share less than `standingOut` times what the last of the full number shares: they are what any document has of its like.
   */
  take(accept: (partner: number, score: number) => boolean, standingOut = 0): void {
    for (let language = 0; language < this.#counts.length; language++) {
      const first = language * this.#most;
      const last = first + (this.#counts[language] ?? 0) - 1;
      const least = last - first + 1 === this.#most ? standingOut * (this.#scores[last] ?? 0) : 0;
      let refused = 0;
      for (let at = first; at <= last && refused < this.#patience; at++) {
        const score = this.#scores[at] ?? 0;
        if (refused > 0 && score < least) break;
        refused = accept(this.#partners[at] ?? 0, score) ? 0 : refused + 1;
      }
    }
    this.#counts.fill(0);
  }

  #isBefore(score: number, partner: number, at: number): boolean {
    const other = this.#scores[at] ?? 0;
    return score > other || (score === other && partner < (this.#partners[at] ?? 0));
  }
}
