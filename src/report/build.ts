import { evidenceOf } from '../judge/evidence.ts';
import { VERSION } from '../version.ts';
import type { Background } from '../fingerprint/background.ts';
import type { JudgedPair, PipelineOptions, Prepared } from '../pipeline.ts';
import type { Article, Cluster, Diagnostic, DocumentReport, PairReport, Report } from '../types.ts';

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
  const documents = found.prepared.map(({ article }) => documentReport(article));
  const joined = new Map(found.clusters.flatMap((cluster) => cluster.documents.map((id) => [id, cluster.id] as const)));
  const isTold = ({ a, b, judgement }: JudgedPair): boolean => {
    const cluster = joined.get(a.fingerprint.id);
    const isNear = judgement.probability >= NEAR_MISS || judgement.story >= (options.level === 'story' ? NEAR_MISS : LIKELY_STORY);
    return isNear || (cluster !== undefined && cluster === joined.get(b.fingerprint.id));
  };
  const pairs = found.judged.filter(isTold).map((pair) => pairReport(pair, options.background));
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
export function documentReport({ document, language, removed }: Article): DocumentReport {
  const { id, path, title, date, url } = document;
  return {
    id,
    path,
    language,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    characters: document.text.length,
    removed,
  };
}

/** What a report says of one pair. */
export function pairReport({ a, b, comparison, judgement, constraint, hint }: JudgedPair, background: Background): PairReport {
  const { relation, probability, story } = judgement;
  const evidence = evidenceOf(a.article, b.article, comparison, background, hint);
  const bound = constraint === undefined ? {} : { constraint };
  return { a: a.fingerprint.id, b: b.fingerprint.id, relation, probability, story, ...bound, evidence };
}

function summaryOf(documents: readonly DocumentReport[], clusters: readonly Cluster[]): Report['summary'] {
  const languages = new Map<string, number>();
  for (const { language } of documents) languages.set(language.code, (languages.get(language.code) ?? 0) + 1);
  return {
    documents: documents.length,
    clusters: clusters.length,
    duplicates: clusters.reduce((sum, cluster) => sum + cluster.documents.length - 1, 0),
    languages: Object.fromEntries([...languages].sort(([x], [y]) => (x < y ? -1 : 1))),
  };
}
