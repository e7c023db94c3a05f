import type { LinkClosure } from './closure.ts';
import { groupByMutualSupport, type Link } from './group.ts';
import type { PlacePair } from './partition.ts';
import { evenPairs, type Support } from './support.ts';

/**
 * Groups documents, given by their ids, as `groupByMutualSupport` does, and keeps the links: documents that must be
 * joined go as one unit, whatever speaks against it, and units that must stay apart do. Returns groups of two and more
 * places, each ascending, in order of their first.
 *
 * A unit supports another as much as its best pair does: that two documents are one was said, so what speaks for one of
 * them speaks for both (propagation by shortest paths: Klein, Kamvar and Manning 2002).
 */
export function groupUnderConstraints(ids: readonly string[], links: readonly Link[], support: Support, closure: LinkClosure): number[][] {
  const { units, unitOf, rivals } = unitsOf(ids, closure);
  const between = linksBetween(units.length, links, unitOf);
  const groups = groupByMutualSupport(units.length, [...between.values()], bestSupport(units, between, support), rivals);
  const grouped = new Set(groups.flat());
  const alone = units.flatMap((_, unit) => (grouped.has(unit) ? [] : [[unit]]));
  return [...groups, ...alone]
    .map((group) => group.flatMap((unit) => units[unit] ?? []).sort((x, y) => x - y))
    .filter((group) => group.length > 1)
    .sort(([x = 0], [y = 0]) => x - y);
}

type UnitList = readonly (readonly number[])[];

interface Units {
  /** The places of each unit, ascending; the units in order of their first. */
  readonly units: UnitList;
  /** By place. */
  readonly unitOf: readonly number[];
  readonly rivals: readonly PlacePair[];
}

function unitsOf(ids: readonly string[], { rootOf, apart }: LinkClosure): Units {
  const byRoot = new Map<string, number>();
  const units: number[][] = [];
  const unitOf = ids.map((id, place) => {
    const root = rootOf(id);
    const unit = byRoot.get(root) ?? units.length;
    byRoot.set(root, unit);
    if (unit === units.length) units.push([]);
    units[unit]?.push(place);
    return unit;
  });
  const rivals = [...byRoot].flatMap(([root, unit]) =>
    [...(apart.get(root) ?? [])].flatMap((other) => {
      const rival = byRoot.get(other);
      return rival === undefined || rival < unit ? [] : [[unit, rival] as const];
    }),
  );
  return { units, unitOf, rivals };
}

/** The strongest link between each two units, by `lesser * count + greater`. */
function linksBetween(count: number, links: readonly Link[], unitOf: readonly number[]): ReadonlyMap<number, Link> {
  const strongest = new Map<number, Link>();
  for (const link of links) {
    const [x, y] = [unitOf[link.a] ?? 0, unitOf[link.b] ?? 0];
    if (x === y) continue;
    const [a, b] = [Math.min(x, y), Math.max(x, y)];
    const known = strongest.get(a * count + b);
    if (known === undefined || known.support < link.support) strongest.set(a * count + b, { a, b, support: link.support });
  }
  return strongest;
}

/** The support of two units: of their best pair, of those linked and some more. Each two units are judged once. */
function bestSupport(units: UnitList, links: ReadonlyMap<number, Link>, support: Support): Support {
  const known = new Map<number, number>();
  return (x, y) => {
    const [a, b] = [Math.min(x, y), Math.max(x, y)];
    const [left = [], right = []] = [units[a], units[b]];
    const [first = 0, second = 0] = [left[0], right[0]];
    if (left.length * right.length === 1) return support(first, second);
    const key = a * units.length + b;
    const linked = links.get(key)?.support ?? Number.NEGATIVE_INFINITY;
    const best = known.get(key) ?? evenPairs(left, right).reduce((most, pair) => Math.max(most, support(...pair)), linked);
    known.set(key, best);
    return best;
  };
}
