import { UsageError } from '../errors.ts';
import type { ReadOptions, RecordPlace } from '../read/event.ts';
import type { Diagnostic, Document } from '../types.ts';
import { COMMANDS } from './commands.ts';
import type { Io } from './io.ts';
import { nearest } from './nearest.ts';
import type { Notices } from './notices.ts';
import type { Reading } from './reading.ts';

/** What was read: documents, at least one, and what reading had to say. */
export interface Loaded {
  readonly documents: readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
  /** By document id, of those that are records of a file. */
  readonly records: ReadonlyMap<string, RecordPlace>;
}

/** Reads the paths and says what there is to say of them. Throws `UsageError` where nothing could be read. */
export async function loadDocuments(paths: readonly string[], reading: Reading, io: Io, notices: Notices): Promise<Loaded> {
  const { collectDocuments } = await import('../read/collect.ts');
  const loaded = await collectDocuments(paths, optionsOf(paths, reading, io));
  tellReading(paths, loaded.diagnostics, loaded.documents.length, notices);
  return loaded;
}

/** Documents for who needs each but once, and none of them later. */
export interface Streamed {
  /** Throws `UsageError` at its end where nothing could be read. */
  readonly documents: AsyncIterable<Document>;
  /** What reading had to say: complete once the documents have ended. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The same without holding the documents. */
export function streamDocuments(paths: readonly string[], reading: Reading, io: Io, notices: Notices): Streamed {
  const diagnostics: Diagnostic[] = [];
  async function* documents(): AsyncGenerator<Document> {
    const { readDocuments } = await import('../read/read.ts');
    let count = 0;
    for await (const event of readDocuments(paths, optionsOf(paths, reading, io))) {
      if (event.kind === 'diagnostic') diagnostics.push(event.diagnostic);
      else {
        count++;
        yield event.document;
      }
    }
    tellReading(paths, diagnostics, count, notices);
  }
  return { documents: documents(), diagnostics };
}

function optionsOf(paths: readonly string[], reading: Reading, io: Io): ReadOptions {
  return { ...reading, cwd: io.cwd, ...(paths.includes('-') ? { stdin: io.stdin } : {}) };
}

/** Throws `UsageError` where nothing could be read. */
function tellReading(paths: readonly string[], diagnostics: readonly Diagnostic[], count: number, notices: Notices): void {
  notices.diagnostics(diagnostics);
  if (count === 0) throw nothingReadable(paths, diagnostics);
  const meant = commandMeant(paths);
  if (meant !== undefined && diagnostics.some(({ code, document }) => code === 'no-such-file' && document === paths[0])) throw unknownCommand(paths[0] ?? '', meant);
}

function nothingReadable(paths: readonly string[], diagnostics: readonly Diagnostic[]): UsageError {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const reasons = errors === 0 ? '' : `; ${errors === 1 ? 'one error was' : `${errors} errors were`} found on the way`;
  return new UsageError({
    code: 'nothing-readable',
    happened: `No document could be read from ${paths.map((path) => `"${path}"`).join(', ')}${reasons}.`,
    expected: 'Files or folders with articles: text, HTML, feeds, JSON, tables, WARC, packed or not.',
    advice: commandMeant(paths) ?? 'Check the paths; -v says what was passed over.',
  });
}

/** A gate whose command is misspelt must not pass because the paths after it could be read. */
function unknownCommand(given: string, meant: string): UsageError {
  return new UsageError({
    code: 'unknown-command',
    happened: `There is no command, file or folder "${given}".`,
    expected: `One of ${COMMANDS.map(({ name }) => name).join(', ')}, or a path.`,
    advice: meant,
  });
}

/** `dedupe evalute …` reads as a path: say so where it looks like a command. */
function commandMeant([first = '']: readonly string[]): string | undefined {
  if (!/^[a-z]+$/i.test(first)) return undefined;
  const [meant] = first === 'help' ? ['--help'] : nearest(first, COMMANDS.map(({ name }) => name), 1);
  return meant === undefined ? undefined : `"${first}" is no command and was read as a path. Did you mean \`dedupe ${meant}\`?`;
}
