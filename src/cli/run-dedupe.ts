import { linksOf } from './links.ts';
import { loadDocuments } from './load.ts';
import { keepingInput, printedPages, printingOf } from './printing.ts';
import type { Invocation } from './program.ts';
import { reportPage } from './report-page.ts';
import { decidingOf, destinationsOf, pathsOf } from './settings.ts';
import type { Run, Surroundings } from './surroundings.ts';

/** `dedupe PATHS`: checks what was asked, and returns what does it. */
export async function planDedupe({ paths, given }: Invocation, { io }: Surroundings): Promise<Run> {
  const asked = pathsOf(paths);
  const deciding = { ...decidingOf(given), ...(await linksOf(given, io.cwd)), prefer: given.prefer ?? [] };
  const printing = printingOf(given);
  // Standard output holds one thing.
  const isTaken = printing !== undefined && printing.folder === undefined;
  const destinations = (await destinationsOf(given, io.cwd)).filter(({ file }) => !isTaken || file !== undefined);
  return async (surroundings) => {
    const { input, io: kept } = printing === undefined ? { input: [], io } : keepingInput(io);
    const loaded = await loadDocuments(asked, kept, surroundings.notices);
    const { documents, diagnostics } = loaded;
    const { dedupe } = await import('../index.ts');
    const report = dedupe(documents, { ...deciding, diagnostics });
    surroundings.notices.diagnostics(report.diagnostics);
    const found = given.failOn === 'duplicates' && report.summary.duplicates > 0;
    const reported = { report, documents, showRemoved: given.showRemoved === true };
    const pages = await Promise.all(destinations.map((destination) => reportPage(reported, destination, surroundings)));
    const records = printing === undefined ? [] : await printedPages(printing, report, loaded, { cwd: io.cwd, stdin: input });
    return { pages: [...pages, ...records], exitCode: found ? 1 : 0 };
  };
}
