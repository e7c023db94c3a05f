import { Partition, type PlacePair } from './partition.ts';
import { withoutStrangers } from './prune.ts';
import { meanSupport, type Support } from './support.ts';

/** A judged link between two documents, by their places in a list. */
export interface Link {
  readonly a: number;
  readonly b: number;
  /** Log-odds that both belong together, less those of the threshold: positive speaks for joining. */
  readonly support: number;
}

/** Joining and dropping settle in two or three rounds; with sampled means nothing proves it, so there is an end. */
const MOST_ROUNDS = 16;

/**
 * Groups documents so that the members of each support each other: two groups are joined only where the mean support over
 * the pairs between them is positive, so no chain runs over one weak link, strongest links first. A member that ends
 * without positive mean support for the rest is dropped, and may then join another group; repeated until none is.
 * `rivals` never end in one group. Returns the groups of two and more, each ascending, in order of their first member.
 *
 * Method: agglomerative clustering with average linkage (Sokal and Michener 1958) on log-odds, over candidate links. Each
 * join and each drop raises the sum of the supports within groups, the objective of correlation clustering (Bansal, Blum
 * and Chawla 2004), or leaves it. The order of the links makes no difference; that of the documents makes one through
 * ties and through the sampling of large groups, so they must come in a fixed order.
 */
export function groupByMutualSupport(count: number, links: readonly Link[], support: Support, rivals: readonly PlacePair[] = []): number[][] {
  const ordered = strongestFirst(links);
  let groups: readonly (readonly number[])[] = [];
  for (let round = 0, settled = false; round < MOST_ROUNDS && !settled; round++) {
    const partition = new Partition(count, groups, rivals);
    agglomerate(partition, ordered, support);
    const joined = partition.groups();
    groups = joined.map((group) => withoutStrangers(group, support)).filter((group) => group.length > 1);
    settled = sizeOf(groups) === sizeOf(joined);
  }
  return groups.map((group) => [...group]).sort(([x = 0], [y = 0]) => x - y);
}

function sizeOf(groups: readonly (readonly number[])[]): number {
  return groups.reduce((sum, group) => sum + group.length, 0);
}

function strongestFirst(links: readonly Link[]): readonly Link[] {
  return links
    .filter((link) => link.support > 0)
    .map(({ a, b, support }) => ({ a: Math.min(a, b), b: Math.max(a, b), support }))
    .sort((x, y) => y.support - x.support || x.a - y.a || x.b - y.b);
}

/** Joins what supports each other, until no link joins any more. Two groups that did not are asked again only once grown. */
function agglomerate(partition: Partition, links: readonly Link[], support: Support): void {
  const refused = new Set<string>();
  let open = links;
  for (let joined = true; joined; ) {
    joined = false;
    for (const link of open) {
      const [a, b] = [partition.groupOf(link.a), partition.groupOf(link.b)].sort((x, y) => x - y);
      if (a === undefined || b === undefined || a === b || partition.areRivals(a, b)) continue;
      const [left, right] = [partition.membersOf(a), partition.membersOf(b)];
      // A group only grows here: with its size its name tells its members.
      const asked = `${a}:${left.length}-${b}:${right.length}`;
      if (refused.has(asked)) continue;
      if (meanSupport(left, right, support) > 0) {
        partition.join(a, b);
        joined = true;
      } else refused.add(asked);
    }
    open = open.filter(({ a, b }) => partition.groupOf(a) !== partition.groupOf(b));
  }
}
