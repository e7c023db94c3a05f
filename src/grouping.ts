import { candidatePairs } from './block/candidates.ts';
import { firstAlike, type Alike } from './block/copies.ts';
import { hintIndex, type HintIndex } from './block/hints.ts';
import { PairList, type CandidatePair, type Pairs } from './block/pair-list.ts';
import { isEntered } from './block/block-index.ts';
import { mayMeet, windowOver, type DateWindow } from './block/window.ts';
import { screening } from './compare/screen.ts';
import type { PrintList } from './fingerprint/shelf.ts';
import { closeLinks, constraintOn, type LinkClosure } from './group/closure.ts';
import { clustersOf } from './group/clusters.ts';
import type { Link } from './group/group.ts';
import { timeOf } from './group/representative.ts';
import { findRivals, type Rivalry } from './group/rivals.ts';
import type { Support } from './group/support.ts';
import { unknownLinkIds } from './group/unknown-links.ts';
import { logit } from './judge/judge.ts';
import { Judgements, type JudgePlaces, type PlacedJudgement } from './judge/judgements.ts';
import type { PipelineOptions } from './options.ts';
import { isNearMiss } from './judging.ts';
import { hinted, judgePrints, printList, type Found, type JudgedPair, type Prepared } from './pair.ts';
import type { LinkedIds } from './read/links.ts';
import type { Cluster, Level } from './types.ts';

/** block: the pairs worth judging; where only what comes in is asked for, those that touch it. */
export function candidatesAmong(prepared: readonly Prepared[], options: Pick<PipelineOptions, 'incoming' | 'screen' | 'window'>): Pairs {
  const prints = printList(prepared);
  return askedOf(candidatePairs(prints, screening(prints, options.screen), windowOf(prepared, options)), incomingOf(prepared, options));
}

/** The places of what comes in, where nothing else is asked for. */
export function incomingOf(prepared: readonly Prepared[], { incoming }: Pick<PipelineOptions, 'incoming'>): ReadonlySet<number> | undefined {
  return incoming === undefined ? undefined : new Set([...prepared.keys()].filter((place) => incoming.has(at(prepared, place).document.id)));
}

/** Of pairs, those that touch what comes in. */
export function askedOf(pairs: Pairs, incoming: ReadonlySet<number> | undefined): Pairs {
  return incoming === undefined ? pairs : pairs.filter((pair) => isAsked(pair, incoming));
}

function isAsked({ a, b }: CandidatePair, incoming: ReadonlySet<number> | undefined): boolean {
  return incoming === undefined || incoming.has(a) || incoming.has(b);
}

/** The window over documents, where one is asked for. */
export function windowOf(prepared: readonly Prepared[], options: Pick<PipelineOptions, 'window'>): DateWindow | undefined {
  return options.window === undefined ? undefined : windowOver(prepared.map(({ document }) => timeOf(document.date)), options.window);
}

/** The pairs that the sources suggest, as far as they are asked for and their dates are near enough. */
export function suggestedPairs(pairs: readonly CandidatePair[], prepared: readonly Prepared[], options: Pick<PipelineOptions, 'incoming' | 'window'>): readonly CandidatePair[] {
  const [window, incoming] = [windowOf(prepared, options), incomingOf(prepared, options)];
  return pairs.filter((pair) => isAsked(pair, incoming) && mayMeet(window, pair.a, pair.b));
}

/** What is said where hints are off. */
const NO_HINTS: HintIndex = { between: () => undefined, pairs: [] };

/**
 * group: of documents in order of their ids, and what was judged of their candidate pairs by their texts. What the sources say
 * is added here.
 */
export function groupPrepared(prepared: readonly Prepared[], judged: Iterable<PlacedJudgement>, options: PipelineOptions, prints: PrintList = printList(prepared)): Found {
  const closure = closeLinks(options.mustLink, options.cannotLink);
  const hints = options.hints ? hintIndex(prepared.map(({ document }) => document)) : NO_HINTS;
  const alike = firstAlike(prints, windowOf(prepared, options));
  const { known, pairs } = takenIn(prepared, prints, judged, alike, hints, options);
  const candidates = pairs.with(suggestedPairs(hints.pairs, prepared, options));
  const bias = logit(options.threshold);
  const rivalry = rivalryAt(options.level, candidates, prepared, known, hints);
  const standIns = standInsOf(prepared, alike, hints, options);
  const links = linksOf(candidates, known, rivalry, standIns, options);
  const clusters = clustersOf(prepared, links, (x, y) => rivalry.logOdds(x, y) - bias, { bias, level: options.level, closure, prefer: options.prefer, standIns });
  const places = placesOf(prepared);
  const clusterAt = clusterOfPlaces(clusters, places);
  const together = (x: number, y: number): boolean => clusterAt[x] !== -1 && clusterAt[x] === clusterAt[y];
  const diagnostics = unknownLinkIds(places, options.mustLink, options.cannotLink);
  const told: JudgedPair[] = [];
  for (const { a, b } of candidates.with(linkedPlaces(options.mustLink, places)).with(pairsWithRepresentative(clusters, places))) {
    const judgement = known(a, b);
    if (!isNearMiss(judgement, options.level) && !together(a, b)) continue;
    const isOutdone = !together(a, b) && judgement.probability >= options.threshold && rivalry.logOdds(a, b) < bias;
    const rival = isOutdone ? prepared[rivalry.rivalOf(a, b) ?? -1] : undefined;
    const hint = hints.between(a, b);
    const pair = { a: at(prepared, a), b: at(prepared, b), judgement, ...(hint === undefined ? {} : { hint }) };
    told.push(constrained(outdone(pair, rival), closure));
  }
  return { prepared, told, clusters, diagnostics };
}

