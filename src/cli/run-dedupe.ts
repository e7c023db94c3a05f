import { linksOf } from './links.ts';
import { loadDocuments } from './load.ts';
import type { Invocation } from './program.ts';
import { reportPage } from './report-page.ts';
import { decidingOf, destinationsOf, pathsOf } from './settings.ts';
import type { Run, Surroundings } from './surroundings.ts';

/** `dedupe PATHS`: checks what was asked, and returns what does it. */
export async function planDedupe({ paths, given }: Invocation, { io }: Surroundings): Promise<Run> {
  const asked = pathsOf(paths);
  const deciding = { ...decidingOf(given), ...(await linksOf(given, io.cwd)) };
  const destinations = await destinationsOf(given, io.cwd);
  return async (surroundings) => {
    const { documents, diagnostics } = await loadDocuments(asked, io, surroundings.notices);
    const { dedupe } = await import('../index.ts');
    const report = dedupe(documents, { ...deciding, prefer: given.prefer ?? [], diagnostics });
    surroundings.notices.diagnostics(report.diagnostics);
    const found = given.failOn === 'duplicates' && report.summary.duplicates > 0;
    const reported = { report, documents, showRemoved: given.showRemoved === true };
    const pages = await Promise.all(destinations.map((destination) => reportPage(reported, destination, surroundings)));
    return { pages, exitCode: found ? 1 : 0 };
  };
}
