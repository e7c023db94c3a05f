import type { RemovedText, Report } from '../types.ts';
import { inertJson } from './printable.ts';
import { clusterRecord, diagnosticRecord, documentRecord, gateRecord, pairRecord, runRecord, summaryRecord } from './records.ts';

/** The texts that were set aside, by document id. */
export type RemovedTexts = ReadonlyMap<string, readonly RemovedText[]>;

/**
 * The report as one JSON object, schema version 1, indented by two blanks. It comes in pieces, a record each, so that a
 * report of any size can be written out without ever being one string.
 */
export function* jsonReport(report: Report, removedTexts?: RemovedTexts): Generator<string> {
  yield `${indented(runRecord(report), 0).slice(0, -2)},\n`;
  yield `  "summary": ${indented(summaryRecord(report.summary), 2)},\n`;
  if (report.gate !== undefined) yield `  "gate": ${indented(gateRecord(report.gate), 2)},\n`;
  yield* list('documents', report.documents, (document) => documentRecord(document, removedTexts?.get(document.id)), ',');
  yield* list('clusters', report.clusters, clusterRecord, ',');
  yield* list('pairs', report.pairs, pairRecord, ',');
  yield* list('diagnostics', report.diagnostics, diagnosticRecord, '');
  yield '}\n';
}

function* list<T>(key: string, items: readonly T[], recordOf: (item: T) => object, comma: string): Generator<string> {
  yield `  "${key}": [`;
  for (const [at, item] of items.entries()) yield `${at === 0 ? '' : ','}\n    ${indented(recordOf(item), 4)}`;
  yield `${items.length === 0 ? '' : '\n  '}]${comma}\n`;
}

/** A value as `JSON.stringify` lays it out so many columns deep; line breaks within strings are escaped and stay. */
function indented(value: object, columns: number): string {
  return inertJson(JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(columns)}`));
}
