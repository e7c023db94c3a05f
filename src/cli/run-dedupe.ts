import { gatePages } from './gate-page.ts';
import { gatekeep, gatingOf } from './gating.ts';
import type { Invocation } from './invocation.ts';
import { linksOf } from './links.ts';
import { loadDocuments } from './load.ts';
import { decidingOf, destinationsOf, pathsOf } from './settings.ts';
import type { Run, Surroundings } from './surroundings.ts';

/** `dedupe PATHS`: checks what was asked, and returns what does it. */
export async function planDedupe({ paths, given }: Invocation, { io }: Surroundings): Promise<Run> {
  const asked = pathsOf(paths);
  const deciding = { ...decidingOf(given), ...(await linksOf(given, io.cwd)) };
  const gating = await gatingOf(given, io.cwd);
  const destinations = await destinationsOf(given, io.cwd);
  return async (surroundings) => {
    const { documents, diagnostics } = await loadDocuments(asked, io, surroundings.notices);
    const { dedupe } = await import('../index.ts');
    const ids = new Set(documents.map(({ id }) => id));
    const report = dedupe(documents, { ...deciding, diagnostics });
    const { report: gated, pages } = gatekeep(report, gating, ids);
    surroundings.notices.diagnostics(gated.diagnostics);
    const view = { gated, documents, showRemoved: given.showRemoved === true };
    // Where no gate was asked for, the report is as it was.
    const reported = given.baseline === undefined ? { ...view, report, text: 'report' as const } : { ...view, report: gated, text: 'both' as const };
    const told = await Promise.all(destinations.map((destination) => gatePages(reported, destination, surroundings)));
    const found = given.failOn === 'duplicates' && gated.gate.findings.length > 0;
    return { pages: [...pages, ...told.flat()], exitCode: found ? 1 : 0 };
  };
}
