import { candidatePairs, type CandidatePair } from './block/candidates.ts';
import { hintBetween, hintIndex, type HintIndex } from './block/hints.ts';
import { clean } from './clean/clean.ts';
import { shippedPhrases } from './clean/phrases.ts';
import { compare } from './compare/compare.ts';
import type { DetailedComparison } from './compare/comparison.ts';
import { shippedSentenceModel, type SentenceModel } from './compare/sentence-model.ts';
import { extract, takeParts } from './extract/extract.ts';
import { shippedBackground, type Background } from './fingerprint/background.ts';
import { fingerprintOf, type Fingerprint } from './fingerprint/fingerprint.ts';
import { findRivals, type Rivalry } from './group/rivals.ts';
import type { Link } from './group/group.ts';
import { closeLinks, constraintOn, type Constraint, type LinkClosure } from './group/closure.ts';
import { clustersOf } from './group/clusters.ts';
import type { Support } from './group/support.ts';
import { unknownLinkIds } from './group/unknown-links.ts';
import { withHint } from './judge/hint.ts';
import { DEFAULT_THRESHOLDS, judge, logit, type Judgement } from './judge/judge.ts';
import { Judgements, type PlacedJudgement } from './judge/judgements.ts';
import { shippedModel, type JudgeModel } from './judge/model.ts';
import { detectLanguage } from './language/detect.ts';
import type { LinkedIds } from './read/links.ts';
import type { Article, Cluster, Diagnostic, Document, HintKind, Level } from './types.ts';

export interface PipelineOptions {
  readonly level: Level;
  /** In (0, 1). */
  readonly threshold: number;
  /** Whether site furniture is set aside. */
  readonly clean: boolean;
  /** Whether what the sources say of translations and addresses counts. */
  readonly hints: boolean;
  /** Pairs of ids to join whatever the evidence, and pairs never to. */
  readonly mustLink: readonly LinkedIds[];
  readonly cannotLink: readonly LinkedIds[];
  /** Where given, only pairs with one of these ids are looked at: what an archive holds twice is no matter of a gate. */
  readonly incoming?: ReadonlySet<string>;
  /** Hosts and path patterns: which document may stand for a cluster, the most preferred first (`group/prefer.ts`). */
  readonly prefer: readonly string[];
  readonly background: Background;
  readonly sentences: SentenceModel;
  readonly model: JudgeModel;
}

/** A document read, cleaned, taken apart and fingerprinted; its sentences and keys are found again where they are shown. */
export interface Prepared extends Pick<Article, 'document' | 'language' | 'removed'> {
  /** Letters and digits of its sentences. */
  readonly letters: number;
  readonly fingerprint: Fingerprint;
}

/** A pair with what was found of it; the evidence is found again where it is shown. */
export interface JudgedPair {
  readonly a: Prepared;
  readonly b: Prepared;
  readonly judgement: Judgement;
  readonly constraint?: Constraint;
  /** What the sources say of the pair, where that counts. */
  readonly hint?: HintKind;
  /** The id of a document that fits one of the two better, which is why they were not joined. */
  readonly rival?: string;
}

