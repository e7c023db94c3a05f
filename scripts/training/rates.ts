import { parallelSentences } from './corpora.ts';
import { countLetters } from '../../src/extract/scan.ts';
import type { Article } from '../../src/types.ts';

/** A language with fewer texts says nothing of a key's rate. */
const FEWEST_TEXTS = 150;

/**
 * The share of documents that hold each key, in the language where it is highest, so that a language that dominates the feed
 * doesn't set it. One document less is counted: the one that is being judged.
 */
export function keyRates(texts: readonly { readonly language: string; readonly article: Article }[]): Map<string, number> {
  const totals = new Map<string, number>();
  const counts = new Map<string, Map<string, number>>();
  for (const { language, article } of texts) {
    totals.set(language, (totals.get(language) ?? 0) + 1);
    const keys = new Set(article.sentences.flatMap(({ keys: own }) => own.map(({ text }) => text)));
    for (const key of keys) {
      const byLanguage = counts.get(key) ?? new Map<string, number>();
      counts.set(key, byLanguage.set(language, (byLanguage.get(language) ?? 0) + 1));
    }
  }
  const rates = new Map<string, number>();
  for (const [key, byLanguage] of counts) {
    const rate = Math.max(...[...byLanguage].map(([language, count]) => rateOf(count, totals.get(language) ?? 0)));
    if (rate > 0) rates.set(key, rate);
  }
  return rates;
}

function rateOf(count: number, total: number): number {
  return total < FEWEST_TEXTS ? 0 : (count - 1) / total;
}

/** Letters that each language of the parallel corpus needs for one of English. */
export function lengthFactors(): Map<string, number> {
  const letters = new Map<string, number>();
  for (const row of parallelSentences()) {
    for (const [language, text] of Object.entries(row)) letters.set(language, (letters.get(language) ?? 0) + countLetters(text, 0, text.length));
  }
  const english = letters.get('en') ?? 1;
  return new Map([...letters].map(([language, count]) => [language, count / english]));
}
