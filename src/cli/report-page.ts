import { headingOf, openingOf, removedTextsOf } from '../report/opening.ts';
import type { RemovedTexts } from '../report/json.ts';
import type { Document, Report } from '../types.ts';
import { columnsOf, type Page } from './io.ts';
import type { Format, GateFormat } from './formats.ts';
import type { Destination } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

/** A report with the documents it is about. */
export interface Reported {
  readonly report: Report;
  readonly documents: readonly Document[];
  readonly showRemoved: boolean;
}

/** The forms of a whole report. */
type ReportFormat = Exclude<Format, GateFormat>;

/** The forms that show more of a document than its head. */
const OF_TEXTS: ReadonlySet<Format> = new Set(['text', 'html', 'markdown']);

/** Whether a form shows the words of documents. */
export function needsTexts(format: Format): boolean {
  return OF_TEXTS.has(format);
}

/** A report in one form for one place. */
export async function reportPage(reported: Reported, { file, format }: Destination & { readonly format: ReportFormat }, surroundings: Surroundings): Promise<Page> {
  const chunks = await FORMS[format](reported, file === undefined ? surroundings : { ...surroundings, chalk: surroundings.plain });
  return { ...(file === undefined ? {} : { file }), chunks };
}

type Form = (reported: Reported, surroundings: Surroundings) => Promise<Iterable<string>>;

/** The module of a form is loaded where that form is asked for, and not before. */
const FORMS: Readonly<Record<ReportFormat, Form>> = {
  text: textChunks,
  html: htmlChunks,
  json: async (reported) => (await import('../report/json.ts')).jsonReport(reported.report, removedOf(reported)),
  ndjson: async (reported) => (await import('../report/ndjson.ts')).ndjsonReport(reported.report, removedOf(reported)),
  csv: async ({ report }) => (await import('../report/csv.ts')).csvReport(report),
  markdown: async (reported) => (await import('../report/markdown.ts')).markdownReport(reported.report, headingsOf(reported)),
};

async function htmlChunks(reported: Reported): Promise<Iterable<string>> {
  const { htmlReport } = await import('../report/html/html.ts');
  const { readPageAssets } = await import('./page-assets.ts');
  return htmlReport(reported.report, { documents: reported.documents, openings: headingsOf(reported), assets: await readPageAssets() });
}

async function textChunks(reported: Reported, { io, chalk }: Surroundings): Promise<Iterable<string>> {
  const { textReport } = await import('../report/text.ts');
  const removedTexts = removedOf(reported);
  const layout = { columns: columnsOf(io.stdout), chalk, openings: openingsOf(reported) };
  return textReport(reported.report, { ...layout, ...(removedTexts === undefined ? {} : { removedTexts }) });
}

function removedOf({ report, documents, showRemoved }: Reported): RemovedTexts | undefined {
  return showRemoved ? byDocument(report, documents, removedTextsOf) : undefined;
}

/** The first words of the documents, by id. */
export function openingsOf({ report, documents }: Reported): ReadonlyMap<string, string> {
  return byDocument(report, documents, openingOf);
}

function headingsOf({ report, documents }: Reported): ReadonlyMap<string, string> {
  return byDocument(report, documents, headingOf);
}

function byDocument<T>({ documents: reports }: Report, documents: readonly Document[], make: (document: Document, removed: Report['documents'][number]['removed']) => T): ReadonlyMap<string, T> {
  const removed = new Map(reports.map((document) => [document.id, document.removed]));
  return new Map(documents.map((document) => [document.id, make(document, removed.get(document.id) ?? [])]));
}
