/** A stretch of a text, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The table of a longer pair would take seconds, and nobody reads such a sentence word by word. */
const MOST_WORDS = 400;
/** Under this share of words in common, sentences are other sentences: nearly all would be marked, and tell nothing. */
const LEAST_COMMON = 0.5;

/**
 * The words of a text that another version in the same language has not, or has elsewhere in the sentence; none where the
 * two have little in common. Longest common subsequence of words (Wagner and Fischer 1974), whatever their case.
 */
export function changedWords(text: string, other: string): readonly Span[] {
  const [mine, theirs] = [wordsOf(text), wordsOf(other)];
  if (text === other || Math.max(mine.length, theirs.length) > MOST_WORDS) return [];
  const kept = commonIn(mine.map(({ word }) => word), theirs.map(({ word }) => word));
  if (kept.size < LEAST_COMMON * Math.max(mine.length, theirs.length)) return [];
  return mine.filter((_, at) => !kept.has(at));
}

function wordsOf(text: string): readonly (Span & { readonly word: string })[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({ word: word.toLowerCase(), start: index, end: index + word.length }));
}

/** The places in `a` of a longest common subsequence with `b`. */
function commonIn(a: readonly string[], b: readonly string[]): ReadonlySet<number> {
  const width = b.length + 1;
  // Length of the longest from i in `a` and j in `b` on, at i * width + j.
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      kept.add(i++);
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return kept;
}
