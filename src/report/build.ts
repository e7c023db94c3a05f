import { contentHash } from '../fingerprint/content-hash.ts';
import { evidenceOf } from '../judge/evidence.ts';
import { VERSION } from '../version.ts';
import type { PipelineOptions } from '../options.ts';
import { comparePair, type JudgedPair, type Prepared } from '../pair.ts';
import { takeApart } from '../pipeline.ts';
import type { Article, Cluster, Diagnostic, Document, DocumentReport, PairReport, Report } from '../types.ts';

/** From this probability on a pair that was not joined is shown as a near miss: a person may want to look. */
const NEAR_MISS = 0.1;

/** At level report a pair that is likelier one story than not is shown too. */
const LIKELY_STORY = 0.5;

/** Puts what was found into the report's form, schema version 1. */
export function buildReport(
  found: { readonly prepared: readonly Prepared[]; readonly judged: readonly JudgedPair[]; readonly clusters: readonly Cluster[] },
  options: PipelineOptions,
  diagnostics: readonly Diagnostic[],
): Report {
  const documents = found.prepared.map(documentReport);
  const joined = new Map(found.clusters.flatMap((cluster) => cluster.documents.map((id) => [id, cluster.id] as const)));
  const isTold = ({ a, b, judgement }: JudgedPair): boolean => {
    const cluster = joined.get(a.document.id);
    const isNear = judgement.probability >= NEAR_MISS || judgement.story >= (options.level === 'story' ? NEAR_MISS : LIKELY_STORY);
    return isNear || (cluster !== undefined && cluster === joined.get(b.document.id));
  };
  const articleOf = recentArticles(options);
  const pairs = found.judged.filter(isTold).map((pair) => pairReport(pair, articleOf, options));
  return {
    schemaVersion: 1,
    tool: { name: 'dedupe', version: VERSION },
    options: { level: options.level, threshold: options.threshold, clean: options.clean, ...(options.hints ? {} : { hints: false }) },
    summary: summaryOf(documents, found.clusters),
    documents,
    clusters: found.clusters,
    pairs: pairs.sort((x, y) => y.probability - x.probability || y.story - x.story || (x.a + x.b < y.a + y.b ? -1 : 1)),
    diagnostics,
  };
}

/** What a report says of one document. */
export function documentReport({ document, language, removed }: Pick<Article, 'document' | 'language' | 'removed'>): DocumentReport {
  const { id, path, title, date, url } = document;
  return {
    id,
    path,
    contentHash: contentHash(document.text),
    language,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    characters: document.text.length,
    removed,
  };
}

/** What a report says of one pair; `articleOf` takes a document apart, for the forms that both share. */
export function pairReport({ a, b, judgement, constraint, rival, hint }: JudgedPair, articleOf: (document: Document) => Article, figures: Pick<PipelineOptions, 'background' | 'sentences'>): PairReport {
  const { relation, probability, story } = judgement;
  const { comparison } = comparePair(a, b, figures);
  const evidence = evidenceOf(articleOf(a.document), articleOf(b.document), comparison, figures.background, hint);
  const bound = { ...(constraint === undefined ? {} : { constraint }), ...(rival === undefined ? {} : { rival }) };
  return { a: a.document.id, b: b.document.id, relation, probability, story, ...bound, evidence };
}

/** Articles held while their pairs are told, which come together: all of them would be all texts in objects. */
const MOST_ARTICLES = 512;

/** Takes documents apart, those asked for again and again once. */
function recentArticles(options: PipelineOptions): (document: Document) => Article {
  const recent = new Map<string, Article>();
  return (document) => {
    const known = recent.get(document.id) ?? takeApart(document, options);
    if (recent.size >= MOST_ARTICLES) recent.clear();
    recent.set(document.id, known);
    return known;
  };
}

/** The counts of a report. */
export function summaryOf(documents: readonly DocumentReport[], clusters: readonly Cluster[]): Report['summary'] {
  const languages = new Map<string, number>();
  for (const { language } of documents) languages.set(language.code, (languages.get(language.code) ?? 0) + 1);
  return {
    documents: documents.length,
    clusters: clusters.length,
    duplicates: clusters.reduce((sum, cluster) => sum + cluster.documents.length - 1, 0),
    languages: Object.fromEntries([...languages].sort(([x], [y]) => (x < y ? -1 : 1))),
  };
}
