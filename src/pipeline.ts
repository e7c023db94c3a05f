import { candidatePairs } from './block/candidates.ts';
import { clean } from './clean/clean.ts';
import { shippedPhrases } from './clean/phrases.ts';
import { compare, type DetailedComparison } from './compare/compare.ts';
import { extract } from './extract/extract.ts';
import { shippedBackground, type Background } from './fingerprint/background.ts';
import { fingerprint, type Fingerprint } from './fingerprint/fingerprint.ts';
import { clustersOf } from './group/clusters.ts';
import { DEFAULT_THRESHOLD, judge, logit, type Judgement } from './judge/judge.ts';
import { shippedModel, type JudgeModel } from './judge/model.ts';
import { detectLanguage } from './language/detect.ts';
import type { Article, Cluster, Document, Level } from './types.ts';

export interface PipelineOptions {
  readonly level: Level;
  /** In (0, 1). */
  readonly threshold: number;
  /** Whether site furniture is set aside. */
  readonly clean: boolean;
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
}

/** The options with the shipped figures and the defaults for what is not given. */
export function pipelineOptions(given: Partial<PipelineOptions> = {}): PipelineOptions {
  return {
    level: given.level ?? 'report',
    threshold: given.threshold ?? DEFAULT_THRESHOLD,
    clean: given.clean ?? true,
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
  return { a, b, comparison, judgement: judge(comparison, options.model, options.threshold) };
}

/** The whole job: prepare → block → compare → judge → group. Documents in any order; the answer is in order of their ids. */
export function findClusters(
  documents: readonly Document[],
  options: PipelineOptions,
): { prepared: readonly Prepared[]; judged: readonly JudgedPair[]; clusters: readonly Cluster[] } {
  const ordered = [...documents].sort((x, y) => (x.id < y.id ? -1 : 1));
  const prepared = ordered.map((document) => prepare(document, options));
  const bias = logit(options.threshold);
  const known = new Map<number, JudgedPair>();
  const judgeAt = (x: number, y: number): JudgedPair => {
    const key = Math.min(x, y) * prepared.length + Math.max(x, y);
    const judged = known.get(key) ?? judgePair(at(prepared, x), at(prepared, y), options);
    known.set(key, judged);
    return judged;
  };
  const supportOf = (x: number, y: number): number => support(judgeAt(x, y).judgement, options.level) - bias;
  const links = candidatePairs(prepared.map((each) => each.fingerprint)).map(({ a, b }) => ({ a, b, support: supportOf(a, b) }));
  const articles = prepared.map((each) => each.article);
  const clusters = clustersOf(articles, links, supportOf, bias, options.level);
  return { prepared, judged: [...known.values()], clusters };
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
