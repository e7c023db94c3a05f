import { gatePages } from './gate-page.ts';
import { gatekeep, gatingOf } from './gating.ts';
import type { Invocation } from './invocation.ts';
import { linksOf } from './links.ts';
import { loadDocuments, streamDocuments } from './load.ts';
import { keepingInput, printedPages, printingOf } from './printing.ts';
import { needsTexts } from './report-page.ts';
import { readingOf } from './reading.ts';
import { reportOn } from './report-on.ts';
import { decidingOf, destinationsOf, pathsOf } from './settings.ts';
import type { Run, Surroundings } from './surroundings.ts';

/** `dedupe PATHS`: checks what was asked, and returns what does it. */
export async function planDedupe({ paths, given }: Invocation, { io }: Surroundings): Promise<Run> {
  const asked = pathsOf(paths);
  const reading = readingOf(given);
  const deciding = { ...decidingOf(given), ...(await linksOf(given, io.cwd)), prefer: given.prefer ?? [] };
  const gating = await gatingOf(given, io.cwd);
  const printing = printingOf(given);
  // Standard output holds one thing.
  const isTaken = printing !== undefined && printing.folder === undefined;
  const destinations = (await destinationsOf(given, io.cwd)).filter(({ file }) => !isTaken || file !== undefined);
  return async (surroundings) => {
    const { input, io: kept } = printing === undefined ? { input: [], io } : keepingInput(io);
    const isRead = printing !== undefined || given.showRemoved === true || destinations.some(({ format }) => needsTexts(format));
    const loaded = isRead ? await loadDocuments(asked, reading, kept, surroundings.notices) : undefined;
    const { documents, diagnostics } = loaded ?? streamDocuments(asked, reading, kept, surroundings.notices);
    const report = await reportOn(documents, { ...deciding, diagnostics }, given.workers, surroundings.progress);
    const { report: gated, pages } = gatekeep(report, gating, new Set(report.documents.map(({ id }) => id)));
    surroundings.notices.diagnostics(gated.diagnostics);
    const view = { gated, documents: loaded?.documents ?? [], showRemoved: given.showRemoved === true };
    // Where no gate was asked for, the report is as it was.
    const reported = given.baseline === undefined ? { ...view, report, text: 'report' as const } : { ...view, report: gated, text: 'both' as const };
    const told = await Promise.all(destinations.map((destination) => gatePages(reported, destination, surroundings)));
    const records = printing === undefined || loaded === undefined ? [] : await printedPages(printing, report, loaded, { cwd: io.cwd, stdin: input, fields: reading.fields ?? {} });
    const found = given.failOn === 'duplicates' && gated.gate.findings.length > 0;
    return { pages: [...pages, ...told.flat(), ...records], exitCode: found ? 1 : 0 };
  };
}
