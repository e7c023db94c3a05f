import type { Diagnostic, Explanation } from '../types.ts';
import { inertJson } from './printable.ts';
import { diagnosticRecord, documentRecord, evidenceRecord, formRecords, rounded } from './records.ts';

/** An explanation as a JSON object with keys in a fixed order and figures to four decimals. */
export function explanationRecord(explanation: Explanation): object {
  const { a, b, relation, probability, story, constraint, threshold, logOdds, margin, removedFromA, removedFromB } = explanation;
  return {
    schemaVersion: 1,
    a: documentRecord(a, removedFromA),
    b: documentRecord(b, removedFromB),
    relation,
    probability: rounded(probability),
    story: rounded(story),
    ...(constraint === undefined ? {} : { constraint }),
    threshold,
    logOdds: rounded(logOdds),
    margin: rounded(margin),
    evidence: evidenceRecord(explanation.evidence),
    contributions: explanation.contributions.map((each) => ({ name: each.name, value: rounded(each.value), logOdds: rounded(each.logOdds) })),
    words: formRecords(explanation.words),
    onlyInA: explanation.onlyInA,
    onlyInB: explanation.onlyInB,
    sentences: explanation.sentences.map((each) => ({ a: each.a, b: each.b, gain: rounded(each.gain) })),
    wouldChange: explanation.wouldChange,
  };
}

/** The same with what reading had to say, indented by two blanks. */
export function explainJson(explanation: Explanation, diagnostics: readonly Diagnostic[]): string {
  const record = { ...explanationRecord(explanation), diagnostics: diagnostics.map(diagnosticRecord) };
  return `${inertJson(JSON.stringify(record, null, 2))}\n`;
}
