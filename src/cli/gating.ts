import { UsageError } from '../errors.ts';
import { baselineIn, EMPTY_BASELINE, type Baseline } from '../gate/baseline.ts';
import { doubtsOn } from '../gate/doubts.ts';
import { gateOf, type GateOptions } from '../gate/gate.ts';
import { baselineText, updatedBaseline } from '../gate/update.ts';
import type { GatedReport } from '../report/finding-text.ts';
import type { Report } from '../types.ts';
import { isThere } from './exists.ts';
import type { GivenFlags } from './flags.ts';
import type { Page } from './io.ts';
import { readJsonFile } from './json-file.ts';
import { checkFolder } from './settings.ts';

type GateFlags = Pick<GivenFlags, 'baseline' | 'updateBaseline' | 'reason' | 'expires' | 'today' | 'max'>;

/** What a gate goes by, read and checked. */
export interface Gating {
  readonly baseline: Baseline;
  readonly today: string;
  readonly max: number;
  /** The file to write what is accepted to, where that is asked for. */
  readonly update?: { readonly file: string; readonly reason?: string; readonly expires?: string };
}

/** Reads the baseline and checks the flags about it. Throws `UsageError`. */
export async function gatingOf(given: GateFlags, cwd: string): Promise<Gating> {
  const { baseline: file, updateBaseline = false, reason, expires, today = dayInUtc(), max = 0 } = given;
  const only = reason === undefined ? (expires === undefined ? undefined : '--expires') : '--reason';
  if (!updateBaseline && only !== undefined) throw needs(only, '--update-baseline');
  if (updateBaseline && file === undefined) throw needs('--update-baseline', '--baseline FILE');
  const baseline = await readBaseline(file, updateBaseline, cwd);
  if (!updateBaseline || file === undefined) return { baseline, today, max };
  if (baseline.source === 'report') throw isReport(file);
  await checkFolder(file, cwd);
  return { baseline, today, max, update: { file, ...(reason === undefined ? {} : { reason }), ...(expires === undefined ? {} : { expires }) } };
}

/** The one clock of the command: what it prints depends on the day only by what has expired. */
function dayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}

async function readBaseline(file: string | undefined, mayBeMissing: boolean, cwd: string): Promise<Baseline> {
  if (file === undefined || (mayBeMissing && !(await isThere(file, cwd)))) return EMPTY_BASELINE;
  return baselineIn(await readJsonFile(file, cwd, 'A baseline that --update-baseline wrote, or a report of --json.'), file);
}

/** A report with what the gate makes of it, after the baseline was brought up to date where that was asked for. */
export interface Gatekeeping {
  readonly report: GatedReport;
  /** The baseline to write. */
  readonly pages: readonly Page[];
}

/** Holds a report against the baseline. Throws `UsageError` where something new would be accepted without a reason. */
export function gatekeep(report: Report, { baseline, today, max, update }: Gating, incoming: ReadonlySet<string>): Gatekeeping {
  const options: GateOptions = { incoming, today, max };
  const first = gateOf(report, { ...options, baseline });
  if (update === undefined) return { report: withGate(report, first), pages: [] };
  const { file, reason, ...until } = update;
  if (first.gate.findings.length > 0 && reason === undefined) throw noReason(first.gate.findings.length);
  const isIncoming = (id: string): boolean => incoming.has(id);
  const accepted = updatedBaseline(baseline, report, first.gate, today, isIncoming, { reason: reason ?? '', ...until });
  const { gate } = gateOf(report, { ...options, baseline: accepted });
  const diagnostics = doubtsOn(baseline, report, today, isIncoming, true);
  return { report: withGate(report, { gate, diagnostics }), pages: [{ file, chunks: [baselineText(accepted)] }] };
}

function withGate(report: Report, { gate, diagnostics }: ReturnType<typeof gateOf>): GatedReport {
  return { ...report, gate, diagnostics: [...report.diagnostics, ...diagnostics] };
}

function needs(flag: string, other: string): UsageError {
  return new UsageError({ code: 'missing-argument', happened: `${flag} was given without ${other}.`, expected: 'Both, or neither.', advice: `Add ${other}, or leave out ${flag}.` });
}

function noReason(count: number): UsageError {
  return new UsageError({
    code: 'missing-reason',
    happened: `--update-baseline would accept ${count === 1 ? 'a new duplicate' : `${count} new duplicates`} without a reason.`,
    expected: '--reason TEXT: why both versions stay.',
    advice: 'Look at them without --update-baseline first, then for example --reason "wire copy, kept for the record" --expires 2026-12-31.',
  });
}

function isReport(file: string): UsageError {
  return new UsageError({
    code: 'bad-baseline',
    happened: `${file} is a report, and --update-baseline would write over it.`,
    expected: 'A baseline, or the name of a new file.',
    advice: 'Name another file for the baseline, for example --baseline dedupe.baseline.json.',
  });
}
