import { narrowedTo } from '../report/narrow.ts';
import { gatePages } from './gate-page.ts';
import { gatekeep, gatingOf } from './gating.ts';
import { loadIncoming } from './incoming.ts';
import type { Invocation } from './invocation.ts';
import { linksOf } from './links.ts';
import { readingOf } from './reading.ts';
import { reportOn } from './report-on.ts';
import { decidingOf, destinationsOf, pathsOf } from './settings.ts';
import type { Run, Surroundings } from './surroundings.ts';

/** `dedupe check INCOMING --against ARCHIVE`: 1 where more than `--max` incoming articles were told before. */
export async function planCheck({ paths, given }: Invocation, { io }: Surroundings): Promise<Run> {
  const asked = pathsOf(paths);
  const reading = readingOf(given);
  const deciding = { ...decidingOf(given), ...(await linksOf(given, io.cwd)), prefer: given.prefer ?? [] };
  const gating = await gatingOf(given, io.cwd);
  const destinations = await destinationsOf(given, io.cwd);
  return async (surroundings) => {
    const { incoming, archive, diagnostics } = await loadIncoming(asked, given.against ?? [], reading, io, surroundings.notices);
    const ids = new Set(incoming.map(({ id }) => id));
    const documents = [...incoming, ...archive];
    const whole = await reportOn(documents, { ...deciding, incoming: ids, diagnostics }, given.workers, surroundings.progress);
    const { report: { gate, ...rest }, pages } = gatekeep(whole, gating, ids);
    surroundings.notices.diagnostics(rest.diagnostics);
    const report = { ...narrowedTo(ids, rest), gate };
    const gated = { report, gated: report, documents, showRemoved: given.showRemoved === true, text: 'gate' as const };
    const told = await Promise.all(destinations.map((destination) => gatePages(gated, destination, surroundings)));
    return { pages: [...pages, ...told.flat()], exitCode: gate.findings.length > gate.max ? 1 : 0 };
  };
}
