import { bounded, peersOf, type Support } from './support.ts';

/**
 * What is left of a group when the member with the least mean support for the rest has gone, as long as that mean is
 * not positive; of equals the last goes. Ascending; empty where none support each other. A member's mean is taken over
 * peers chosen once, so that the calls stay linear in the size of the group, however many go.
 *
 * Who goes had no positive sum with the rest, so what remains never supports itself less than before.
 */
export function withoutStrangers(group: readonly number[], support: Support): readonly number[] {
  const supports = new Map(group.map((member, at) => [member, supportsOf(group, at, support)]));
  const means = new Map([...supports].map(([member, own]) => [member, meanOf(own)]));
  const countedBy = countersOf(supports);
  for (let weakest = weakestOf(means); weakest !== undefined; weakest = weakestOf(means)) {
    means.delete(weakest);
    for (const other of countedBy.get(weakest) ?? []) {
      const own = supports.get(other);
      own?.delete(weakest);
      if (own !== undefined && means.has(other)) means.set(other, meanOf(own));
    }
  }
  return [...means.keys()];
}

type Supports = Map<number, number>;

function supportsOf(group: readonly number[], at: number, support: Support): Supports {
  const member = group[at] ?? 0;
  return new Map(peersOf(group, at).map((other) => [other, bounded(support(member, other))]));
}

/** For each member those among whose peers it is. */
function countersOf(supports: ReadonlyMap<number, Supports>): ReadonlyMap<number, readonly number[]> {
  const counters = new Map<number, number[]>();
  for (const [member, own] of supports) {
    for (const peer of own.keys()) {
      const list = counters.get(peer);
      if (list === undefined) counters.set(peer, [member]);
      else list.push(member);
    }
  }
  return counters;
}

/** The member with the least mean that is not positive; of equals the last. */
function weakestOf(means: ReadonlyMap<number, number>): number | undefined {
  let weakest: number | undefined;
  let least = 0;
  for (const [member, mean] of means) {
    if (mean > least) continue;
    [weakest, least] = [member, mean];
  }
  return weakest;
}

function meanOf(supports: Supports): number {
  let sum = 0;
  for (const value of supports.values()) sum += value;
  return supports.size === 0 ? 0 : sum / supports.size;
}
