/** A judged link between two documents, by their places in a list. */
export interface Link {
  readonly a: number;
  readonly b: number;
  /** Log-odds that both belong together, less those of the threshold: positive speaks for joining. */
  readonly support: number;
}

/** Judges a pair that was no candidate; symmetric. */
export type Support = (a: number, b: number) => number;

/** One pair alone cannot outvote the rest: beyond e⁸ the evidence is as good as certain. */
const MOST_SUPPORT = 8;

/** Pairs looked at between two groups: as many as tell the mean's sign, so that a million copies stay cheap. */
const MOST_PAIRS = 64;

/**
 * Groups documents so that the members of each support each other: two groups are joined only where the mean support over
 * the pairs between them is positive, so no chain runs over one weak link. Strongest links first; repeated until nothing
 * more joins. Returns the groups of two and more, each ascending, in order of their first member.
 *
 * Method: agglomerative clustering with average linkage (Sokal and Michener 1958) on log-odds, over candidate links.
 * The answer depends on the places only through ties, so the documents must come in a fixed order.
 */
export function groupByMutualSupport(count: number, links: readonly Link[], support: Support): number[][] {
  const groups = Array.from({ length: count }, (_, document) => [document]);
  const groupOf = Array.from({ length: count }, (_, document) => document);
  const ordered = links.filter((link) => link.support > 0).sort((x, y) => y.support - x.support || x.a - y.a || x.b - y.b);
  let open = ordered;
  for (let joined = true; joined; ) {
    joined = false;
    for (const { a, b } of open) {
      const [into, from] = [Math.min(groupOf[a] ?? a, groupOf[b] ?? b), Math.max(groupOf[a] ?? a, groupOf[b] ?? b)];
      if (into === from || meanSupport(groups[into] ?? [], groups[from] ?? [], support) <= 0) continue;
      for (const member of groups[from] ?? []) groupOf[member] = into;
      groups[into] = [...(groups[into] ?? []), ...(groups[from] ?? [])].sort((x, y) => x - y);
      groups[from] = [];
      joined = true;
    }
    open = open.filter(({ a, b }) => groupOf[a] !== groupOf[b]);
  }
  return groups.filter((group) => group.length > 1);
}

/** Mean support of a document (or group) for a group, over evenly chosen pairs. */
export function meanSupport(left: readonly number[], right: readonly number[], support: Support): number {
  const pairs = left.length * right.length;
  const step = Math.max(1, Math.ceil(pairs / MOST_PAIRS));
  let sum = 0;
  let seen = 0;
  for (let pair = 0; pair < pairs; pair += step, seen++) {
    const value = support(left[Math.floor(pair / right.length)] ?? 0, right[pair % right.length] ?? 0);
    sum += Math.max(-MOST_SUPPORT, Math.min(MOST_SUPPORT, value));
  }
  return seen === 0 ? 0 : sum / seen;
}
