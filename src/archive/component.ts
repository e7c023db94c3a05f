import { isEntered } from '../block/block-index.ts';
import { firstAlike } from '../block/copies.ts';
import type { Store } from '../store/store.ts';
import { groupPrepared, windowOf } from '../grouping.ts';
import { mayCompete } from '../group/rivals.ts';
import type { Judgement } from '../judge/judge.ts';
import type { PlacedJudgement } from '../judge/judgements.ts';
import type { PipelineOptions } from '../options.ts';
import { printList, type Found, type Prepared } from '../pair.ts';
import { pairsOf, type KeptPair } from './pairs.ts';

/** Documents that are grouped by themselves, whatever else there is. */
export interface Component {
  /** Those that hang together by pairs that may join two, ascending. */
  readonly numbers: readonly number[];
  /** Those that compete with one of them for another (`findRivals`), and those that are asked for besides. */
  readonly beside: readonly number[];
  /** The pairs of the former with each other and with the latter, some twice. */
  readonly pairs: readonly KeptPair[];
}

type Grouping = Pick<PipelineOptions, 'level' | 'threshold'>;

/**
 * The components that some documents are in. Most pairs that are kept join nothing: by all of them nearly everything in an archive hangs
 * together. Of the documents that `isTold` says, all partners are beside theirs.
 */
export function componentsOf(store: Store, starts: Iterable<number>, grouping: Grouping, isTold: (number: number) => boolean = () => false): Component[] {
  const seen = new Set<number>();
  const components: Component[] = [];
  for (const start of starts) {
    if (seen.has(start)) continue;
    seen.add(start);
    const numbers = [start];
    const pairs: KeptPair[] = [];
    for (let at = 0; at < numbers.length; at++) {
      for (const pair of pairsOf(store, numbers[at] ?? 0)) {
        pairs.push(pair);
        if (!mayJoin(pair, grouping) || seen.has(pair.b)) continue;
        seen.add(pair.b);
        numbers.push(pair.b);
      }
    }
    const own = new Set(numbers);
    const needed = pairs.filter(({ a, b, judgement }) => own.has(b) || isTold(a) || maySpeakAgainst(judgement, grouping));
    const beside = [...new Set(needed.map(({ b }) => b))].filter((number) => !own.has(number));
    components.push({ numbers: numbers.sort((x, y) => x - y), beside, pairs: needed });
  }
  return components;
}

/** Whether a pair may join two documents: by their texts, or where the sources tie them. */
function mayJoin({ judgement, isTied }: KeptPair, { level, threshold }: Grouping): boolean {
  return isTied || (level === 'report' ? judgement.probability : judgement.story) >= threshold;
}

/** Whether what is judged of a pair may lower what speaks for another pair of one of its documents. */
export function maySpeakAgainst({ logOdds }: Judgement, { level }: Pick<Grouping, 'level'>): boolean {
  return level === 'report' && mayCompete(logOdds);
}

/** A document with its number in the archive; -1 for one that is not in it. */
export interface Numbered {
  readonly number: number;
  readonly prepared: Prepared;
}

/** What grouping needs of a pair. */
export type GroupedPair = Pick<KeptPair, 'a' | 'b' | 'judgement' | 'isJudged'>;

/**
 * group, of documents of components and the pairs kept of them. What stands `beside` them is grouped in components of its own, though its
 * sources may tie some of it to each other: of that nothing is told here.
 */
export function groupBeside(documents: readonly Numbered[], pairs: readonly GroupedPair[], beside: ReadonlySet<number>, options: PipelineOptions): Found {
  const own = new Set(documents.filter(({ number }) => !beside.has(number)).map(({ prepared }) => prepared.document.id));
  const found = groupNumbered(documents, pairs, options);
  return { ...found, clusters: found.clusters.filter((cluster) => cluster.documents.some((id) => own.has(id))), told: found.told.filter(({ a, b }) => own.has(a.document.id) || own.has(b.document.id)) };
}

/** group, of documents and the pairs kept of them. */
export function groupNumbered(documents: readonly Numbered[], pairs: readonly GroupedPair[], options: PipelineOptions): Found {
  const sorted = documents.toSorted((x, y) => (x.prepared.document.id < y.prepared.document.id ? -1 : 1));
  const places = new Map(sorted.map(({ number }, place) => [number, place]));
  const judged: PlacedJudgement[] = [];
  for (const { a, b, judgement, isJudged } of pairs) {
    const [x, y] = [places.get(a), places.get(b)];
    if (isJudged && x !== undefined && y !== undefined) judged.push({ a: Math.min(x, y), b: Math.max(x, y), judgement });
  }
  const prepared = sorted.map((each) => each.prepared);
  return groupPrepared(prepared, likeOneRun(prepared, judged, options), options);
}

/**
 * Of many documents alike to the last key a run enters the first by id, and the archive the first to come. What was judged of
 * one holds for all of them: so it is told here of those that a run would enter.
 */
function likeOneRun(prepared: readonly Prepared[], judged: readonly PlacedJudgement[], options: Pick<PipelineOptions, 'window'>): readonly PlacedJudgement[] {
  const alike = firstAlike(printList(prepared), windowOf(prepared, options));
  const members = new Map<number, number[]>();
  for (const [place, first] of alike.first.entries()) {
    if (isEntered(alike, place)) members.set(first, [...(members.get(first) ?? []), place]);
  }
  const isCrowd = new Set(Array.from(alike.first).filter((_, place) => !isEntered(alike, place)));
  const all = new Map<number, PlacedJudgement>();
  const add = (x: number, y: number, judgement: Judgement): void => {
    if (x !== y) all.set(Math.min(x, y) * prepared.length + Math.max(x, y), { a: Math.min(x, y), b: Math.max(x, y), judgement });
  };
  for (const { a, b, judgement } of judged) {
    const [x = a, y = b] = [alike.first[a], alike.first[b]];
    const [these, those] = [isCrowd.has(x) ? (members.get(x) ?? []) : [a], isCrowd.has(y) ? (members.get(y) ?? []) : [b]];
    for (const one of these) for (const other of those) add(one, other, judgement);
    if (x !== y || !isCrowd.has(x)) continue;
    for (const [place, first] of alike.first.entries()) if (first === x) add(first, place, judgement);
  }
  return [...all.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}
