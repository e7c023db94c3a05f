import type { RemovedTexts } from '../report/json.ts';
import { openingOf, removedTextsOf } from '../report/opening.ts';
import type { Document, Report } from '../types.ts';
import type { Format, GateFormat } from './formats.ts';
import { columnsOf, type Page } from './io.ts';
import type { Destination } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

/** A report with the documents it is about. */
export interface Reported {
  readonly report: Report;
  readonly documents: readonly Document[];
  readonly showRemoved: boolean;
}

/** Where a whole report goes, and in which form. */
export interface ReportDestination extends Destination {
  readonly format: Exclude<Format, GateFormat>;
}

/** A report in one form for one place. The module of a form is loaded where that form is asked for. */
export async function reportPage(reported: Reported, { file, format }: ReportDestination, surroundings: Surroundings): Promise<Page> {
  const target = file === undefined ? {} : { file };
  const { report } = reported;
  if (format === 'json') return { ...target, chunks: (await import('../report/json.ts')).jsonReport(report, removedOf(reported)) };
  if (format === 'ndjson') return { ...target, chunks: (await import('../report/ndjson.ts')).ndjsonReport(report, removedOf(reported)) };
  return { ...target, chunks: await textChunks(reported, file === undefined, surroundings) };
}

async function textChunks(reported: Reported, isTerminal: boolean, { io, chalk, plain }: Surroundings): Promise<Iterable<string>> {
  const { textReport } = await import('../report/text.ts');
  const removedTexts = removedOf(reported);
  const layout = { columns: columnsOf(io.stdout), chalk: isTerminal ? chalk : plain, openings: openingsOf(reported) };
  return textReport(reported.report, { ...layout, ...(removedTexts === undefined ? {} : { removedTexts }) });
}

function removedOf({ report, documents, showRemoved }: Reported): RemovedTexts | undefined {
  return showRemoved ? byDocument(report, documents, removedTextsOf) : undefined;
}

/** The first words of the documents, by id. */
export function openingsOf({ report, documents }: Reported): ReadonlyMap<string, string> {
  return byDocument(report, documents, openingOf);
}

function byDocument<T>({ documents: reports }: Report, documents: readonly Document[], make: (document: Document, removed: Report['documents'][number]['removed']) => T): ReadonlyMap<string, T> {
  const removed = new Map(reports.map((document) => [document.id, document.removed]));
  return new Map(documents.map((document) => [document.id, make(document, removed.get(document.id) ?? [])]));
}
