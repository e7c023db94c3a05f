import { contradiction } from './contradiction.ts';
import type { LinkedIds } from '../read/links.ts';
import type { PairReport } from '../types.ts';

/** What a pair is bound to, if to anything. */
export type Constraint = NonNullable<PairReport['constraint']>;

/** Must-link and cannot-link pairs with all that follows from them. */
export interface LinkClosure {
  /** Ids that must be joined have one root, the least of them; an id that no line names is its own. */
  readonly rootOf: (id: string) => string;
  /** The pairs of roots that must stay apart; both ways round, and none with itself. */
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Closes the links: joined to joined is joined (a-b and b-c give a-c), and what is apart from one is apart from all that
 * is joined to it. Ids need no document: what follows by way of an article that is not in this run holds all the same.
 * The order of the links makes no difference.
 *
 * Method: union by the least root; the two rules are those of Wagstaff et al. (2001), Constrained K-means.
 *
 * @throws {UsageError} where two ids must be joined and kept apart; it names the lines that say so.
 */
export function closeLinks(mustLink: readonly LinkedIds[], cannotLink: readonly LinkedIds[]): LinkClosure {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    for (let at = id; at !== root; ) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  for (const [a, b] of mustLink) {
    const [x, y] = [rootOf(a), rootOf(b)];
    if (x !== y) parents.set(x < y ? y : x, x < y ? x : y);
  }
  const broken = cannotLink.filter(([a, b]) => rootOf(a) === rootOf(b));
  if (broken.length > 0) throw contradiction(broken, mustLink);
  return { rootOf, apart: rootsApart(cannotLink, rootOf) };
}

function rootsApart(cannotLink: readonly LinkedIds[], rootOf: (id: string) => string): LinkClosure['apart'] {
  const apart = new Map<string, Set<string>>();
  for (const [a, b] of cannotLink) {
    const [x, y] = [rootOf(a), rootOf(b)];
    apart.set(x, (apart.get(x) ?? new Set()).add(y));
    apart.set(y, (apart.get(y) ?? new Set()).add(x));
  }
  return apart;
}

/** What a pair of ids is bound to by the links and what follows from them. */
export function constraintOn(a: string, b: string, { rootOf, apart }: LinkClosure): Constraint | undefined {
  const [x, y] = [rootOf(a), rootOf(b)];
  if (x === y) return a === b ? undefined : 'must-link';
  return apart.get(x)?.has(y) ? 'cannot-link' : undefined;
}
