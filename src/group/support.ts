/** Judges a pair, by places: log-odds that both belong together, less those of the threshold; symmetric. */
export type Support = (a: number, b: number) => number;

/** One pair alone cannot outvote the rest: beyond e⁸ the evidence is as good as certain. */
const MOST_SUPPORT = 8;

/** Pairs looked at between two groups: as many as tell the mean's sign, so that a million copies stay cheap. */
const MOST_PAIRS = 64;

/** Near MOST_PAIRS over the golden ratio and prime to it: the lattice then leaves no large hole. */
const LATTICE_STEP = 39;

/** Mean support of a group for another, over evenly chosen pairs; 0 where there are none. */
export function meanSupport(left: readonly number[], right: readonly number[], support: Support): number {
  const pairs = evenPairs(left, right);
  return pairs.length === 0 ? 0 : pairs.reduce((sum, [a, b]) => sum + bounded(support(a, b)), 0) / pairs.length;
}

/** Mean support of a member of a group, by its place in it, for the others; 0 where there are none. */
export function memberSupport(group: readonly number[], place: number, support: Support): number {
  const member = group[place] ?? 0;
  const peers = peersOf(group, place);
  return peers.length === 0 ? 0 : peers.reduce((sum, peer) => sum + bounded(support(member, peer)), 0) / peers.length;
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

/**
 * The members of a group that one of them, given by its place in it, is held against: all others, or so many that take the group evenly.
 * The same as `evenPairs` of it and the others has, without a list of these for each member.
 */
export function peersOf(group: readonly number[], place: number): readonly number[] {
  const others = group.length - 1;
  if (others <= MOST_PAIRS) return group.filter((_, at) => at !== place);
  return Array.from({ length: MOST_PAIRS }, (_, at) => {
    const chosen = scaled((at * LATTICE_STEP) % MOST_PAIRS, others);
    return group[chosen < place ? chosen : chosen + 1] ?? 0;
  });
}

function scaled(at: number, length: number): number {
  return Math.floor((at * length) / MOST_PAIRS);
}
