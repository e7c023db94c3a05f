import { narrowedTo } from '../report/narrow.ts';
import { documentsOf, folderOf, refuseAgainst, withArchive } from './archiving.ts';
import { gatePages } from './gate-page.ts';
import { gatekeep, gatingOf } from './gating.ts';
import type { Invocation } from './invocation.ts';
import { linksOf } from './links.ts';
import { loadDocuments } from './load.ts';
import { readingOf } from './reading.ts';
import { decidingOf, destinationsOf, pathsOf } from './settings.ts';
import type { Run, Surroundings } from './surroundings.ts';

/** `dedupe check INCOMING --archive FOLDER`: as `--against`, of what was added before. */
export async function planArchiveCheck({ paths, given }: Invocation, { io }: Surroundings): Promise<Run> {
  refuseAgainst(given);
  const asked = pathsOf(paths);
  const folder = folderOf(given, io.cwd);
  const reading = readingOf(given);
  const deciding = { ...decidingOf(given), ...(await linksOf(given, io.cwd)), prefer: given.prefer ?? [] };
  const gating = await gatingOf(given, io.cwd);
  const destinations = await destinationsOf(given, io.cwd);
  return async (surroundings) => {
    const { documents, diagnostics } = await loadDocuments(asked, reading, io, surroundings.notices);
    const ids = new Set(documents.map(({ id }) => id));
    const [{ prepare }, { buildReport }] = await Promise.all([import('../pipeline.ts'), import('../report/build.ts')]);
    const { whole, before, archived } = await withArchive(folder, given, 'read', ({ archive }) => {
      const options = { ...archive.options, ...deciding };
      const checked = archive.check(documents.map((document) => prepare(document, options)), deciding);
      return { ...checked, whole: buildReport(checked.found, options, [...diagnostics, ...checked.found.diagnostics]) };
    });
    const { report: { gate, ...rest }, pages } = gatekeep(whole, gating, ids);
    surroundings.notices.diagnostics(rest.diagnostics);
    const report = { ...narrowedTo(ids, rest), gate: { ...gate, archive: archived } };
    const gated = { report, gated: report, documents: [...documents, ...documentsOf(before)], showRemoved: given.showRemoved === true, text: 'gate' as const };
    const told = await Promise.all(destinations.map((destination) => gatePages(gated, destination, surroundings)));
    return { pages: [...pages, ...told.flat()], exitCode: gate.findings.length > gate.max ? 1 : 0 };
  };
}
