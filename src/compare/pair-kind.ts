/** Pairs in one language, in two, and in two of which the dictionary knows the words of one at most: each kind is judged by a model of its own. */
export type PairKind = 'within' | 'across' | 'unaided';

/** With a smaller share of dictionary words a pair is judged by names, figures and spellings alone. */
const LEAST_COMMON_WORDS = 0.05;

/** The kind of a pair; `commonWords` is the share of dictionary words in both (geometric mean). */
export function kindOfPair(isOneLanguage: boolean, commonWords: number): PairKind {
  if (isOneLanguage) return 'within';
  return commonWords < LEAST_COMMON_WORDS ? 'unaided' : 'across';
}
