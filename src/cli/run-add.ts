import type { Added } from '../archive/archive.ts';
import { EMPTY_BASELINE } from '../gate/baseline.ts';
import { gateOf } from '../gate/gate.ts';
import type { Prepared } from '../pair.ts';
import { narrowedTo } from '../report/narrow.ts';
import type { Diagnostic } from '../types.ts';
import { addDocuments } from './adding.ts';
import { documentsOf, folderOf, withArchive } from './archiving.ts';
import { gatePages } from './gate-page.ts';
import type { Invocation } from './invocation.ts';
import { streamDocuments } from './load.ts';
import { readingOf } from './reading.ts';
import { destinationsOf, pathsOf } from './settings.ts';
import type { Run, Surroundings } from './surroundings.ts';

/** `dedupe add PATHS --archive FOLDER`. */
export async function planAdd({ paths, given }: Invocation, { io }: Surroundings): Promise<Run> {
  const asked = pathsOf(paths);
  const folder = folderOf(given, io.cwd);
  const reading = readingOf(given);
  const destinations = await destinationsOf(given, io.cwd);
  return (surroundings) =>
    withArchive(folder, given, 'make', async (open) => {
      const { archive } = open;
      const { buildReport } = await import('../report/build.ts');
      const { documents, diagnostics } = streamDocuments(asked, reading, io, surroundings.notices);
      const known = new Map<string, Prepared>();
      const outcome = await addDocuments(open, documents, given.workers, surroundings.progress, known);
      const ids = [...outcome.added, ...outcome.replaced];
      const { found, before } = archive.told(ids, known);
      surroundings.progress.clear();
      const said = [...diagnostics, ...diagnosticsOn(outcome)];
      const whole = buildReport(found, archive.options, said);
      surroundings.notices.diagnostics(diagnosticsOn(outcome));
      const own = new Set(ids);
      const { gate } = gateOf(whole, { incoming: own, baseline: EMPTY_BASELINE });
      const report = { ...narrowedTo(own, whole), gate: { ...gate, archive: archive.counts().documents - ids.length } };
      const gated = { report, gated: report, documents: documentsOf(before), showRemoved: given.showRemoved === true, text: 'gate' as const };
      const told = await Promise.all(destinations.map((destination) => gatePages(gated, destination, surroundings)));
      return { pages: told.flat(), exitCode: 0 };
    });
}

/** What there is to say of documents that were there before. */
function diagnosticsOn({ replaced, known }: Added): readonly Diagnostic[] {
  return [
    ...replaced.map((id) => ({ code: 'replaced-in-archive', severity: 'warning' as const, message: `The archive had another text under the id "${id}": the new one has taken its place.`, document: id })),
    ...known.map((id) => ({ code: 'known-in-archive', severity: 'note' as const, message: `"${id}" is in the archive already, with the same text.`, document: id })),
  ];
}
