import { UsageError } from '../errors.ts';
import type { LinkedIds } from '../read/links.ts';

/**
 * The error of cannot-link pairs that must-link pairs join. It tells one of them, the first in code-unit order of its
 * ids, with the shortest chain of must-link lines that leads from one to the other.
 */
export function contradiction(broken: readonly LinkedIds[], mustLink: readonly LinkedIds[]): UsageError {
  const [first] = [...broken].sort(byIds);
  const [a = '', b = '', origin = 'cannotLink'] = first ?? [];
  const steps = shortestChain(a, b, mustLink).map(([from, to, place = 'mustLink']) => `${place} joins "${from}" and "${to}"`);
  const apart = `${origin} keeps "${a}" and "${b}" apart`;
  return new UsageError({
    code: 'contradicting-links',
    happened: steps.length === 0 ? `${apart}, and they are one document.` : `${steps.join(', ')}, and ${apart}.`,
    expected: 'Must-link and cannot-link pairs that can all hold, with what follows from them.',
    advice: 'Remove or mend one of these lines.',
  });
}

function byIds(x: LinkedIds, y: LinkedIds): number {
  const [left, right] = [[x[0], x[1]].sort().join('\0'), [y[0], y[1]].sort().join('\0')];
  return left < right ? -1 : Number(left > right);
}

/** Breadth-first over the links, neighbours in code-unit order, so that the order of the lines makes no difference. */
function shortestChain(from: string, to: string, links: readonly LinkedIds[]): readonly LinkedIds[] {
  const neighbours = neighboursOf(links);
  const cameBy = new Map<string, LinkedIds | undefined>([[from, undefined]]);
  for (const id of cameBy.keys()) {
    if (id === to) break;
    for (const link of neighbours.get(id) ?? []) {
      const next = otherEnd(link, id);
      if (!cameBy.has(next)) cameBy.set(next, link);
    }
  }
  const chain: LinkedIds[] = [];
  for (let id = to, link = cameBy.get(to); link !== undefined; link = cameBy.get(id)) {
    chain.unshift(link);
    id = otherEnd(link, id);
  }
  return chain;
}

function otherEnd([a, b]: LinkedIds, id: string): string {
  return a === id ? b : a;
}

function neighboursOf(links: readonly LinkedIds[]): ReadonlyMap<string, readonly LinkedIds[]> {
  const neighbours = new Map<string, LinkedIds[]>();
  for (const link of [...links].sort(byIds)) {
    for (const id of [link[0], link[1]]) {
      const list = neighbours.get(id);
      if (list === undefined) neighbours.set(id, [link]);
      else list.push(link);
    }
  }
  return neighbours;
}
