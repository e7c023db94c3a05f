import type { GatedReport } from '../report/finding-text.ts';
import { columnsOf, type Page } from './io.ts';
import { openingsOf, reportPage, type Reported } from './report-page.ts';
import type { Destination } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

/** A report, what a gate made of it, and the documents both are about. */
export interface Gated extends Reported {
  readonly gated: GatedReport;
  /** Whether the text is that of the gate, of the whole report, or both. */
  readonly text: 'gate' | 'report' | 'both';
}

/** A gated report in one form for one place; the form of GitHub Actions goes to the files of the job too. */
export async function gatePages(told: Gated, { file, format }: Destination, surroundings: Surroundings): Promise<readonly Page[]> {
  const target = file === undefined ? {} : { file };
  const { gated, text } = told;
  if (format === 'sarif') return [{ ...target, chunks: [(await import('../report/sarif.ts')).sarifReport(gated)] }];
  if (format === 'junit') return [{ ...target, chunks: (await import('../report/junit.ts')).junitReport(gated) }];
  if (format === 'github') return githubPages(gated, target, surroundings);
  const page = await reportPage(told, { ...target, format }, surroundings);
  if (format !== 'text' || text === 'report') return [page];
  return [{ ...target, chunks: concatenated(text === 'gate' ? [] : page.chunks, await gateChunks(told, file, surroundings)) }];
}

async function gateChunks(told: Gated, file: string | undefined, { io, chalk, plain }: Surroundings): Promise<Iterable<string>> {
  const { gateText } = await import('../report/gate-text.ts');
  return gateText(told.gated, { columns: columnsOf(io.stdout), chalk: file === undefined ? chalk : plain, openings: openingsOf(told), nearMisses: told.text === 'gate' });
}

async function githubPages(report: GatedReport, target: { readonly file?: string }, { io }: Surroundings): Promise<readonly Page[]> {
  const { githubAnnotations, githubOutputs, githubSummary } = await import('../report/github.ts');
  const [summary = '', outputs = ''] = [io.env['GITHUB_STEP_SUMMARY'], io.env['GITHUB_OUTPUT']];
  return [
    { ...target, chunks: githubAnnotations(report) },
    ...(summary === '' ? [] : [{ file: summary, append: true as const, chunks: githubSummary(report) }]),
    ...(outputs === '' ? [] : [{ file: outputs, append: true as const, chunks: [githubOutputs(report)] }]),
  ];
}

function* concatenated<T>(...parts: readonly Iterable<T>[]): Generator<T> {
  for (const part of parts) yield* part;
}
