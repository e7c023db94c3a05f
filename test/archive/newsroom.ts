import { mkdtempSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { Archive, createArchive } from '../../src/archive/archive.ts';
import type { ArchiveSettings } from '../../src/archive/meta.ts';
import { pipelineOptions } from '../../src/options.ts';
import type { Prepared } from '../../src/pair.ts';
import { prepare } from '../../src/pipeline.ts';
import { collectDocuments } from '../../src/read/collect.ts';
import { openStore } from '../../src/store/open.ts';
import type { Document } from '../../src/types.ts';

const root = mkdtempSync(join(tmpdir(), 'dedupe-archive-'));
afterAll(() => rm(root, { recursive: true, force: true }));

/** A new folder for an archive. */
export function newFolder(): Promise<string> {
  return mkdtemp(join(root, 'a-'));
}

const SETTINGS: ArchiveSettings = { level: 'report', threshold: 0.6, clean: true, hints: true, keepText: false };

/** An empty archive in a folder, with what closes it. */
export async function newArchive(settings: Partial<ArchiveSettings> = {}, folder?: string): Promise<{ readonly archive: Archive; readonly folder: string; readonly close: () => Promise<void> }> {
  const place = folder ?? (await newFolder());
  const store = await openStore(place, { readOnly: false });
  createArchive(store, { ...SETTINGS, ...settings });
  return { archive: new Archive(store), folder: place, close: () => store.close() };
}

/** The articles of the gate, of the newsroom and the seeds: nine subjects and more in six languages, with translations, copies and look-alikes. */
export async function newsroom(): Promise<readonly Document[]> {
  const { documents } = await collectDocuments(['fixtures/gate/articles', 'fixtures/newsroom', 'fixtures/report', 'seeds'], { cwd: process.cwd() });
  return documents;
}

/** The same with copies of some: a dozen to the letter, and of others all but a paragraph. */
function withCopies(documents: readonly Document[]): readonly Document[] {
  const [first, second, ...rest] = documents.filter(({ text }) => text.length > 800);
  if (first === undefined || second === undefined) throw new Error('no article is long enough');
  const exact = Array.from({ length: 12 }, (_, copy) => ({ ...first, id: `copy-${copy}` }));
  const shorter = rest.slice(0, 6).map((document, at) => ({ ...document, id: `shorter-${at}`, text: document.text.slice(0, document.text.lastIndexOf('\n', document.text.length * 0.8)) }));
  return [...documents, ...exact, { ...second, id: 'again', url: 'https://example.org/news/again' }, { ...rest[7], id: 'elsewhere', path: 'elsewhere', text: rest[7]?.text ?? '', url: 'http://www.example.org/news/again/' }, ...shorter];
}

let known: readonly Prepared[] | undefined;

/** All of it, prepared; in order of ids. */
export async function preparedNewsroom(): Promise<readonly Prepared[]> {
  const options = pipelineOptions();
  known ??= withCopies(await newsroom()).map((document) => prepare(document, options)).sort((x, y) => (x.document.id < y.document.id ? -1 : 1));
  return known;
}

/** Puts documents into an archive, so many at a time. */
export function addAll(archive: Archive, prepared: readonly Prepared[], batch: number): void {
  for (let at = 0; at < prepared.length; at += batch) archive.add(prepared.slice(at, at + batch));
}
