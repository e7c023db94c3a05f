import { candidatePairs, type CandidatePair } from './block/candidates.ts';
import { hintIndex, type HintIndex } from './block/hints.ts';
import { closeLinks, constraintOn, type LinkClosure } from './group/closure.ts';
import { clustersOf } from './group/clusters.ts';
import type { Link } from './group/group.ts';
import { findRivals, type Rivalry } from './group/rivals.ts';
import type { Support } from './group/support.ts';
import { unknownLinkIds } from './group/unknown-links.ts';
import { logit, type Judgement } from './judge/judge.ts';
import { Judgements, type PlacedJudgement } from './judge/judgements.ts';
import type { PipelineOptions } from './options.ts';
import { hinted, judgePrints, type Found, type JudgedPair, type Prepared } from './pair.ts';
import type { LinkedIds } from './read/links.ts';
import type { Cluster, Level } from './types.ts';

/** block: the pairs worth judging; where only what comes in is asked for, those that touch it. */
export function candidatesAmong(prepared: readonly Prepared[], options: Pick<PipelineOptions, 'incoming'>): readonly CandidatePair[] {
  return askedOf(candidatePairs(prepared.map(({ fingerprint }) => fingerprint)), prepared, options);
}

/** Where only what comes in is asked for, the pairs that touch it. */
function askedOf(pairs: readonly CandidatePair[], prepared: readonly Prepared[], { incoming }: Pick<PipelineOptions, 'incoming'>): readonly CandidatePair[] {
  return incoming === undefined ? pairs : pairs.filter(({ a, b }) => [a, b].some((place) => incoming.has(at(prepared, place).document.id)));
}

/** Under this probability of one story a pair is told only where both end in one cluster: it is not worth the memory before. */
const WORTH_KEEPING = 0.1;

/** What is said where hints are off. */
const NO_HINTS: HintIndex = { between: () => undefined, pairs: [] };

/**
 * group: of documents in order of their ids, their candidate pairs and what was judged of these by their texts, in the same
 * order. What the sources say is added here.
 */
export function groupPrepared(prepared: readonly Prepared[], pairs: readonly CandidatePair[], judgements: readonly Judgement[], options: PipelineOptions): Found {
  const closure = closeLinks(options.mustLink, options.cannotLink);
  const hints = options.hints ? hintIndex(prepared.map(({ document }) => document)) : NO_HINTS;
  const told = (x: number, y: number, judgement: Judgement): Judgement => hinted({ a: at(prepared, x), b: at(prepared, y), judgement }, hints.between(x, y), options.threshold).judgement;
  const known = new Judgements(prepared.length, (x, y) => told(x, y, judgePrints(at(prepared, x).fingerprint, at(prepared, y).fingerprint, options)));
  const candidates = [...pairs.map((pair, index) => ({ ...pair, judgement: told(pair.a, pair.b, at(judgements, index)) })), ...beyond(pairs, askedOf(hints.pairs, prepared, options), known)];
  for (const pair of candidates) if (pair.judgement.story >= WORTH_KEEPING) known.keep(pair);
  const bias = logit(options.threshold);
  const rivalry = rivalryAt(options.level, candidates, prepared, known, hints);
  const clusters = clustersOf(prepared, linksOf(candidates, rivalry, options), (x, y) => rivalry.logOdds(x, y) - bias, bias, options.level, closure, options.prefer);
  const clusterAt = clusterOfPlaces(clusters, prepared);
  const together = (x: number, y: number): boolean => clusterAt[x] !== -1 && clusterAt[x] === clusterAt[y];
  for (const pair of candidates) if (together(pair.a, pair.b)) known.keep(pair);
  const diagnostics = unknownLinkIds(new Set(prepared.map(({ document }) => document.id)), options.mustLink, options.cannotLink);
  for (const [x, y] of linkedPlaces(options.mustLink, prepared)) known.of(x, y);
  const judged = known.kept().map(({ a, b, judgement }) => {
    const isOutdone = !together(a, b) && judgement.probability >= options.threshold && rivalry.logOdds(a, b) < bias;
    const rival = isOutdone ? prepared[rivalry.rivalOf(a, b) ?? -1] : undefined;
    const hint = hints.between(a, b);
    const pair = { a: at(prepared, a), b: at(prepared, b), judgement, ...(hint === undefined ? {} : { hint }) };
    return constrained(outdone(pair, rival), closure);
  });
  return { prepared, judged, clusters, diagnostics };
}

