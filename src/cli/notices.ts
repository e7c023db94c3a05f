import type { ChalkInstance } from 'chalk';
import { UsageError } from '../errors.ts';
import { printable } from '../report/printable.ts';
import type { Diagnostic, Severity } from '../types.ts';
import type { OutputStream } from './io.ts';

/** How much is said on standard error. */
export interface Loudness {
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** With the stack of a failure. */
  readonly debug: boolean;
}

/** What is said on standard error. */
export interface Notices {
  readonly diagnostics: (found: readonly Diagnostic[]) => void;
  readonly failure: (error: unknown) => void;
}

/** Warnings and errors by default, notes with `--verbose`, no diagnostics with `--quiet`; why a run failed is always said. */
export function noticesOn(stream: OutputStream, loudness: Loudness, chalk: ChalkInstance): Notices {
  const colors = { error: chalk.red, warning: chalk.yellow, note: chalk.cyan };
  const said = new Set<string>();
  const isWanted = (severity: Severity): boolean => !loudness.quiet && (severity !== 'note' || loudness.verbose);
  return {
    diagnostics: (found) => {
      for (const { code, severity, message } of found) {
        const line = `${colors[severity](severity)}: ${printable(message)} ${chalk.dim(`[${code}]`)}\n`;
        // What reading had to say comes again with the report.
        if (isWanted(severity) && !said.has(line)) stream.write(line);
        said.add(line);
      }
    },
    failure: (error) => {
      for (const line of failureLines(error, loudness.debug, chalk)) stream.write(`${line}\n`);
    },
  };
}

function failureLines(error: unknown, debug: boolean, chalk: ChalkInstance): readonly string[] {
  const stack = debug && error instanceof Error && error.stack !== undefined ? [chalk.dim(error.stack)] : [];
  if (error instanceof UsageError) {
    const head = `${chalk.red('error')}: ${printable(error.message)} ${chalk.dim(`[${error.code}]`)}`;
    return [head, `  expected: ${printable(error.expected)}`, `  try: ${printable(error.advice)}`, ...stack];
  }
  const message = error instanceof Error ? error.message : String(error);
  const advice = debug ? 'Report it with the stack below.' : 'Run it again with --debug for the stack, and report it.';
  return [`${chalk.red('error')}: ${printable(message)} ${chalk.dim('[internal]')}`, `  This is a mistake in dedupe. ${advice}`, ...stack];
}
