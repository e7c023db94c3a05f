import { KEY_FAMILIES, type AcceptedFinding, type Cluster, type Diagnostic, type DocumentReport, type Evidence, type Finding, type Gate, type LanguageGuess, type PairReport, type RemovedText, type Report, type SharedForm } from '../types.ts';

/** Each part of a report as JSON has it: keys in a fixed order whatever made the part, figures to four decimals. */

/** Four decimals: finer ones say nothing of a news article, and differ between machines. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}

/** The head of a report. */
export function runRecord({ schemaVersion, tool, options }: Report): object {
  const { level, threshold, clean, hints } = options;
  return { schemaVersion, tool: { name: tool.name, version: tool.version }, options: { level, threshold, clean, ...(hints === undefined ? {} : { hints }) } };
}

/** The counts of a report. */
export function summaryRecord({ documents, clusters, duplicates, languages }: Report['summary']): object {
  const byCode = Object.entries(languages).sort(([a], [b]) => (a < b ? -1 : 1));
  return { documents, clusters, duplicates, languages: Object.fromEntries(byCode) };
}

/** What a gate found. */
export function gateRecord({ incoming, archive, max, findings, accepted }: Gate): object {
  return { incoming, archive, max, findings: findings.map(findingRecord), accepted: accepted.map(acceptedRecord) };
}

function findingRecord({ document, original, cluster, relation, probability }: Finding): object {
  return { document, original, cluster, relation, probability: rounded(probability) };
}

function acceptedRecord({ reason, expires, ...finding }: AcceptedFinding): object {
  return { ...findingRecord(finding), reason, ...present({ expires }) };
}

/** One document; the texts that were set aside only where they were asked for. */
export function documentRecord(document: DocumentReport, removedTexts?: readonly RemovedText[]): object {
  const { id, path, contentHash, language, title, date, url, characters, removed } = document;
  const stretches = removed.map(({ start, end, reason }, at) => {
    const text = removedTexts?.[at]?.text;
    return { start, end, reason, ...(text === undefined ? {} : { text }) };
  });
  return { id, path, contentHash, language: languageRecord(language), ...present({ title, date, url }), characters, removed: stretches };
}

function languageRecord({ code, confidence }: LanguageGuess): object {
  return { code, confidence: rounded(confidence) };
}

function present(fields: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** One cluster. */
export function clusterRecord({ id, level, documents, representative, languages, probability, members }: Cluster): object {
  return { id, level, documents, representative, languages, probability: rounded(probability), members: members.map(rounded) };
}

/** One judged pair. */
export function pairRecord({ a, b, relation, probability, story, constraint, rival, evidence }: PairReport): object {
  return { a, b, relation, probability: rounded(probability), story: rounded(story), ...present({ constraint, rival }), evidence: evidenceRecord(evidence) };
}

/** What a pair shares. */
export function evidenceRecord(evidence: Evidence): object {
  const { likeness, families, alignment, coverage, alignedSentences, lengthRatio, wordSequences, hint, names, quantities } = evidence;
  return {
    likeness: rounded(likeness),
    families: Object.fromEntries(KEY_FAMILIES.map((family) => [family, rounded(families[family])])),
    alignment: rounded(alignment),
    coverage: { a: rounded(coverage.a), b: rounded(coverage.b) },
    alignedSentences,
    lengthRatio: rounded(lengthRatio),
    wordSequences: { a: rounded(wordSequences.a), b: rounded(wordSequences.b) },
    ...present({ hint }),
    names: formRecords(names),
    quantities: formRecords(quantities),
  };
}

/** What two texts share, as each writes it. */
export function formRecords(forms: readonly SharedForm[]): readonly object[] {
  return forms.map(({ a, b }) => ({ a, b }));
}

/** One diagnostic. */
export function diagnosticRecord({ code, severity, message, document }: Diagnostic): object {
  return { code, severity, message, ...present({ document }) };
}
