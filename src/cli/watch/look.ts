import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { findSources } from '../../read/find/find.ts';
import { readDocuments, type ReadOptions } from '../../read/read.ts';
import type { Diagnostic, Document } from '../../types.ts';
import type { Look } from './settle.ts';

/** What lies in the folders now: files by path, each with the id of a document that is the whole file. */
export interface FolderLook {
  readonly files: ReadonlyMap<string, Look & { readonly id: string }>;
  /** What could not be looked at. */
  readonly faults: readonly Diagnostic[];
  /** Whether one of the folders itself could not: then what it held is taken to be there still. */
  readonly isBlind: boolean;
}

/** Looks at the folders, with the rules by which a run reads them. */
export async function lookAt(folders: readonly string[], cwd: string): Promise<FolderLook> {
  const { sources, diagnostics } = await findSources(folders, { cwd });
  const files = new Map<string, Look & { readonly id: string }>();
  for (const { path, id } of sources) {
    const stamp = await stampOf(resolve(cwd, path));
    if (stamp !== undefined) files.set(path, { stamp, id });
  }
  const faults = diagnostics.filter(({ severity }) => severity === 'error');
  const roots = new Set(folders.map((folder) => resolve(cwd, folder)));
  return { files, faults, isBlind: faults.some(({ document = '' }) => roots.has(resolve(cwd, document))) };
}

async function stampOf(path: string): Promise<string | undefined> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return `${size} ${mtimeMs} ${ino}`;
  } catch {
    // Gone between the two: the next look tells.
    return undefined;
  }
}

/** The documents of one file of a folder in their order, with the ids that a run over the folder gives them. */
export async function readOne(path: string, id: string, options: ReadOptions): Promise<{ readonly documents: readonly Document[]; readonly diagnostics: readonly Diagnostic[] }> {
  const name = basename(path);
  const inFolder = (own: string): string => (own === name || own.startsWith(`${name}#`) ? id + own.slice(name.length) : own);
  const documents: Document[] = [];
  const diagnostics: Diagnostic[] = [];
  for await (const event of readDocuments([path], options)) {
    // Gone between the look and the reading: the next look tells.
    if (event.kind === 'diagnostic' && event.diagnostic.code === 'no-such-file') continue;
    if (event.kind === 'diagnostic') diagnostics.push(event.diagnostic);
    else documents.push({ ...event.document, id: inFolder(event.document.id) });
  }
  return { documents, diagnostics };
}
