import type { Report } from '../types.ts';
import type { RemovedTexts } from './json.ts';
import { inertJson } from './printable.ts';
import { clusterRecord, diagnosticRecord, documentRecord, gateRecord, pairRecord, runRecord, summaryRecord } from './records.ts';

/**
 * The report as lines of JSON, a record each with its `type`: `run` first, then `document`, `cluster`, `pair` and
 * `diagnostic`, and `summary` last, by which a reader knows that nothing is missing.
 */
export function* ndjsonReport(report: Report, removedTexts?: RemovedTexts): Generator<string> {
  yield line('run', runRecord(report));
  for (const document of report.documents) yield line('document', documentRecord(document, removedTexts?.get(document.id)));
  for (const cluster of report.clusters) yield line('cluster', clusterRecord(cluster));
  for (const pair of report.pairs) yield line('pair', pairRecord(pair));
  for (const diagnostic of report.diagnostics) yield line('diagnostic', diagnosticRecord(diagnostic));
  if (report.gate !== undefined) yield line('gate', gateRecord(report.gate));
  yield line('summary', summaryRecord(report.summary));
}

function line(type: string, record: object): string {
  return ndjsonLine({ type, ...record });
}

/** One value as a line of JSON. */
export function ndjsonLine(value: object): string {
  return `${inertJson(JSON.stringify(value))}\n`;
}
