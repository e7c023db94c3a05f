import { closeLinks, type LinkClosure } from './closure.ts';
import { groupUnderConstraints } from './constrained.ts';
import type { Link } from './group.ts';
import { representativeOf, type Grouped } from './representative.ts';
import { meanSupport, type Support } from './support.ts';
import { hashText } from '../extract/shingles.ts';
import { logistic } from '../judge/judge.ts';
import type { Cluster, Level } from '../types.ts';

/**
 * The clusters over articles in ascending order of id, the largest first. `support` gives the log-odds of a pair less those
 * of the threshold; `bias` is the latter, to tell probabilities. What must be joined or stay apart by `closure` does; the
 * probabilities of a cluster and of its members stay those of `support` all the same. `prefer` says which documents may stand for it.
 */
export function clustersOf(
  articles: readonly Grouped[],
  links: readonly Link[],
  support: Support,
  bias: number,
  level: Level,
  closure: LinkClosure = closeLinks([], []),
  prefer: readonly string[] = [],
): Cluster[] {
  const ids = articles.map(({ document }) => document.id);
  return groupUnderConstraints(ids, links, support, closure)
    .map((group) => clusterOf(group, articles, support, bias, level, prefer))
    .sort((x, y) => y.documents.length - x.documents.length || (x.id < y.id ? -1 : 1));
}

function clusterOf(group: readonly number[], articles: readonly Grouped[], support: Support, bias: number, level: Level, prefer: readonly string[]): Cluster {
  const members = group.map((member) => logistic(bias + meanSupport([member], group.filter((other) => other !== member), support)));
  const inGroup = group.flatMap((member) => articles[member] ?? []);
  const documents = inGroup.map(({ document }) => document.id);
  return {
    id: clusterId(documents),
    level,
    documents,
    representative: representativeOf(inGroup, prefer),
    languages: [...new Set(inGroup.map(({ language }) => language.code))].sort(),
    probability: members.reduce((sum, probability) => sum + probability, 0) / members.length,
    members,
  };
}

/** An id made of the documents': the same cluster has the same in every run. 64 bits: a million clusters don't collide. */
function clusterId(documents: readonly string[]): string {
  const text = documents.join('\n');
  return [hashText(text), hashText(`${text}\n`)].map((half) => half.toString(16).padStart(8, '0')).join('');
}
