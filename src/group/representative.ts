import type { Article, DocumentHead } from '../types.ts';
import { preferenceOf } from './prefer.ts';

/** What is known of a document that is grouped. */
export interface Grouped extends Pick<Article, 'language'> {
  readonly document: DocumentHead;
  /** Letters and digits of its sentences. */
  readonly letters: number;
}

/**
 * The id of the document that stands for a cluster: one the user prefers (`prefer`, see `prefer.ts`), then the earliest by
 * date, then the most complete by letters, then the first by id. Empty where there are no articles.
 */
export function representativeOf(articles: readonly Grouped[], prefer: readonly string[] = []): string {
  const ranked = articles.map(({ document, letters }) => ({
    id: document.id,
    preference: preferenceOf(document, prefer),
    time: timeOf(document.date),
    letters,
  }));
  ranked.sort((x, y) => {
    if (x.preference !== y.preference) return x.preference - y.preference;
    if (x.time !== y.time) return x.time < y.time ? -1 : 1;
    return y.letters - x.letters || (x.id < y.id ? -1 : 1);
  });
  return ranked[0]?.id ?? '';
}

/** Milliseconds of an ISO 8601 date; without an offset it is read as UTC, not by the machine's clock. Infinite where there is none. */
export function timeOf(date: DocumentHead['date']): number {
  const hasTime = /T\d/u.test(date ?? '');
  const hasOffset = /(?:Z|[+-]\d\d:?\d\d)$/u.test(date ?? '');
  const time = Date.parse(hasTime && !hasOffset ? `${date}Z` : (date ?? ''));
  return Number.isNaN(time) ? Infinity : time;
}