/** The pairs that only the sources suggest, judged. */
function beyond(pairs: readonly CandidatePair[], suggested: readonly CandidatePair[], known: Judgements): readonly PlacedJudgement[] {
  if (suggested.length === 0) return [];
  const keys = new Set(pairs.map(({ a, b }) => `${a} ${b}`));
  return suggested.filter(({ a, b }) => !keys.has(`${a} ${b}`)).map(({ a, b }) => ({ a, b, judgement: known.of(a, b) }));
}

/**
 * Rivals explain away translations only: independent reports of one event stand side by side. Nor do they what the sources
 * say themselves.
 */
function rivalryAt(level: Level, candidates: readonly PlacedJudgement[], prepared: readonly Prepared[], known: Judgements, hints: HintIndex): Rivalry {
  if (level === 'story') return { logOdds: (x, y) => logit(known.of(x, y).story), rivalOf: () => undefined };
  const links = candidates.map(({ a, b, judgement }) => ({ a, b, support: judgement.logOdds }));
  const likeness: Support = (x, y) => known.of(x, y).logOdds;
  const { logOdds, rivalOf } = findRivals(links, prepared.map(({ language }) => language.code), likeness);
  const isTold = (x: number, y: number): boolean => hints.between(x, y) !== undefined;
  return { logOdds: (x, y) => (isTold(x, y) ? likeness : logOdds)(x, y), rivalOf: (x, y) => (isTold(x, y) ? undefined : rivalOf(x, y)) };
}

/** The candidates that speak for joining, with their log-odds against their rivals. */
function linksOf(candidates: readonly PlacedJudgement[], rivalry: Rivalry, { level, threshold }: PipelineOptions): Link[] {
  const likely = candidates.filter(({ judgement }) => (level === 'report' ? judgement.probability : judgement.story) >= threshold);
  return likely.map(({ a, b }) => ({ a, b, support: rivalry.logOdds(a, b) - logit(threshold) }));
}

/** A pair that another one has kept apart tells one event at the most. */
function outdone(pair: JudgedPair, rival: Prepared | undefined): JudgedPair {
  return rival === undefined ? pair : { ...pair, judgement: { ...pair.judgement, relation: 'story' }, rival: rival.document.id };
}

/** The number of each place's cluster, or -1. */
function clusterOfPlaces(clusters: readonly Cluster[], prepared: readonly Prepared[]): Int32Array {
  const places = placesOf(prepared);
  const clusterAt = new Int32Array(prepared.length).fill(-1);
  for (const [number, { documents }] of clusters.entries()) for (const id of documents) clusterAt[places.get(id) ?? 0] = number;
  return clusterAt;
}

function constrained(pair: JudgedPair, closure: LinkClosure): JudgedPair {
  const constraint = constraintOn(pair.a.fingerprint.id, pair.b.fingerprint.id, closure);
  return constraint === undefined ? pair : { ...pair, constraint };
}

/** The places of the linked documents that are there: a pair someone asked for is told, whatever blocking thinks of it. */
function linkedPlaces(links: readonly LinkedIds[], prepared: readonly Prepared[]): readonly (readonly [number, number])[] {
  const places = placesOf(prepared);
  return links.flatMap(([a, b]) => {
    const [x, y] = [places.get(a), places.get(b)];
    return x === undefined || y === undefined || x === y ? [] : [[x, y] as const];
  });
}

function placesOf(prepared: readonly Prepared[]): ReadonlyMap<string, number> {
  return new Map(prepared.map(({ document }, place) => [document.id, place]));
}

/** The item at a place that is known to be there. */
export function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no document ${index} of ${list.length}`);
  return value;
}
