/** Judges a pair, by places: log-odds that both belong together, less those of the threshold; symmetric. */
export type Support = (a: number, b: number) => number;

/** One pair alone cannot outvote the rest: beyond e⁸ the evidence is as good as certain. */
const MOST_SUPPORT = 8;

/** Pairs looked at between two groups: as many as tell the mean's sign, so that a million copies stay cheap. */
const MOST_PAIRS = 64;

/** Near MOST_PAIRS over the golden ratio and prime to it: the lattice then leaves no large hole. */
const LATTICE_STEP = 39;

/** Mean support of a document (or group) for a group, over evenly chosen pairs; 0 where there are none. */
export function meanSupport(left: readonly number[], right: readonly number[], support: Support): number {
  const pairs = evenPairs(left, right);
  return pairs.length === 0 ? 0 : pairs.reduce((sum, [a, b]) => sum + bounded(support(a, b)), 0) / pairs.length;
}

/** A support with no more say than one pair may have. */
export function bounded(support: number): number {
  return Math.max(-MOST_SUPPORT, Math.min(MOST_SUPPORT, support));
}

/**
 * All pairs between two groups, or, where there are more than `MOST_PAIRS`, that many which take both groups evenly.
 *
 * Method: a rank-1 lattice (Korobov 1959). Counting off every n-th pair instead would take one and the same member of
 * the right group each time its size divides n.
 */
export function evenPairs(left: readonly number[], right: readonly number[]): readonly (readonly [number, number])[] {
  const pairs = left.length * right.length;
  if (pairs <= MOST_PAIRS) return left.flatMap((a) => right.map((b) => [a, b] as const));
  return Array.from({ length: MOST_PAIRS }, (_, at) => {
    const across = (at * LATTICE_STEP) % MOST_PAIRS;
    return [left[scaled(at, left.length)] ?? 0, right[scaled(across, right.length)] ?? 0] as const;
  });
}

function scaled(at: number, length: number): number {
  return Math.floor((at * length) / MOST_PAIRS);
}
