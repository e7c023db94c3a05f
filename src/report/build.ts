import { VERSION } from '../version.ts';
import type { PipelineOptions } from '../options.ts';
import { evidenceOn } from '../judging.ts';
import { LatePair } from './late-pair.ts';
import type { Found, JudgedPair, Prepared } from '../pair.ts';
import type { Cluster, Diagnostic, DocumentReport, Evidence, PairReport, Report } from '../types.ts';

/** What was found, as far as a report tells it. */
type FoundParts = Pick<Found, 'prepared' | 'told' | 'clusters'>;

/** Puts what was found into the report's form, schema version 1; `evidenceAt` tells that on the pairs told, by their places among them, where it is at hand. */
export function buildReport(found: FoundParts, options: PipelineOptions, diagnostics: readonly Diagnostic[], evidenceAt?: (place: number) => Evidence): Report {
  const documents = found.prepared.map(documentReport);
  const pairs = found.told.map((pair, at) => evidenceAt === undefined ? pairReport(pair, evidenceOn(pair, options)) : new LatePair(pairHead(pair), evidenceAt, at));
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
export function documentReport({ document, language, removed, contentHash, characters }: Omit<Prepared, 'print' | 'mentions' | 'letters'>): DocumentReport {
  const { id, path, title, date, url } = document;
  return {
    id,
    path,
    contentHash,
    language,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    characters,
    removed,
  };
}

/** What a report says of one pair. */
export function pairReport(pair: JudgedPair, evidence: Evidence): PairReport {
  return { ...pairHead(pair), evidence };
}

function pairHead({ a, b, judgement, constraint, rival }: JudgedPair): Omit<PairReport, 'evidence'> {
  const { relation, probability, story } = judgement;
  const bound = { ...(constraint === undefined ? {} : { constraint }), ...(rival === undefined ? {} : { rival }) };
  return { a: a.document.id, b: b.document.id, relation, probability, story, ...bound };
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
