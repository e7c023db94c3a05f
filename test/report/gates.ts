import type { GatedReport } from '../../src/report/finding-text.ts';
import type { DocumentReport, Finding } from '../../src/types.ts';
import { clusterOf, documentOf, pairOf, reportOf } from './reports.ts';

/** What a hostile or careless source may put into any field. */
export const HOSTILE = '</failure>"><script>alert(1)</script> ::error::own%0A\n::warning::x | `<b>` [x](javascript:0) @all \u001B[31m\u202E \uFFFF \uD800';

function finding(document: string, original: string, relation: Finding['relation'], probability: number): Finding {
  return { document, original, cluster: 'c1', relation, probability };
}

/** Two findings, one of them accepted, and what could not be read. */
export const GATED: GatedReport = gatedReport([
  documentOf('de.txt', 'de', 'Staudamm bei Visp hält'),
  documentOf('fr.txt', 'fr', 'Le barrage de Viège tient bon'),
  documentOf('it.txt', 'it', 'La diga di Visp tiene'),
]);

/** A gated report over three documents: the second is new, the third accepted, both repeat the first. */
export function gatedReport(documents: readonly [DocumentReport, DocumentReport, DocumentReport], reason = 'the Rome desk keeps its own'): GatedReport {
  const [first, second, third] = documents.map(({ id }) => id);
  const [a, b, c] = [first ?? '', second ?? '', third ?? ''];
  const report = reportOf(documents, [clusterOf([a, b, c].sort(), a, [0.97, 0.97, 0.97])], [pairOf(a, b, 'translation', 0.97, 0.99)]);
  return {
    ...report,
    gate: { incoming: [b, c].sort(), archive: 1, max: 0, findings: [finding(b, a, 'translation', 0.97)], accepted: [{ ...finding(c, a, 'copy', 0.99999), reason, expires: '2026-05-31' }] },
    diagnostics: [{ code: 'no-such-file', severity: 'error', message: 'There is no file "gone.txt".', document: 'gone.txt' }],
  };
}
