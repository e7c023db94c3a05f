import type { Writable } from 'node:stream';

/** Where results and notices go: a terminal, a pipe or a file. */
export type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** All of the process that the command touches, so that tests can hand it another. */
export interface Io {
  /** The result and nothing else. */
  readonly stdout: OutputStream;
  /** Errors, diagnostics and notes. */
  readonly stderr: OutputStream;
  /** What `-` reads. */
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** The folder that paths are relative to, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted where the user or the system ends the process; from the first call on it ends by that no more. */
  readonly interrupted: () => AbortSignal;
}

/** What a command has to say on one of its outputs; a page without a file goes to standard output. */
export interface Page {
  readonly file?: string;
  /** Whether it goes behind what the file holds. */
  readonly append?: true;
  readonly chunks: Iterable<string | Uint8Array>;
}

/** What a command hands to be printed. */
export interface Answer {
  readonly pages: readonly Page[];
  readonly exitCode: ExitCode;
}

/** 0 done; 1 duplicates found where `--fail-on` asks; 2 usage error or failure, nothing readable among them. */
export type ExitCode = 0 | 1 | 2;

/** Lines are laid out for 80 columns where no terminal says otherwise. */
const DEFAULT_COLUMNS = 80;
/** Under 40 columns no title is left to read, over 120 the eye loses the line. */
const [LEAST_COLUMNS, MOST_COLUMNS] = [40, 120];

/** The columns to lay a text out for; `most` where two texts stand side by side, each in half of them. */
export function columnsOf(stream: OutputStream, most = MOST_COLUMNS): number {
  if (stream.isTTY !== true || stream.columns === undefined) return DEFAULT_COLUMNS;
  return Math.min(most, Math.max(LEAST_COLUMNS, stream.columns));
}
