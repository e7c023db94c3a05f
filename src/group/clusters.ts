import { closeLinks, type LinkClosure } from './closure.ts';
import { groupUnderConstraints } from './constrained.ts';
import type { Link } from './group.ts';
import { meanSupport, type Support } from './support.ts';
import { hashText } from '../extract/shingles.ts';
import { logistic } from '../judge/judge.ts';
import type { Article, Cluster, Level } from '../types.ts';

/** What is known of a document that is grouped. */
export interface Grouped extends Pick<Article, 'document' | 'language'> {
  /** Letters and digits of its sentences. */
  readonly letters: number;
}

/**
 * The clusters over articles in ascending order of id, the largest first. `support` gives the log-odds of a pair less those
 * of the threshold; `bias` is the latter, to tell probabilities. What must be joined or stay apart by `closure` does; the
 * probabilities of a cluster and of its members stay the model's all the same.
 */
export function clustersOf(
  articles: readonly Grouped[],
  links: readonly Link[],
  support: Support,
  bias: number,
  level: Level,
  closure: LinkClosure = closeLinks([], []),
): Cluster[] {
  const ids = articles.map(({ document }) => document.id);
  return groupUnderConstraints(ids, links, support, closure)
    .map((group) => clusterOf(group, articles, support, bias, level))
    .sort((x, y) => y.documents.length - x.documents.length || (x.id < y.id ? -1 : 1));
}

function clusterOf(group: readonly number[], articles: readonly Grouped[], support: Support, bias: number, level: Level): Cluster {
  const members = group.map((member) => logistic(bias + meanSupport([member], group.filter((other) => other !== member), support)));
  const inGroup = group.flatMap((member) => articles[member] ?? []);
  const documents = inGroup.map(({ document }) => document.id);
  return {
    id: clusterId(documents),
    level,
    documents,
    representative: representativeOf(inGroup),
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

/** The earliest by date, then the most complete, then the first by id. */
function representativeOf(articles: readonly Grouped[]): string {
  const dateOf = ({ document }: Grouped): number => timeOf(document.date);
  const [first] = [...articles].sort((a, b) => {
    if (dateOf(a) !== dateOf(b)) return dateOf(a) < dateOf(b) ? -1 : 1;
    return b.letters - a.letters || (a.document.id < b.document.id ? -1 : 1);
  });
  return first?.document.id ?? '';
}

/** Milliseconds of an ISO 8601 date; without an offset it is read as UTC, not by the machine's clock. Infinite where there is none. */
function timeOf(date: string | undefined): number {
  const hasTime = /T\d/u.test(date ?? '');
  const hasOffset = /(?:Z|[+-]\d\d:?\d\d)$/u.test(date ?? '');
  const time = Date.parse(hasTime && !hasOffset ? `${date}Z` : (date ?? ''));
  return Number.isNaN(time) ? Infinity : time;
}
