import { BestByLanguage } from '../block/best-by-language.ts';
import { MarkLists } from './lists.ts';
import type { Marks } from './marks.ts';
import { SHARE_OF_LEVEL } from './marks.ts';
import { NO_DAY } from './record.ts';
import type { View } from './view.ts';

/**
 * Partners taken in each language: half as many again as a run takes of each document, so that those are among them for which the
 * newcomer is one of the best, and not they for it. The screen decides on them all.
 */
const MOST_PARTNERS = 12;

/** The cells of the filter are named by the bits of a hash above these. */
const FILTER_SHIFT = 15;

/** Looks for the partners of documents in an archive; its arrays serve document after document. */
export class Finder {
  #scores = new Float64Array(0);
  readonly #lists = new MarkLists();
  readonly #touched: number[] = [];
  readonly #filter = new Uint8Array(2 ** (32 - FILTER_SHIFT));

  /** Reads the index for some documents that are looked for next, all at once. */
  prepareFor(view: View, documents: readonly Marks[]): void {
    this.#lists.gather(view, documents);
  }

  /** The numbers of the most alike documents in every language, as far as their days are near `day`. */
  partnersOf(view: View, marks: Marks, day: number, window: number | undefined): number[] {
    if (this.#scores.length < view.languageOf.length) this.#scores = new Float64Array(view.languageOf.length);
    this.#lists.each(view, marks, (mark, from, { numbers, levels, count }) => {
      const share = marks.shares[mark] ?? 0;
      for (let at = 0; at < count; at++) this.#add(from + (numbers[at] ?? 0), share * (SHARE_OF_LEVEL[levels[at] ?? 0] ?? 0));
    });
    this.#addFresh(view, marks);
    return this.#best(view, day, window);
  }

  #addFresh({ freshMarks }: View, { hashes, shares }: Marks): void {
    const own = new Map(Array.from(hashes, (hash, at) => [hash, shares[at] ?? 0]));
    this.#filter.fill(0);
    for (const hash of hashes) this.#filter[hash >>> FILTER_SHIFT] = 1;
    for (const [number, marks] of freshMarks) {
      for (let at = 0; at < marks.hashes.length; at++) {
        const hash = marks.hashes[at] ?? 0;
        // Most marks end here: a few hundred of the own in as many thousand cells.
        if (this.#filter[hash >>> FILTER_SHIFT] === 0) continue;
        const share = own.get(hash);
        // As exact as a share in a segment, so that the answer does not depend on which of them are in one already.
        if (share !== undefined) this.#add(number, share * (SHARE_OF_LEVEL[marks.levels[at] ?? 0] ?? 0));
      }
    }
  }

  #add(number: number, product: number): void {
    const before = this.#scores[number] ?? 0;
    if (before === 0) this.#touched.push(number);
    this.#scores[number] = before + product;
  }

  #best(view: View, day: number, window: number | undefined): number[] {
    const best = new BestByLanguage(view.languageOf, view.meta.languages.length + 1, MOST_PARTNERS);
    for (const number of this.#touched) {
      const other = view.dayOf[number] ?? NO_DAY;
      // A day more: times are looked at where the documents are.
      const isNear = window === undefined || day === NO_DAY || other === NO_DAY || Math.abs(day - other) <= window + 1;
      if (isNear && view.isThere(number)) best.offer(number, this.#scores[number] ?? 0);
      this.#scores[number] = 0;
    }
    this.#touched.length = 0;
    const partners: number[] = [];
    best.take((partner) => partners.push(partner));
    return partners;
  }
}
