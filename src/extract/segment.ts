import type { Token } from './scan.ts';

/** Languages without spaces whose words Intl.Segmenter finds (ICU's dictionaries); Chinese and Japanese runs are split by our lexicon. */
const SEGMENTED = new Set(['th', 'lo', 'km', 'my']);

const segmenters = new Map<string, Intl.Segmenter>();

/** The tokens with runs of Thai, Lao, Khmer and Burmese parted into words. */
export function segment(tokens: readonly Token[], language: string): readonly Token[] {
  if (!SEGMENTED.has(language)) return tokens;
  return tokens.flatMap((token) => (token.kind === 'run' ? wordsOf(token, language) : [token]));
}

function wordsOf(run: Token, language: string): Token[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return [...segmenter.segment(run.text)].map(({ segment: text, index }) => {
    return { kind: 'word', text, start: run.start + index, end: run.start + index + text.length, capital: false };
  });
}
