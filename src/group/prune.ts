import { bounded, evenPairs, type Support } from './support.ts';

/**
 * What is left of a group when the member with the least mean support for the rest has gone, as long as that mean is
 * not positive; of equals the last goes. Ascending; empty where none support each other. A member's mean is taken over
 * peers chosen once, so that the calls stay linear in the size of the group, however many go.
 *
 * Who goes had no positive sum with the rest, so what remains never supports itself less than before.
 */
export function withoutStrangers(group: readonly number[], support: Support): readonly number[] {
  const peers = new Map(group.map((member) => [member, supportsOf(member, group, support)]));
  for (let weakest = weakestOf(peers); weakest !== undefined; weakest = weakestOf(peers)) {
    peers.delete(weakest);
    for (const others of peers.values()) others.delete(weakest);
  }
  return [...peers.keys()];
}

type Supports = Map<number, number>;

function supportsOf(member: number, group: readonly number[], support: Support): Supports {
  const others = group.filter((other) => other !== member);
  return new Map(evenPairs([member], others).map(([, other]) => [other, bounded(support(member, other))]));
}

function weakestOf(peers: ReadonlyMap<number, Supports>): number | undefined {
  let weakest: number | undefined;
  let least = 0;
  for (const [member, supports] of peers) {
    const mean = meanOf(supports);
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
