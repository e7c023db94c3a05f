import type { DedupeOptions } from '../index.ts';
import type { Document, Report } from '../types.ts';
import type { Progress } from './progress.ts';

/** What `dedupe` of the library answers, by as many threads as are worth while, or as were asked for. */
export async function reportOn(documents: AsyncIterable<Document> | readonly Document[], { incoming, diagnostics = [], ...deciding }: DedupeOptions, workers: number | undefined, progress: Progress): Promise<Report> {
  const [{ pipelineOptions }, { buildReport }, { findInThreads }] = await Promise.all([import('../options.ts'), import('../report/build.ts'), import('./find.ts')]);
  const settings = pipelineOptions({ ...deciding, ...(incoming === undefined ? {} : { incoming: new Set(incoming) }) });
  const found = await findInThreads(documents, settings, workers, progress);
  progress.stage('writing the report', 0);
  const report = buildReport(found, settings, [...diagnostics, ...found.diagnostics], found.evidenceAt);
  progress.clear();
  return report;
}
