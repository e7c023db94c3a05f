import { candidatePairs, type CandidatePair } from './block/candidates.ts';
import { clean } from './clean/clean.ts';
import { shippedPhrases } from './clean/phrases.ts';
import { compare, type DetailedComparison } from './compare/compare.ts';
import { extract, takeParts } from './extract/extract.ts';
import { shippedBackground, type Background } from './fingerprint/background.ts';
import { fingerprintOf, type Fingerprint } from './fingerprint/fingerprint.ts';
import { closeLinks, constraintOn, type Constraint, type LinkClosure } from './group/closure.ts';
import { clustersOf } from './group/clusters.ts';
import { unknownLinkIds } from './group/unknown-links.ts';
import { DEFAULT_THRESHOLDS, judge, logit, type Judgement } from './judge/judge.ts';
import { shippedModel, type JudgeModel } from './judge/model.ts';
import { detectLanguage } from './language/detect.ts';
import type { LinkedIds } from './read/links.ts';
import type { Article, Cluster, Diagnostic, Document, Level } from './types.ts';

export interface PipelineOptions {
  readonly level: Level;
  /** In (0, 1). */
  readonly threshold: number;
  /** Whether site furniture is set aside. */
  readonly clean: boolean;
  /** Pairs of ids to join whatever the evidence, and pairs never to. */
  readonly mustLink: readonly LinkedIds[];
  readonly cannotLink: readonly LinkedIds[];
  readonly background: Background;
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
    mustLink: given.mustLink ?? [],
    cannotLink: given.cannotLink ?? [],
    background: given.background ?? shippedBackground(),
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
export function comparePair(x: Prepared, y: Prepared): { readonly a: Prepared; readonly b: Prepared; readonly comparison: DetailedComparison } {
  const [a, b] = x.fingerprint.id <= y.fingerprint.id ? [x, y] : [y, x];
  return { a, b, comparison: compare(a.fingerprint, b.fingerprint) };
}

/** compare → judge, of fingerprints in any order. */
export function judgePrints(x: Fingerprint, y: Fingerprint, { model, threshold }: Pick<PipelineOptions, 'model' | 'threshold'>): Judgement {
  return judge(x.id <= y.id ? compare(x, y) : compare(y, x), model, threshold);
}

/** compare → judge, of two documents by themselves. */
export function judgePair(x: Prepared, y: Prepared, options: PipelineOptions): JudgedPair {
  const [a, b] = x.fingerprint.id <= y.fingerprint.id ? [x, y] : [y, x];
  return { a, b, judgement: judgePrints(a.fingerprint, b.fingerprint, options) };
}

/** The whole job: prepare → block → compare → judge → group. Documents in any order; the answer is in order of their ids. */
export function findClusters(documents: readonly Document[], options: PipelineOptions): Found {
  const prepared = documents.map((document) => prepare(document, options)).sort(byId);
  const pairs = candidatePairs(prepared.map(({ fingerprint }) => fingerprint));
  return groupPrepared(prepared, pairs, pairs.map(({ a, b }) => judgePrints(at(prepared, a).fingerprint, at(prepared, b).fingerprint, options)), options);
}

/** The order in which documents are told. */
export function byId({ document: x }: Prepared, { document: y }: Prepared): number {
  return x.id < y.id ? -1 : 1;
}

/** Under this probability of one story a pair is told only where both end in one cluster: it is not worth the memory before. */
const WORTH_KEEPING = 0.1;

/** group: of documents in order of their ids, their candidate pairs and what was judged of these, in the same order. */
export function groupPrepared(prepared: readonly Prepared[], pairs: readonly CandidatePair[], judgements: readonly Judgement[], options: PipelineOptions): Found {
  const closure = closeLinks(options.mustLink, options.cannotLink);
  const bias = logit(options.threshold);
  const supportIn = (judgement: Judgement): number => support(judgement, options.level) - bias;
  const known = new Map<number, Judgement>();
  const codeOf = (x: number, y: number): number => Math.min(x, y) * prepared.length + Math.max(x, y);
  const judgeAt = (x: number, y: number): Judgement => {
    const code = codeOf(x, y);
    const judgement = known.get(code) ?? judgePrints(at(prepared, x).fingerprint, at(prepared, y).fingerprint, options);
    known.set(code, judgement);
    return judgement;
  };
  const links = pairs.map(({ a, b }, index) => ({ a, b, support: supportIn(at(judgements, index)) }));
  for (const [index, { a, b }] of pairs.entries()) {
    const judgement = at(judgements, index);
    if (judgement.story >= WORTH_KEEPING) known.set(codeOf(a, b), judgement);
  }
  const clusters = clustersOf(prepared, links, (x, y) => supportIn(judgeAt(x, y)), bias, options.level, closure);
  const places = new Map(prepared.map(({ document }, place) => [document.id, place]));
  const clusterAt = clusterOfPlaces(clusters, places, prepared.length);
  for (const [index, { a, b }] of pairs.entries()) {
    if (clusterAt[a] === clusterAt[b] && clusterAt[a] !== -1) known.set(codeOf(a, b), at(judgements, index));
  }
  for (const [x, y] of linkedPlaces(options.mustLink, places)) judgeAt(x, y);
  const diagnostics = unknownLinkIds(new Set(places.keys()), options.mustLink, options.cannotLink);
  const judged = [...known].map(([code, judgement]) => {
    const [a, b] = [at(prepared, Math.floor(code / prepared.length)), at(prepared, code % prepared.length)];
    return constrained({ a, b, judgement }, closure);
  });
  return { prepared, judged, clusters, diagnostics };
}

/** The number of each place's cluster, or -1. */
function clusterOfPlaces(clusters: readonly Cluster[], places: ReadonlyMap<string, number>, count: number): Int32Array {
  const clusterAt = new Int32Array(count).fill(-1);
  for (const [number, { documents }] of clusters.entries()) for (const id of documents) clusterAt[places.get(id) ?? 0] = number;
  return clusterAt;
}

function constrained(pair: JudgedPair, closure: LinkClosure): JudgedPair {
  const constraint = constraintOn(pair.a.fingerprint.id, pair.b.fingerprint.id, closure);
  return constraint === undefined ? pair : { ...pair, constraint };
}

/** The places of the linked documents that are there: a pair someone asked for is told, whatever blocking thinks of it. */
function linkedPlaces(links: readonly LinkedIds[], places: ReadonlyMap<string, number>): readonly (readonly [number, number])[] {
  return links.flatMap(([a, b]) => {
    const [x, y] = [places.get(a), places.get(b)];
    return x === undefined || y === undefined || x === y ? [] : [[x, y] as const];
  });
}

/** The log-odds that speak for joining a pair at a level. */
function support({ logOdds, story }: Judgement, level: Level): number {
  return level === 'report' ? logOdds : logit(story);
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no document ${index} of ${list.length}`);
  return value;
}
