import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { collectDocuments } from '../../src/read/collect.ts';
import type { ReadOptions } from '../../src/read/read.ts';

/** What a run read: documents and diagnostics. */
export type Collected = Awaited<ReturnType<typeof collectDocuments>>;

/** A folder that lasts for one test, with these files by their path. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dedupe-read-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** Reads one file of its own folder, named outright. */
export async function readFileOf(
  name: string,
  content: string | Uint8Array,
  options: Partial<ReadOptions> = {},
): Promise<Collected> {
  const cwd = await folderWith({ [name]: content });
  return collectDocuments([name], { cwd, ...options });
}

/** Reads a whole folder of these files. */
export async function readFolderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Collected> {
  return collectDocuments(['.'], { cwd: await folderWith(files) });
}

/** Reads standard input that comes in these chunks. */
export async function readStdin(...chunks: readonly (string | Uint8Array)[]): Promise<Collected> {
  return collectDocuments(['-'], { cwd: tmpdir(), stdin: streamOf(chunks) });
}

async function* streamOf(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* chunks;
}

/** The ids of what was read. */
export function idsOf({ documents }: Collected): readonly string[] {
  return documents.map(({ id }) => id);
}

/** The codes of what was said. */
export function codesOf({ diagnostics }: Collected): readonly string[] {
  return diagnostics.map(({ code }) => code);
}
