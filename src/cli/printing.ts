import { UsageError } from '../errors.ts';
import type { Report } from '../types.ts';
import type { GivenFlags } from './flags.ts';
import type { Io, Page } from './io.ts';
import type { Loaded } from './load.ts';
import type { PrintPlaces } from './print-records.ts';
import type { Choice } from './record-files.ts';
import { contradiction } from './settings.ts';

/** What `--print` asks for. */
interface Printing {
  readonly choice: Choice;
  readonly folder?: string;
}

/** The flags of printing records, checked; nothing where they are not given. Throws `UsageError`. */
export function printingOf({ print, printTo, format, json }: GivenFlags): Printing | undefined {
  if (print === undefined && printTo === undefined) return undefined;
  if (print === undefined) {
    throw new UsageError({
      code: 'missing-argument',
      happened: '--print-to was given without --print.',
      expected: '--print unique or --print duplicates besides it.',
      advice: 'For example `dedupe articles/ --print unique --print-to kept/`.',
    });
  }
  if (printTo === undefined && (format !== undefined || json)) throw contradiction('--print, which writes records to standard output,', json ? '--json' : `--format ${format}`);
  return { choice: print === 'duplicates' ? 'duplicates' : 'unique', ...(printTo === undefined ? {} : { folder: printTo }) };
}

/** The same surroundings, with what is read from standard input kept: it can't be read twice. */
export function keepingInput(io: Io): { readonly input: readonly Uint8Array[]; readonly io: Io } {
  const input: Uint8Array[] = [];
  async function* kept(): AsyncGenerator<Uint8Array> {
    for await (const chunk of io.stdin) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      input.push(bytes);
      yield bytes;
    }
  }
  // Not asked for before it is read: to open standard input takes time.
  return { input, io: { stdout: io.stdout, stderr: io.stderr, cwd: io.cwd, env: io.env, interrupted: io.interrupted, get stdin() { return kept(); } } };
}

/** The pages with the records that were chosen. Throws `UsageError`. */
export async function printedPages({ choice, folder }: Printing, report: Report, loaded: Loaded, places: Omit<PrintPlaces, 'folder'>): Promise<readonly Page[]> {
  const { recordFiles } = await import('./record-files.ts');
  const { recordPages } = await import('./print-records.ts');
  return recordPages(recordFiles(choice, report, loaded), { ...places, ...(folder === undefined ? {} : { folder }) });
}
