import type { HintKind, Level, Relation } from '../types.ts';

/** A probability in per cent, one decimal. It never claims more certainty than one decimal can hold. */
export function percent(probability: number): string {
  if (probability > 0.9995) return '> 99.9 %';
  if (probability < 0.0005) return probability > 0 ? '< 0.1 %' : '0.0 %';
  return `${(probability * 100).toFixed(1)} %`;
}

/** A count with its noun: `1 cluster`, `2 clusters`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** The English name of a BCP 47 code; the code itself where it has none. */
export function languageName(code: string): string {
  if (code === 'und') return 'unknown';
  try {
    return languageNames.of(code) ?? code;
  } catch {
    // A source may declare anything as its language, and what is no well-formed code has no name.
    return code;
  }
}

/** What the members of a cluster share. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = { report: 'same report', story: 'same story' };

/** A relation in the words of the text view. */
export const RELATION_NAMES: Readonly<Record<Relation, string>> = {
  copy: 'copy',
  translation: 'translation',
  story: 'same story',
  related: 'related',
  unrelated: 'unrelated',
};

/** What sources say of a pair, in the words of the text view. */
export const HINT_NAMES: Readonly<Record<HintKind, string>> = {
  canonical: 'one address',
  alternate: 'versions of one page (hreflang)',
  translation: 'declared a translation',
};
