import { realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { placeOf } from '../report/place.ts';
import type { Diagnostic, Document } from '../types.ts';
import type { Io } from './io.ts';
import { loadDocuments, type Loaded } from './load.ts';
import type { Notices } from './notices.ts';
import type { Reading } from './reading.ts';

/** What came in, and what it is held against; no document is in both, nor is an id. */
export interface IncomingAndArchive {
  readonly incoming: readonly Document[];
  readonly archive: readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads what came in and the archive. A file that is in both came in: a gate may ask for one file of the folder it holds it
 * against. A document of the archive whose id an incoming one has is called by its path. Throws `UsageError` where
 * nothing incoming could be read, and where the archive could not be read though it is there to be held against.
 */
export async function loadIncoming(paths: readonly string[], against: readonly string[], reading: Reading, io: Io, notices: Notices): Promise<IncomingAndArchive> {
  if (paths.includes('-') && against.includes('-')) throw standardInputTwice();
  const came = await loadDocuments(paths, reading, io, notices);
  if (against.length === 0) return { incoming: came.documents, archive: [], diagnostics: came.diagnostics };
  const kept = await loadArchive(against, reading, io, notices);
  const real = realPaths(io.cwd);
  const own = new Set(await Promise.all(came.documents.map(({ path }) => real(path))));
  const others: Document[] = [];
  for (const document of kept.documents) if (!own.has(await real(document.path))) others.push(document);
  return { incoming: came.documents, archive: calledApart(others, came.documents), diagnostics: [...came.diagnostics, ...kept.diagnostics] };
}

/** Reads the archive. One without a document may be new; a part that can't be read would let all pass that it holds: `UsageError`. */
export async function loadArchive(against: readonly string[], reading: Reading, io: Io, notices: Notices): Promise<Loaded> {
  const { collectDocuments } = await import('../read/collect.ts');
  const loaded = await collectDocuments(against, { ...reading, cwd: io.cwd, ...(against.includes('-') ? { stdin: io.stdin } : {}) });
  notices.diagnostics(loaded.diagnostics);
  const named = new Set(against.map((path) => resolve(io.cwd, path)));
  const faults = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  const missing = faults.filter(({ document = '' }) => named.has(resolve(io.cwd, document))).map(({ document = '' }) => document);
  if (missing.length === 0 && (loaded.documents.length > 0 || faults.length === 0)) return loaded;
  throw new UsageError({
    code: 'nothing-readable',
    happened: `No document could be read from the archive, ${(missing.length === 0 ? against : missing).map((path) => `"${path}"`).join(', ')}.`,
    expected: 'Files or folders with the articles that came before; an empty folder is one too.',
    advice: 'Check the paths after --against.',
  });
}

/** The documents that do not lie in any of the folders: what is watched comes in, and is no archive. */
export async function outsideOf(folders: readonly string[], documents: readonly Document[], cwd: string): Promise<readonly Document[]> {
  const real = realPaths(cwd);
  const watched = await Promise.all(folders.map(async (folder) => `${await real(folder)}${sep}`));
  const paths = await Promise.all(documents.map(({ path }) => real(path)));
  return documents.filter((_, at) => !watched.some((folder) => paths[at]?.startsWith(folder)));
}

function realPaths(cwd: string): (path: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (path) => {
    const found = known.get(path) ?? realpath(resolve(cwd, path)).catch(() => path);
    known.set(path, found);
    return found;
  };
}

function calledApart(archive: readonly Document[], incoming: readonly Document[]): readonly Document[] {
  const taken = new Set([...incoming, ...archive].map(({ id }) => id));
  const own = new Set(incoming.map(({ id }) => id));
  return archive.map((document) => {
    if (!own.has(document.id)) return document;
    const id = freeId(placeOf(document), taken);
    taken.add(id);
    return { ...document, id };
  });
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let count = 2; taken.has(free); count++) free = `${id}~${count}`;
  return free;
}

function standardInputTwice(): UsageError {
  return new UsageError({
    code: 'contradicting-flags',
    happened: 'Standard input, "-", was given as what came in and as the archive.',
    expected: 'One of the two.',
    advice: 'Give the other as a file.',
  });
}
