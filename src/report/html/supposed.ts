/** A sentence of the first version, and one of another. */
export interface SentencePair {
  readonly first: number;
  readonly other: number;
}

/** The lengths of a sentence and its translation are hardly ever further apart, whatever the languages. */
const MOST_RATIO = 3;

/**
 * Pairs of sentences that share nothing that could be seen, but stand between two aligned pairs (or an end of the texts),
 * as many in the one version as in the other, and of like lengths: what a reader would take for versions of each other.
 * `found` are the aligned pairs in order of both; `firstLengths` and `otherLengths` the letters of all sentences.
 */
export function supposedPairs(found: readonly SentencePair[], firstLengths: readonly number[], otherLengths: readonly number[]): readonly SentencePair[] {
  const ends = { first: firstLengths.length, other: otherLengths.length };
  const supposed: SentencePair[] = [];
  let before: SentencePair = { first: -1, other: -1 };
  for (const next of [...found, ends]) {
    const gap = next.first - before.first - 1;
    if (gap > 0 && gap === next.other - before.other - 1 && found.length > 0) {
      const pairs = Array.from({ length: gap }, (_, at) => ({ first: before.first + 1 + at, other: before.other + 1 + at }));
      if (pairs.every(({ first, other }) => areLike(firstLengths[first] ?? 0, otherLengths[other] ?? 0))) supposed.push(...pairs);
    }
    before = next;
  }
  return supposed;
}

function areLike(a: number, b: number): boolean {
  return Math.max(a, b) <= MOST_RATIO * Math.min(a, b);
}
