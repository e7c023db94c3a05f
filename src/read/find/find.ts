import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../../types.ts';
import type { ReadOptions } from '../event.ts';
import { diagnosticOfFault } from '../fault.ts';
import { globBase, isGlob, matcherOf } from './glob.ts';
import type { Source } from './source.ts';
import { walkFolder, type FoundFile } from './walk.ts';

/** A source, and what tells it from others: two ways to one file have the same `real`. */
interface Reached extends Source {
  readonly real: string;
}

interface Found {
  readonly sources: readonly Reached[];
  readonly diagnostics: readonly Diagnostic[];
}

type Surroundings = Pick<ReadOptions, 'cwd' | 'stdin'>;

/**
 * What the arguments of a run lead to: each file once, in code-unit order of `path`. The order of the arguments makes no
 * difference. Of two ways to one file the first in that order stands, and of the same path the one named outright.
 */
export async function findSources(
  paths: readonly string[],
  options: Surroundings,
): Promise<{ readonly sources: readonly Source[]; readonly diagnostics: readonly Diagnostic[] }> {
  const reached: Reached[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const argument of [...new Set(paths)].sort()) {
    const found = await reach(argument, options);
    for (const source of found.sources) reached.push(source);
    diagnostics.push(...found.diagnostics);
  }
  const once = new Map<string, Source>();
  for (const source of reached.sort(inOrder)) {
    if (!once.has(source.real)) once.set(source.real, source);
  }
  return { sources: [...once.values()], diagnostics };
}

function inOrder(a: Source, b: Source): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  if (a.named !== b.named) return a.named ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

async function reach(argument: string, options: Surroundings): Promise<Found> {
  if (argument === '-') return reachStandardInput(options);
  if (/^https?:\/\//i.test(argument)) return { sources: [], diagnostics: [notFetched(argument)] };
  // An empty argument, of an unset variable say, resolves to the working folder, which nobody asked for.
  if (argument === '') return { sources: [], diagnostics: [emptyPath()] };
  const full = resolve(options.cwd, argument);
  const shown = shownPath(full, options.cwd);
  try {
    const found = await stat(full);
    if (found.isDirectory()) return await reachFolder(full, options.cwd);
    // Pipes, such as the shell makes for <(…), have no real path.
    const isFile = found.isFile();
    const real = isFile ? await realpath(full) : full;
    const source = { path: shown, id: basename(full), named: true, real, ...(isFile ? { file: full } : {}), open: () => createReadStream(full, READ) };
    return { sources: [source], diagnostics: [] };
  } catch (error) {
    const diagnostic = diagnosticOfFault(error, shown);
    // A shell hands a pattern on as it is where it is in quotation marks.
    if (diagnostic.code === 'no-such-file' && isGlob(argument)) return reachGlob(argument, options.cwd);
    return { sources: [], diagnostics: [diagnostic] };
  }
}

async function reachFolder(folder: string, cwd: string): Promise<Found> {
  const shown = shownPath(folder, cwd);
  const { files, diagnostics } = await walkFolder(folder, shown);
  const sources = files.map((file) => sourceIn(folder, file, cwd));
  return { sources, diagnostics: files.length === 0 ? [...diagnostics, emptyFolder(shown)] : diagnostics };
}

function sourceIn(folder: string, { relative: id, real, bytes }: FoundFile, cwd: string): Reached {
  const full = resolve(folder, id);
  const place = bytes ?? full;
  return { path: shownPath(full, cwd), id, named: false, real, ...(bytes === undefined ? { file: full } : {}), open: () => createReadStream(place, READ) };
}

async function reachGlob(pattern: string, cwd: string): Promise<Found> {
  const { base, glob } = await globBase(pattern);
  const folder = resolve(cwd, base);
  const shown = shownPath(folder, cwd);
  try {
    const matches = await matcherOf(glob);
    const { files, diagnostics } = await walkFolder(folder, shown);
    const matching = files.filter(({ relative: path }) => matches(path));
    const sources = matching.map((file) => sourceIn(folder, file, cwd));
    return { sources, diagnostics: sources.length === 0 ? [...diagnostics, noMatch(pattern)] : diagnostics };
  } catch (error) {
    return { sources: [], diagnostics: [diagnosticOfFault(error, shown)] };
  }
}

function reachStandardInput({ stdin }: Surroundings): Found {
  if (stdin === undefined) {
    const message = 'Standard input was asked for with "-", and there is none here. Give the path of a file.';
    return { sources: [], diagnostics: [{ code: 'no-standard-input', severity: 'error', message, document: '-' }] };
  }
  const source = { path: '-', id: '-', named: true, real: '-', open: () => asBytes(stdin) };
  return { sources: [source], diagnostics: [] };
}

/** A stream that was told its encoding yields strings. */
async function* asBytes(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** Relative to the working folder, with `/` on every system; the folder itself is `.`. */
function shownPath(full: string, cwd: string): string {
  return relative(cwd, full).split(sep).join('/') || '.';
}

function notFetched(address: string): Diagnostic {
  const message = `${address} is an address, and only files are read: nothing leaves this machine. Save the page or the feed, for instance with curl -o page.html, and give the path of the file.`;
  return { code: 'address-not-fetched', severity: 'error', message, document: address };
}

function emptyPath(): Diagnostic {
  const message = 'An empty path was given, where a file or folder was expected. Check the variable it came from; "." is the working folder.';
  return { code: 'no-such-file', severity: 'error', message };
}

function emptyFolder(shown: string): Diagnostic {
  const message = `${shown} holds no files besides hidden and ignored ones and node_modules. Give a folder with articles, or name a file outright.`;
  return { code: 'empty-folder', severity: 'warning', message, document: shown };
}

function noMatch(pattern: string): Diagnostic {
  const message = `No file matches "${pattern}". Check the pattern: * stops at a /, and ** does not; hidden and ignored files are passed over.`;
  return { code: 'no-such-file', severity: 'error', message, document: pattern };
}

/** Four times Node's own figure: each piece goes through several hands. */
const READ = { highWaterMark: 2 ** 18 };
