import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Level } from '../types.ts';
import type { GivenFlags } from './flags.ts';
import { FORMAT_ENDINGS, formatByEnding, type Format } from './formats.ts';

/** What decides, as the library takes it; what is not given has the library's default. */
export interface Deciding {
  readonly level?: Level;
  readonly threshold?: number;
  readonly clean?: boolean;
  readonly hints?: boolean;
  readonly window?: number;
}

/** Where a result goes, in which form; without a file, to standard output. */
export interface Destination {
  readonly format: Format;
  readonly file?: string;
}

/** The flags of deciding. */
export function decidingOf({ level, threshold, clean, hints, window }: GivenFlags): Deciding {
  return {
    ...(level === undefined ? {} : { level }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(clean === undefined ? {} : { clean }),
    ...(hints === undefined ? {} : { hints }),
    ...(window === undefined ? {} : { window }),
  };
}

/** The paths of a command line. Throws `UsageError` where there are none. */
export function pathsOf(paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return paths;
  throw new UsageError({
    code: 'no-paths',
    happened: 'No files or folders were given.',
    expected: 'One path or more, or "-" to read standard input.',
    advice: 'For example `dedupe seeds/`; `dedupe --help` shows the rest.',
  });
}

/** Where the result goes. Throws `UsageError` for a file of unknown form, or one that could not be written afterwards. */
export async function destinationsOf(given: GivenFlags, cwd: string): Promise<readonly Destination[]> {
  const format = formatOf(given);
  const files = (given.output ?? []).map((file) => ({ file, format: formatOfFile(file) }));
  for (const { file } of files) await checkFolder(file, cwd);
  return format === undefined && files.length > 0 ? files : [{ format: format ?? 'text' }, ...files];
}

function formatOf({ json, format }: GivenFlags): Format | undefined {
  if (json && format !== undefined && format !== 'json') throw contradiction('--json', `--format ${format}`);
  return json ? 'json' : format;
}

function formatOfFile(file: string): Format {
  const format = formatByEnding(file);
  if (format !== undefined) return format;
  throw new UsageError({
    code: 'unknown-format',
    happened: `--output was given "${file}", whose ending names no format.`,
    expected: `A file that ends in ${FORMAT_ENDINGS}.`,
    advice: 'Rename it, or send standard output there: dedupe … --format json > FILE.',
  });
}

/** Whether a file can be written to its folder, asked before the work and not after it. Throws `UsageError`. */
export async function checkFolder(file: string, cwd: string): Promise<void> {
  const folder = dirname(resolve(cwd, file));
  try {
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new UsageError({
      code: 'cannot-write',
      happened: `${file} can't be written: its folder ${dirname(file)} does not exist or may not be written to.`,
      expected: 'A folder that is there and open to this user.',
      advice: 'Make the folder, or check the path and its permissions.',
      cause,
    });
  }
}

/** The error of two flags that exclude each other. */
export function contradiction(one: string, other: string): UsageError {
  return new UsageError({
    code: 'contradicting-flags',
    happened: `${one} and ${other} were both given.`,
    expected: 'One of the two.',
    advice: `Leave out ${one} or ${other}.`,
  });
}
