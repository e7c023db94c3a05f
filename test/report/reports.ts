import type { Cluster, DocumentReport, Evidence, Explanation, PairReport, Relation, Report } from '../../src/types.ts';

/** Hand-made parts of reports: what matters to a test is given, the rest is plain. */

export function documentOf(id: string, code: string, title?: string): DocumentReport {
  const shown = title === undefined ? {} : { title };
  return { id, path: `news/${id}`, contentHash: `hash of ${id}`, language: { code, confidence: 0.98765 }, ...shown, characters: 1200, removed: [] };
}

function evidenceOf(given: Partial<Evidence> = {}): Evidence {
  return {
    likeness: 0.61234567,
    families: { name: 0.5, quantity: 0.25, word: 0.125, cognate: 0 },
    alignment: 0.4,
    coverage: { a: 0.9, b: 0.8 },
    alignedSentences: 11,
    lengthRatio: 0.95,
    wordSequences: { a: 0, b: 0 },
    names: [],
    quantities: [],
    ...given,
  };
}

export function pairOf(a: string, b: string, relation: Relation, probability: number, story: number, given: Partial<Evidence> = {}): PairReport {
  return { a, b, relation, probability, story, evidence: evidenceOf(given) };
}

export function clusterOf(documents: readonly string[], representative: string, members: readonly number[], given: Partial<Cluster> = {}): Cluster {
  const probability = members.reduce((sum, each) => sum + each, 0) / members.length;
  return { id: `cluster-${documents.join('-')}`, level: 'report', documents, representative, languages: ['de', 'it'], probability, members, ...given };
}

export function reportOf(documents: readonly DocumentReport[], clusters: readonly Cluster[], pairs: readonly PairReport[], given: Partial<Report> = {}): Report {
  const languages: Record<string, number> = {};
  for (const { language } of documents) languages[language.code] = (languages[language.code] ?? 0) + 1;
  const duplicates = clusters.reduce((sum, cluster) => sum + cluster.documents.length - 1, 0);
  return {
    schemaVersion: 1,
    tool: { name: 'dedupe', version: '1.2.3' },
    options: { level: 'report', threshold: 0.5, clean: true },
    summary: { documents: documents.length, clusters: clusters.length, duplicates, languages },
    documents,
    clusters,
    pairs,
    diagnostics: [],
    ...given,
  };
}

/** The exercises of the seeds in small: an Italian and a German version of one report, and an English report of the event. */
export const EXERCISES: Report = reportOf(
  [
    documentOf('de.txt', 'de', 'Russland und Belarus üben eine weitere Woche gemeinsam'),
    documentOf('en.txt', 'en', 'Putin pays a rare visit to Minsk'),
    documentOf('it.txt', 'it'),
  ],
  [clusterOf(['de.txt', 'it.txt'], 'it.txt', [0.9871, 0.9913])],
  [
    pairOf('de.txt', 'it.txt', 'translation', 0.9871, 0.995, {
      names: [{ a: 'Lukaschenko', b: 'Lukashenko' }, { a: 'Union Shield', b: 'Union Shield' }, { a: 'Putin', b: 'PUTIN' }],
      quantities: [{ a: '150', b: '150' }, { a: '1.200', b: '1200' }],
    }),
    pairOf('de.txt', 'en.txt', 'story', 0.04, 0.62),
    pairOf('en.txt', 'it.txt', 'related', 0.0312, 0.2148),
  ],
);

export const EXPLANATION: Explanation = {
  a: documentOf('de.txt', 'de', 'Russland und Belarus üben gemeinsam'),
  b: documentOf('it.txt', 'it'),
  relation: 'translation',
  probability: 0.9871,
  story: 0.9951,
  evidence: evidenceOf({ names: [{ a: 'Lukaschenko', b: 'Lukashenko' }], quantities: [{ a: '150', b: '150' }] }),
  threshold: 0.5,
  logOdds: 4.3381,
  margin: 4.3381,
  contributions: [
    { name: 'lesserCoverage', value: 0.878, logOdds: 4 },
    { name: 'likeness', value: -1.0494, logOdds: -2 },
    { name: 'oneLanguage', value: 0, logOdds: 0 },
  ],
  words: [{ a: 'Übungen', b: 'esercitazioni' }],
  onlyInA: ['Alarmglocken'],
  onlyInB: [],
  sentences: [{ a: 'Die Übungen finden in Belarus statt.', b: 'Gli esercizi si svolgono in Bielorussia.', gain: 0.51236 }],
  removedFromA: [],
  removedFromB: [{ reason: 'comments', text: 'Leave a Reply' }],
  wouldChange: ['The pair would no longer be one report if the coverage were as in an average pair.'],
};
