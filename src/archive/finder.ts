import { BestByLanguage } from '../block/best-by-language.ts';
import { Outlook } from '../compare/screen.ts';
import { KernelMemory } from '../kernel/kernel.ts';
import { MarkLists } from './lists.ts';
import type { Marks } from './marks.ts';
import { SHARE_OF_LEVEL } from './marks.ts';
import { NO_DAY } from './record.ts';
import { Sums } from './sums.ts';
import type { View } from './view.ts';

/**
 * Partners taken in each language: half as many again as a run takes of each document, so that those are among them for which the
 * newcomer is one of the best, and not they for it. The screen decides on them all.
 */
const MOST_PARTNERS = 12;

/** So many in a row may be in vain: more than in a run, where a pair is looked at from both its documents. */
const PATIENCE = 6;

/** A document of an archive by its number, and what it shares with another. */
export interface Scored {
  readonly number: number;
  readonly score: number;
}

/** What was found for a document in an archive as it stood when the number `next` was the next. */
export interface Search {
  readonly next: number;
  /** By which of its marks: 1 or 0. */
  readonly isRead: Uint8Array;
  readonly found: readonly Scored[];
}

/** Looks for the partners of documents in an archive; its arrays serve document after document. */
export class Finder {
  readonly #sums = new Sums();
  #languages = new Uint16Array(0);
  #best: { readonly ofLanguages: number; readonly best: BestByLanguage } | undefined;
  readonly #lists = new MarkLists();
  /** For the look at those that were found. */
  readonly outlook = new Outlook();

  /** Reads the index for some documents that are looked for next, all at once. */
  prepareFor(view: View, documents: readonly Marks[]): void {
    this.#lists.gather(view, documents);
  }

  /**
   * The most alike documents in every language, as far as their days are near `day`; where a search was made before, only those that have come
   * since: the first of them must be fresh.
   */
  search(view: View, marks: Marks, day: number, window: number | undefined, before?: Omit<Search, 'found'>): Search {
    const { hashes, shares } = marks;
    // By these marks the fresh ones too: what a document shares must not depend on whether it is in a segment already.
    const isRead = before?.isRead ?? this.#lists.each(view, marks, (at, from, postings) => this.#sums.addList(from, postings, shares[at] ?? 0));
    const from = before?.next ?? 0;
    let share = 0;
    const add = (number: number, level: number): void => {
      // As exact as a share in a segment.
      if (number >= from) this.#sums.add(number, share * (SHARE_OF_LEVEL[level] ?? 0));
    };
    for (let at = 0; at < hashes.length; at++) {
      if (isRead[at] === 0) continue;
      share = shares[at] ?? 0;
      view.freshMarks.each(hashes[at] ?? 0, add);
    }
    return { next: view.meta.next, isRead, found: this.#takeBest(view, day, window) };
  }

  /** Hands out the best of some documents, as far as they are there, and as long as some in each language are accepted. */
  eachOfBest<S extends Scored>(view: View, scored: readonly S[], accept: (each: S) => boolean): void {
    const best = this.#bestIn(view);
    const byNumber = new Map(scored.map((each) => [each.number, each]));
    for (const { number, score } of byNumber.values()) if (view.isThere(number)) best.offer(number, view.languageOf[number] ?? 0, score);
    best.take((number) => {
      const each = byNumber.get(number);
      return each !== undefined && accept(each);
    });
  }

  /** Empty, for the languages of an archive: they may come to be more. */
  #bestIn({ meta: { languages } }: View): BestByLanguage {
    const ofLanguages = languages.length + 1;
    if (this.#best?.ofLanguages !== ofLanguages) this.#best = { ofLanguages, best: new BestByLanguage(new KernelMemory(), ofLanguages, MOST_PARTNERS, PATIENCE) };
    return this.#best.best;
  }

  #takeBest(view: View, day: number, window: number | undefined): Scored[] {
    const isNear = (number: number): boolean => {
      if (window === undefined || day === NO_DAY) return true;
      const other = view.dayOf[number] ?? NO_DAY;
      // A day more: times are looked at where the documents are.
      return other === NO_DAY || Math.abs(day - other) <= window + 1;
    };
    const best = this.#bestIn(view);
    const { numbers, sums, count } = this.#sums;
    // In a loop of its own: each look-up waits for memory, and these wait together.
    const languages = this.#languagesOf(numbers, count, view);
    for (let at = 0; at < count; at++) {
      const number = numbers[at] ?? 0;
      const language = languages[at] ?? 0;
      if (language > 0 && isNear(number)) best.offer(number, language, sums[at] ?? 0);
    }
    this.#sums.clear();
    const partners: Scored[] = [];
    best.take((number, score) => {
      partners.push({ number, score });
      return true;
    });
    return partners;
  }

  #languagesOf(numbers: Uint32Array, count: number, { languageOf }: View): Uint16Array {
    if (this.#languages.length < numbers.length) this.#languages = new Uint16Array(numbers.length);
    const languages = this.#languages;
    for (let at = 0; at < count; at++) languages[at] = languageOf[numbers[at] ?? 0] ?? 0;
    return languages;
  }
}
