import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Diagnostic } from '../../types.ts';
import { diagnosticOfFault } from '../fault.ts';
import { isIgnored, rulesIn, type IgnoreRules } from './ignored.ts';

/** A file found in a folder. */
export interface FoundFile {
  /** Relative to the folder, with `/`. Bytes that are no UTF-8 are written `\xff`. */
  readonly relative: string;
  /** Without symbolic links: two files with one real path are one file. */
  readonly real: string;
  /** The whole path, where no string can hold it. */
  readonly bytes?: Buffer;
}

export interface FolderContent {
  /** In no order. */
  readonly files: readonly FoundFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a walk is. */
interface Place {
  /** The folder, without symbolic links. */
  readonly folder: Buffer;
  /** Of what is in it: empty, or relative to the folder walked, with a `/` after it. */
  readonly prefix: string;
  readonly rules: readonly IgnoreRules[];
}

/**
 * The files of a folder and of the folders in it, without hidden ones, `node_modules` and what a `.gitignore` or a
 * `.dedupeignore` in them names. Symbolic links are followed; a folder is entered once, whichever way leads to it, so that
 * links in a circle end. `shown` is the folder in messages.
 */
export async function walkFolder(folder: string, shown: string): Promise<FolderContent> {
  const files: FoundFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const entered = new Set<string>();
  let ignored = 0;
  const enter = async (place: Place): Promise<void> => {
    const key = place.folder.toString('latin1');
    if (entered.has(key)) return;
    entered.add(key);
    const entries = await entriesOf(place.folder);
    const names = new Set(entries.map(({ name }) => name.toString()));
    const rules = [...place.rules, ...(await rulesIn(place.folder.toString(), place.prefix.slice(0, -1), names))];
    for (const entry of entries.filter(isVisible)) await visit(entry, { ...place, rules });
  };
  const visit = async (entry: Dirent<Buffer>, place: Place): Promise<void> => {
    const relative = place.prefix + shownName(entry.name);
    try {
      const { kind, real } = await follow(entry, place.folder);
      if (isIgnored(relative, kind === 'folder', place.rules)) ignored += 1;
      else if (kind === 'folder') await enter({ folder: real, prefix: `${relative}/`, rules: place.rules });
      else if (kind === 'file') files.push({ relative, ...asFound(real) });
      else diagnostics.push(notAFile(`${shown}/${relative}`));
    } catch (error) {
      diagnostics.push(diagnosticOfFault(error, `${shown}/${relative}`));
    }
  };
  await enter({ folder: await realpath(folder, { encoding: 'buffer' }), prefix: '', rules: [] });
  return { files, diagnostics: ignored === 0 ? diagnostics : [...diagnostics, passedOver(shown, ignored)] };
}

async function entriesOf(folder: Buffer): Promise<readonly Dirent<Buffer>[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  return entries.sort((a, b) => Buffer.compare(a.name, b.name));
}

function isVisible({ name }: Dirent<Buffer>): boolean {
  return name[0] !== DOT && name.toString() !== 'node_modules';
}

const DOT = 0x2e;

/** A name as a string: where its bytes are no UTF-8, those beyond ASCII are told by their figures. */
function shownName(name: Buffer): string {
  if (isUtf8(name)) return name.toString();
  return Array.from(name, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`)).join('');
}

function asFound(real: Buffer): Pick<FoundFile, 'real' | 'bytes'> {
  return isUtf8(real) ? { real: real.toString() } : { real: real.toString('latin1'), bytes: real };
}

interface Followed {
  readonly kind: 'file' | 'folder' | 'other';
  readonly real: Buffer;
}

/** What an entry is, or what its link leads to. */
async function follow(entry: Dirent<Buffer>, parent: Buffer): Promise<Followed> {
  const path = Buffer.concat([parent, Buffer.from(parent.at(-1) === sep.charCodeAt(0) ? '' : sep), entry.name]);
  const isLink = entry.isSymbolicLink();
  const target = isLink ? await stat(path) : entry;
  const real = isLink ? await realpath(path, { encoding: 'buffer' }) : path;
  return { kind: target.isDirectory() ? 'folder' : target.isFile() ? 'file' : 'other', real };
}

function notAFile(path: string): Diagnostic {
  const message = `${path} is a pipe, socket or device, and files were expected in a folder. It is passed over; name it outright to read it.`;
  return { code: 'not-a-file', severity: 'note', message, document: path };
}

function passedOver(shown: string, count: number): Diagnostic {
  const what = count === 1 ? '1 file or folder is' : `${count} files and folders are`;
  const message = `${shown}: ${what} passed over, as .gitignore or .dedupeignore says. Name one outright to read it.`;
  return { code: 'ignored-files', severity: 'note', message, document: shown };
}