/**
 * The pairs that were judged, and what is known of each two documents: of others it is found out when they are asked for. Those alike to the
 * last key are judged as one.
 */
function takenIn(prepared: readonly Prepared[], list: PrintList, judged: Iterable<PlacedJudgement>, { first }: Alike, hints: HintIndex, options: PipelineOptions): { readonly known: JudgePlaces; readonly pairs: Pairs } {
  const texts = new Judgements((x, y) => judgePrints(list.packedAt(x), list.packedAt(y), options));
  const pairs = new PairList(prepared.length);
  const firstOf = (place: number): number => first[place] ?? place;
  for (const { a, b, judgement } of judged) {
    texts.keep({ a: firstOf(a), b: firstOf(b), judgement });
    pairs.add(a, b);
  }
  const known: JudgePlaces = (x, y) => hinted({ a: at(prepared, x), b: at(prepared, y), judgement: texts.of(firstOf(x), firstOf(y)) }, hints.between(x, y), options.threshold).judgement;
  return { known, pairs: pairs.distinct() };
}

/**
 * By place, the document that stands for one when groups are made: of a thousand documents alike to the last key the first few stand
 * for all, but for those that links or sources speak of. Where only what comes in is asked for, everyone stands for itself: the first few may
 * be of the archive, which is not grouped by itself.
 */
function standInsOf(prepared: readonly Prepared[], alike: Alike, hints: HintIndex, { mustLink, cannotLink, incoming }: PipelineOptions): ReadonlyMap<number, number> {
  if (incoming !== undefined) return new Map();
  const named = new Set([...mustLink, ...cannotLink].flatMap(([a, b]) => [a, b]));
  const suggested = new Set(hints.pairs.flatMap(({ a, b }) => [a, b]));
  const standIns = new Map<number, number>();
  for (const [place, { document }] of prepared.entries()) {
    if (!isEntered(alike, place) && !named.has(document.id) && !suggested.has(place)) standIns.set(place, alike.first[place] ?? place);
  }
  return standIns;
}

/**
 * Rivals explain away translations only: independent reports of one event stand side by side. Nor do they what the sources
 * say themselves.
 */
function rivalryAt(level: Level, candidates: Pairs, prepared: readonly Prepared[], known: JudgePlaces, hints: HintIndex): Rivalry {
  if (level === 'story') return { logOdds: (x, y) => logit(known(x, y).story), rivalOf: () => undefined };
  const likeness: Support = (x, y) => known(x, y).logOdds;
  const { logOdds, rivalOf } = findRivals(candidates, prepared.map(({ language }) => language.code), likeness);
  const isTold = (x: number, y: number): boolean => hints.between(x, y) !== undefined;
  return { logOdds: (x, y) => (isTold(x, y) ? likeness : logOdds)(x, y), rivalOf: (x, y) => (isTold(x, y) ? undefined : rivalOf(x, y)) };
}

/** The candidates that speak for joining, with their log-odds against their rivals. */
function linksOf(candidates: Pairs, known: JudgePlaces, rivalry: Rivalry, standIns: ReadonlyMap<number, number>, { level, threshold }: PipelineOptions): Link[] {
  const links: Link[] = [];
  for (const { a, b } of candidates) {
    if (standIns.has(a) || standIns.has(b)) continue;
    const { probability, story } = known(a, b);
    if ((level === 'report' ? probability : story) >= threshold) links.push({ a, b, support: rivalry.logOdds(a, b) - logit(threshold) });
  }
  return links;
}

/** A pair that another one has kept apart tells one event at the most. */
function outdone(pair: JudgedPair, rival: Prepared | undefined): JudgedPair {
  return rival === undefined ? pair : { ...pair, judgement: { ...pair.judgement, relation: 'story' }, rival: rival.document.id };
}

/** The number of each place's cluster, or -1. */
function clusterOfPlaces(clusters: readonly Cluster[], places: Places): Int32Array {
  const clusterAt = new Int32Array(places.size).fill(-1);
  for (const [number, { documents }] of clusters.entries()) for (const id of documents) clusterAt[places.get(id) ?? 0] = number;
  return clusterAt;
}

function constrained(pair: JudgedPair, closure: LinkClosure): JudgedPair {
  const constraint = constraintOn(pair.a.document.id, pair.b.document.id, closure);
  return constraint === undefined ? pair : { ...pair, constraint };
}

/** The places of the linked documents that are there: a pair someone asked for is told, whatever blocking thinks of it. */
function linkedPlaces(links: readonly LinkedIds[], places: Places): readonly CandidatePair[] {
  return links.flatMap(([a, b]) => {
    const [x, y] = [places.get(a), places.get(b)];
    return x === undefined || y === undefined || x === y ? [] : [{ a: x, b: y }];
  });
}

/** Each member of a cluster with the document that stands for it: these pairs are always told. */
function* pairsWithRepresentative(clusters: readonly Cluster[], places: Places): Generator<CandidatePair> {
  for (const { documents, representative } of clusters) {
    const first = places.get(representative) ?? 0;
    for (const id of documents) if (id !== representative) yield { a: first, b: places.get(id) ?? 0 };
  }
}

/** By id. */
type Places = ReadonlyMap<string, number>;

function placesOf(prepared: readonly Prepared[]): Places {
  const places = new Map<string, number>();
  for (const [place, { document }] of prepared.entries()) places.set(document.id, place);
  return places;
}

/** The item at a place that is known to be there. */
function at<T>(list: readonly T[], place: number): T {
  const item = list[place];
  if (item === undefined) throw new RangeError(`no item ${place} in ${list.length}`);
  return item;
}
