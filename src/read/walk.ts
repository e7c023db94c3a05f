import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../types.ts';
import { diagnosticOfFault } from './fault.ts';

/** A file found in a folder. */
interface FoundFile {
  /** Relative to the folder, with `/`. */
  readonly relative: string;
  /** Without symbolic links: two files with one real path are one file. */
  readonly real: string;
}

export interface FolderContent {
  /** In no order. */
  readonly files: readonly FoundFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The files of a folder and of the folders in it, without hidden ones and `node_modules`. Symbolic links are followed; a
 * folder is entered once, whichever way leads to it, so that links in a circle end. `shown` is the folder in messages.
 */
export async function walkFolder(folder: string, shown: string): Promise<FolderContent> {
  const files: FoundFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const entered = new Set<string>();
  const enter = async (real: string, relative: string): Promise<void> => {
    if (entered.has(real)) return;
    entered.add(real);
    for (const entry of await visibleEntries(real)) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      await visit(entry, real, path);
    }
  };
  const visit = async (entry: Dirent, parent: string, relative: string): Promise<void> => {
    try {
      const found = await follow(entry, parent);
      if (found.kind === 'folder') await enter(found.real, relative);
      else if (found.kind === 'file') files.push({ relative, real: found.real });
      else diagnostics.push(notAFile(`${shown}/${relative}`));
    } catch (error) {
      diagnostics.push(diagnosticOfFault(error, `${shown}/${relative}`));
    }
  };
  await enter(await realpath(folder), '');
  return { files, diagnostics };
}

async function visibleEntries(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

interface Followed {
  readonly kind: 'file' | 'folder' | 'other';
  readonly real: string;
}

/** What an entry is, or what its link leads to. */
async function follow(entry: Dirent, parent: string): Promise<Followed> {
  const path = join(parent, entry.name);
  const isLink = entry.isSymbolicLink();
  const target = isLink ? await stat(path) : entry;
  const real = isLink ? await realpath(path) : path;
  return { kind: target.isDirectory() ? 'folder' : target.isFile() ? 'file' : 'other', real };
}

function notAFile(path: string): Diagnostic {
  const message = `${path} is a pipe, socket or device, and files were expected in a folder. It is passed over; name it outright to read it.`;
  return { code: 'not-a-file', severity: 'note', message, document: path };
}