/** What was found of a list of documents. */
export interface Found {
  readonly prepared: readonly Prepared[];
  readonly judged: readonly JudgedPair[];
  readonly clusters: readonly Cluster[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The options with the shipped figures and the defaults for what is not given. */
export function pipelineOptions(given: Partial<PipelineOptions> = {}): PipelineOptions {
  const level = given.level ?? 'report';
  return {
    level,
    threshold: given.threshold ?? DEFAULT_THRESHOLDS[level],
    clean: given.clean ?? true,
    hints: given.hints ?? true,
    mustLink: given.mustLink ?? [],
    cannotLink: given.cannotLink ?? [],
    ...(given.incoming === undefined ? {} : { incoming: given.incoming }),
    prefer: given.prefer ?? [],
    background: given.background ?? shippedBackground(),
    sentences: given.sentences ?? shippedSentenceModel(),
    model: given.model ?? shippedModel(),
  };
}

/** clean → language → extract. */
export function takeApart(document: Document, options: Pick<PipelineOptions, 'clean'>): Article {
  const cleaned = clean(document, { enabled: options.clean, phrases: shippedPhrases() });
  return extract(cleaned, detectLanguage(cleaned));
}

/** All that is done to a document by itself. */
export function prepare(document: Document, options: PipelineOptions): Prepared {
  const cleaned = clean(document, { enabled: options.clean, phrases: shippedPhrases() });
  const parts = takeParts(cleaned, detectLanguage(cleaned));
  const letters = parts.sentences.reduce((sum, { length }) => sum + length, 0);
  return { document, language: parts.language, removed: parts.removed, letters, fingerprint: fingerprintOf(parts, options.background) };
}

/** compare. The pair is put in code-unit order of the ids first, so that it does not matter which comes first. */
export function comparePair(x: Prepared, y: Prepared, { sentences }: Pick<PipelineOptions, 'sentences'>): { readonly a: Prepared; readonly b: Prepared; readonly comparison: DetailedComparison } {
  const [a, b] = x.fingerprint.id <= y.fingerprint.id ? [x, y] : [y, x];
  return { a, b, comparison: compare(a.fingerprint, b.fingerprint, sentences) };
}

/** What a pair is judged by. */
type JudgeOptions = Pick<PipelineOptions, 'sentences' | 'model' | 'threshold' | 'level'>;

/** compare → judge, of fingerprints in any order. */
export function judgePrints(x: Fingerprint, y: Fingerprint, { sentences, model, threshold, level }: JudgeOptions): Judgement {
  return judge(x.id <= y.id ? compare(x, y, sentences) : compare(y, x, sentences), model, threshold, level);
}

/** compare → judge, of two documents by themselves. */
export function judgePair(x: Prepared, y: Prepared, options: PipelineOptions): JudgedPair {
  const [a, b] = x.fingerprint.id <= y.fingerprint.id ? [x, y] : [y, x];
  return hinted({ a, b, judgement: judgePrints(a.fingerprint, b.fingerprint, options) }, hintOn(a.document, b.document, options), options.threshold);
}

/** What the sources say of two documents, where that counts. */
export function hintOn(a: Document, b: Document, { hints }: Pick<PipelineOptions, 'hints'>): HintKind | undefined {
  return hints ? hintBetween(a, b) : undefined;
}

/** A pair as its texts were judged, with what the sources say added. */
export function hinted(pair: JudgedPair, hint: HintKind | undefined, threshold: number): JudgedPair {
  if (hint === undefined) return pair;
  return { ...pair, hint, judgement: withHint(pair.judgement, hint, threshold, pair.a.language.code === pair.b.language.code) };
}

/** The whole job: prepare → block → compare → judge → group. Documents in any order; the answer is in order of their ids. */
export function findClusters(documents: readonly Document[], options: PipelineOptions): Found {
  const prepared = documents.map((document) => prepare(document, options)).sort(byId);
  const pairs = candidatesAmong(prepared, options);
  return groupPrepared(prepared, pairs, pairs.map(({ a, b }) => judgePrints(at(prepared, a).fingerprint, at(prepared, b).fingerprint, options)), options);
}

/** block: the pairs worth judging; where only what comes in is asked for, those that touch it. */
export function candidatesAmong(prepared: readonly Prepared[], options: Pick<PipelineOptions, 'incoming'>): readonly CandidatePair[] {
  return askedOf(candidatePairs(prepared.map(({ fingerprint }) => fingerprint)), prepared, options);
}

/** Where only what comes in is asked for, the pairs that touch it. */
function askedOf(pairs: readonly CandidatePair[], prepared: readonly Prepared[], { incoming }: Pick<PipelineOptions, 'incoming'>): readonly CandidatePair[] {
  return incoming === undefined ? pairs : pairs.filter(({ a, b }) => [a, b].some((place) => incoming.has(at(prepared, place).document.id)));
}

/** The order in which documents are told. */
export function byId({ document: x }: Prepared, { document: y }: Prepared): number {
  return x.id < y.id ? -1 : 1;
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
    const rival = together(a, b) || judgement.probability < options.threshold ? undefined : prepared[rivalry.rivalOf(a, b) ?? -1];
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

/** A pair that a better one has kept apart tells one event at the most. */
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

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no document ${index} of ${list.length}`);
  return value;
}
