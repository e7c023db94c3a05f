import { candidatePairs, type CandidatePair } from './block/candidates.ts';
import { hintBetween, hintedPairs } from './block/hints.ts';
import { clean } from './clean/clean.ts';
import { shippedPhrases } from './clean/phrases.ts';
import { compare, type DetailedComparison } from './compare/compare.ts';
import { extract } from './extract/extract.ts';
import { shippedBackground, type Background } from './fingerprint/background.ts';
import { fingerprint, type Fingerprint } from './fingerprint/fingerprint.ts';
import { closeLinks, constraintOn, type Constraint, type LinkClosure } from './group/closure.ts';
import { clustersOf } from './group/clusters.ts';
import { unknownLinkIds } from './group/unknown-links.ts';
import { HINT_LOG_ODDS } from './judge/hint.ts';
import { DEFAULT_THRESHOLDS, judge, logit, type Judgement } from './judge/judge.ts';
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
  readonly background: Background;
  readonly model: JudgeModel;
}

/** A document read, cleaned, taken apart and fingerprinted. */
export interface Prepared {
  readonly article: Article;
  readonly fingerprint: Fingerprint;
}

export interface JudgedPair {
  readonly a: Prepared;
  readonly b: Prepared;
  readonly comparison: DetailedComparison;
  readonly judgement: Judgement;
  readonly constraint?: Constraint;
  /** What the sources say of the pair, where that counts. */
  readonly hint?: HintKind;
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
  const article = takeApart(document, options);
  return { article, fingerprint: fingerprint(article, options.background) };
}

/** compare → judge. The pair is put in code-unit order of the ids first, so that it does not matter which comes first. */
export function judgePair(x: Prepared, y: Prepared, options: PipelineOptions): JudgedPair {
  const [a, b] = x.fingerprint.id <= y.fingerprint.id ? [x, y] : [y, x];
  const comparison = compare(a.fingerprint, b.fingerprint);
  const hint = options.hints ? hintBetween(a.article.document, b.article.document) : undefined;
  const judgement = judge(comparison, options.model, options.threshold, hint === undefined ? 0 : HINT_LOG_ODDS);
  return { a, b, comparison, judgement, ...(hint === undefined ? {} : { hint }) };
}

/** The whole job: prepare → block → compare → judge → group. Documents in any order; the answer is in order of their ids. */
export function findClusters(
  documents: readonly Document[],
  options: PipelineOptions,
): { prepared: readonly Prepared[]; judged: readonly JudgedPair[]; clusters: readonly Cluster[]; diagnostics: readonly Diagnostic[] } {
  const closure = closeLinks(options.mustLink, options.cannotLink);
  const ordered = [...documents].sort((x, y) => (x.id < y.id ? -1 : 1));
  const prepared = ordered.map((document) => prepare(document, options));
  const bias = logit(options.threshold);
  const known = new Map<number, JudgedPair>();
  const judgeAt = (x: number, y: number): JudgedPair => {
    const key = Math.min(x, y) * prepared.length + Math.max(x, y);
    const judged = known.get(key) ?? constrained(judgePair(at(prepared, x), at(prepared, y), options), closure);
    known.set(key, judged);
    return judged;
  };
  const supportOf = (x: number, y: number): number => support(judgeAt(x, y).judgement, options.level) - bias;
  const hinted = options.hints ? hintedPairs(ordered) : [];
  const candidates = withoutTwins([...candidatePairs(prepared.map((each) => each.fingerprint)), ...hinted], prepared.length);
  const links = candidates.map(({ a, b }) => ({ a, b, support: supportOf(a, b) }));
  const articles = prepared.map((each) => each.article);
  const clusters = clustersOf(articles, links, supportOf, bias, options.level, closure);
  const places = new Map(ordered.map(({ id }, place) => [id, place]));
  for (const [x, y] of linkedPlaces(options.mustLink, places)) judgeAt(x, y);
  const diagnostics = unknownLinkIds(new Set(places.keys()), options.mustLink, options.cannotLink);
  return { prepared, judged: [...known.values()], clusters, diagnostics };
}

/** Each pair once: what the texts and the sources both suggest is one link. */
function withoutTwins(pairs: readonly CandidatePair[], count: number): readonly CandidatePair[] {
  return [...new Map(pairs.map((pair) => [pair.a * count + pair.b, pair])).values()];
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
