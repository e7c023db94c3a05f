import type { ChalkInstance } from 'chalk';
import { jsonReport, type RemovedTexts } from '../report/json.ts';
import { ndjsonReport } from '../report/ndjson.ts';
import { openingOf, removedTextsOf } from '../report/opening.ts';
import { textReport } from '../report/text.ts';
import type { Document, Report } from '../types.ts';
import { columnsOf, type Answer, type Io } from './io.ts';
import { linksOf } from './links.ts';
import { loadDocuments } from './load.ts';
import type { Invocation } from './program.ts';
import { readingOf } from './reading.ts';
import { decidingOf, destinationsOf, pathsOf, type Destination } from './settings.ts';
import type { Run, Surroundings } from './surroundings.ts';

/** `dedupe PATHS`: checks what was asked, and returns what does it. */
export async function planDedupe({ paths, given }: Invocation, { io }: Surroundings): Promise<Run> {
  const asked = pathsOf(paths);
  const reading = readingOf(given);
  const deciding = { ...decidingOf(given), ...(await linksOf(given, io.cwd)) };
  const destinations = await destinationsOf(given, io.cwd);
  return async (surroundings) => {
    const { documents, diagnostics } = await loadDocuments(asked, reading, io, surroundings.notices);
    const { dedupe } = await import('../index.ts');
    const report = dedupe(documents, { ...deciding, diagnostics });
    surroundings.notices.diagnostics(report.diagnostics);
    const found = given.failOn === 'duplicates' && report.summary.duplicates > 0;
    const view = viewOf(report, documents, given.showRemoved === true);
    return { pages: destinations.map((destination) => pageOf(view, destination, surroundings)), exitCode: found ? 1 : 0 };
  };
}

/** A report with the pieces of text that some views show. */
interface View {
  readonly report: Report;
  readonly openings: ReadonlyMap<string, string>;
  readonly removedTexts: RemovedTexts | undefined;
}

function viewOf(report: Report, documents: readonly Document[], showRemoved: boolean): View {
  const texts = new Map(documents.map((document) => [document.id, document]));
  const openings = new Map<string, string>();
  const removedTexts = new Map<string, ReturnType<typeof removedTextsOf>>();
  for (const { id, removed } of report.documents) {
    const document = texts.get(id);
    if (document === undefined) continue;
    openings.set(id, openingOf(document, removed));
    removedTexts.set(id, removedTextsOf(document, removed));
  }
  return { report, openings, removedTexts: showRemoved ? removedTexts : undefined };
}

function pageOf(view: View, { file, format }: Destination, { io, chalk, plain }: Surroundings): Answer['pages'][number] {
  const target = file === undefined ? {} : { file };
  const { report, removedTexts } = view;
  if (format === 'json') return { ...target, chunks: jsonReport(report, removedTexts) };
  if (format === 'ndjson') return { ...target, chunks: ndjsonReport(report, removedTexts) };
  return { ...target, chunks: textPage(view, file === undefined ? chalk : plain, io) };
}

function textPage({ report, openings, removedTexts }: View, chalk: ChalkInstance, io: Io): Iterable<string> {
  return textReport(report, { columns: columnsOf(io.stdout), chalk, openings, ...(removedTexts === undefined ? {} : { removedTexts }) });
}
