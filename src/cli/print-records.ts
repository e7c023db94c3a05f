import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { contentOf } from '../read/cut/file-bytes.ts';
import { keepRecords } from '../read/cut/records.ts';
import type { FieldMap } from '../read/records/fields.ts';
import type { Page } from './io.ts';
import type { RecordFile } from './record-files.ts';

/** Where the records come from and go to. */
export interface PrintPlaces {
  readonly cwd: string;
  /** What `-` held. */
  readonly stdin: readonly Uint8Array[];
  /** The folder to write files to; without one, standard output. */
  readonly folder?: string;
  /** The map that records were read by. */
  readonly fields: FieldMap;
}

/**
 * The chosen records in their own format, byte for byte. On standard output: the lines of JSONL, whatever the number of
 * files; one list or one table; the paths, a line each, of documents that are files. In a folder: each file by its path.
 */
export async function recordPages(files: readonly RecordFile[], places: PrintPlaces): Promise<readonly Page[]> {
  if (places.folder !== undefined) return folderPages(files, places, places.folder);
  const kinds = new Set(files.map(({ kind }) => kind));
  if (kinds.size > 1) throw cannotJoin('files of several formats');
  if (kinds.has('file')) return [{ chunks: files.flatMap(({ path, wanted }) => (wanted.size > 0 ? [`${path}\n`] : [])) }];
  if (files.length > 1 && !kinds.has('lines')) throw cannotJoin(`${files.length} ${kinds.has('table') ? 'tables' : 'lists'}`);
  const parts: Buffer[] = [];
  for (const file of files) {
    const before = parts.at(-1);
    if (before !== undefined && before.length > 0 && before.at(-1) !== LINE_FEED) parts.push(Buffer.from('\n'));
    parts.push(await cutFile(file, places));
  }
  return [{ chunks: parts }];
}

const LINE_FEED = 0x0a;

async function cutFile({ path, kind, wanted }: RecordFile, { cwd, stdin, fields }: PrintPlaces): Promise<Buffer> {
  const full = resolve(cwd, path);
  if (kind === 'file') return path === '-' ? Buffer.concat(stdin) : readFile(full);
  return keepRecords(await contentOf(path === '-' ? inChunks(stdin) : full, path), kind, wanted, fields);
}

async function* inChunks(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function folderPages(files: readonly RecordFile[], places: PrintPlaces, folder: string): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (const file of files) {
    if (file.wanted.size === 0) continue;
    const target = join(folder, nameWithin(file));
    const full = resolve(places.cwd, target);
    if (full === resolve(places.cwd, file.path)) throw ontoItself(file.path);
    await mkdir(dirname(full), { recursive: true });
    pages.push({ file: target, chunks: [await cutFile(file, places)] });
  }
  return pages;
}

/** Below the folder, whatever the path: without the way up, and unpacked if it was cut. */
function nameWithin({ path, kind }: RecordFile): string {
  if (path === '-') return 'stdin';
  const below = relative('/', resolve('/', path.replace(/^(?:\.\.\/)+/, '')));
  return kind === 'file' ? below : below.replace(/\.(?:gz|zst)$/i, '');
}

function cannotJoin(what: string): UsageError {
  return new UsageError({
    code: 'cannot-join',
    happened: `--print was given ${what}, which can't be one output.`,
    expected: 'One file; or JSONL files only, or files with one article each only.',
    advice: 'Give --print-to FOLDER: each file is written there by itself.',
  });
}

function ontoItself(path: string): UsageError {
  return new UsageError({
    code: 'would-overwrite',
    happened: `--print-to would write ${path} over itself.`,
    expected: 'A folder apart from the articles.',
    advice: 'Give a new folder.',
  });
}
