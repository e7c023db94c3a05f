import { closeLinks, type LinkClosure } from './closure.ts';
import { groupUnderConstraints } from './constrained.ts';
import type { Link } from './group.ts';
import { representativeOf, type Grouped } from './representative.ts';
import { memberSupport, type Support } from './support.ts';
import { hashText } from '../extract/shingles.ts';
import { logistic } from '../judge/judge.ts';
import type { Cluster, Level } from '../types.ts';

/** How clusters are made and told. */
export interface Clustering {
  /** The log-odds of the threshold, which `support` is less of, to tell probabilities. */
  readonly bias: number;
  readonly level: Level;
  /** What must be joined or stay apart. */
  readonly closure: LinkClosure;
  /** Which documents may stand for a cluster (`prefer.ts`). */
  readonly prefer: readonly string[];
  /** Documents that go wherever another one does, to the letter the same: by place, that other one. No link names them. */
  readonly standIns: ReadonlyMap<number, number>;
}

/** What is asked where nothing else is. */
const PLAIN: Omit<Clustering, 'bias' | 'level'> = { closure: closeLinks([], []), prefer: [], standIns: new Map() };

/**
 * The clusters over articles in ascending order of id, the largest first. `support` gives the log-odds of a pair less those
 * of the threshold. What must be joined or stay apart by the closure does; the
 * probabilities of a cluster and of its members stay those of `support` all the same.
 */
export function clustersOf(articles: readonly Grouped[], links: readonly Link[], support: Support, given: Partial<Clustering> & Pick<Clustering, 'bias' | 'level'>): Cluster[] {
  const clustering = { ...PLAIN, ...given };
  const ids = articles.map(({ document }) => document.id);
  const followers = followersOf(clustering.standIns);
  return groupUnderConstraints(ids, links, support, clustering.closure)
    .map((group) => clusterOf(group, followers, articles, support, clustering))
    .sort((x, y) => y.documents.length - x.documents.length || (x.id < y.id ? -1 : 1));
}

/** By place, the documents that go where it goes. */
function followersOf(standIns: Clustering['standIns']): ReadonlyMap<number, readonly number[]> {
  const followers = new Map<number, number[]>();
  for (const [place, standIn] of standIns) {
    const list = followers.get(standIn);
    if (list === undefined) followers.set(standIn, [place]);
    else list.push(place);
  }
  return followers;
}

function clusterOf(group: readonly number[], followers: ReadonlyMap<number, readonly number[]>, articles: readonly Grouped[], support: Support, { bias, level, prefer }: Clustering): Cluster {
  const members = group
    .flatMap((member, at) => {
      const probability = logistic(bias + memberSupport(group, at, support));
      return [member, ...(followers.get(member) ?? [])].map((place) => ({ place, probability }));
    })
    .sort((x, y) => x.place - y.place);
  const inGroup = members.flatMap(({ place }) => articles[place] ?? []);
  const documents = inGroup.map(({ document }) => document.id);
  return {
    id: clusterId(documents),
    level,
    documents,
    representative: representativeOf(inGroup, prefer),
    languages: [...new Set(inGroup.map(({ language }) => language.code))].sort(),
    probability: members.reduce((sum, { probability }) => sum + probability, 0) / members.length,
    members: members.map(({ probability }) => probability),
  };
}

/** An id made of the documents': the same cluster has the same in every run. 64 bits: a million clusters don't collide. */
function clusterId(documents: readonly string[]): string {
  const text = documents.join('\n');
  return [hashText(text), hashText(`${text}\n`)].map((half) => half.toString(16).padStart(8, '0')).join('');
}
