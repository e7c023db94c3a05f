import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { putCluster } from '../../src/archive/clusters.ts';
import { keyOf, KIND } from '../../src/archive/keys.ts';
import { readMeta, writeMeta } from '../../src/archive/meta.ts';
import { exportLines } from '../../src/archive/transfer.ts';
import { verify } from '../../src/archive/verify.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { addAll, newArchive, preparedNewsroom } from './newsroom.ts';

/** More documents than one write of an upgrade takes in, some of them forgotten, as another version would have judged them. */
async function archiveOfBefore(): Promise<{ readonly store: Store; readonly folder: string; readonly lines: readonly string[] }> {
  const once = await preparedNewsroom();
  const prepared = ['', ' again', ' once more', ' at last'].flatMap((name) => once.map((each) => ({ ...each, document: { ...each.document, id: `${each.document.id}${name}` } })));
  expect(prepared.length).toBeGreaterThan(300);
  const { archive, folder, close } = await newArchive();
  addAll(archive, prepared, 100);
  archive.forget(({ prepared: { document } }) => document.id.startsWith('shorter-1'));
  const lines = [...exportLines(archive)];
  await close();
  const store = await openStore(folder, { readOnly: false });
  sayOlder(store);
  return { store, folder, lines };
}

function sayOlder(store: Store): void {
  const meta = readMeta(store);
  if (meta === undefined) throw new Error('nothing was written');
  store.write((writer) => writeMeta(writer, { ...meta, stamp: { ...meta.stamp, figures: 'older' } }));
}

test('an upgrade that judges as before gives the same archive to the last line: documents, clusters by their names, and what became of them', async () => {
  const { store, folder, lines } = await archiveOfBefore();
  const next = readMeta(store)?.next;
  const archive = new Archive(store, true);
  expect(await archive.upgrade()).toBe(true);
  expect([...exportLines(archive)]).toEqual(lines);
  expect([...verify(store)]).toEqual([]);
  // No number is given a second time, and nothing of the old archive is left beside the new one.
  expect(readMeta(store)?.next).toBe(next);
  expect(readdirSync(folder).sort()).toEqual(['current', 'g2']);
  expect(await archive.upgrade()).toBe(false);
  await store.close();
});

test('a cluster that is none any more ends, also where its documents were far from each other', async () => {
  const { store } = await archiveOfBefore();
  const meta = readMeta(store);
  if (meta === undefined) throw new Error('nothing was written');
  const alone = [...new Archive(store, true).documents()].map(({ prepared: { document } }) => document.id);
  const number = meta.nextCluster;
  store.write((writer) => {
    putCluster(writer, { number, documents: [0, meta.next - 1] });
    writeMeta(writer, { ...meta, stamp: { ...meta.stamp, figures: 'older' }, nextCluster: number + 1, clusters: meta.clusters + 1 });
  });
  const archive = new Archive(store, true);
  await archive.upgrade();
  expect([...verify(store)]).toEqual([]);
  expect([...archive.documents()].map(({ prepared: { document } }) => document.id)).toEqual(alone);
  expect([...archive.clusters()].map(({ name }) => name)).not.toContain(`c${number}`);
  expect(archive.stats().history.filter((event) => event.cluster === `c${number}`)).not.toEqual([]);
  await store.close();
});

test('an upgrade that is broken off leaves the archive as it was, and what it had begun goes with the next', async () => {
  const { store, folder, lines } = await archiveOfBefore();
  await expect(
    store.replace((draft) => {
      draft.write((writer) => writer.put(new Uint8Array([1]), new Uint8Array([2])));
      throw new Error('broken off');
    }),
  ).rejects.toThrow('broken off');
  expect(existsSync(join(folder, 'draft'))).toBe(false);
  expect(readMeta(store)?.stamp.figures).toBe('older');
  // As a process leaves it that is killed.
  mkdirSync(join(folder, 'draft', 'g1'), { recursive: true });
  writeFileSync(join(folder, 'draft', 'g1', 'data.mdb'), 'half a page');
  const archive = new Archive(store, true);
  expect(await archive.upgrade()).toBe(true);
  expect([...exportLines(archive)]).toEqual(lines);
  expect(existsSync(join(folder, 'draft'))).toBe(false);
  await store.close();
});

test('what was written while an upgrade was made is not lost', async () => {
  const { store, folder } = await archiveOfBefore();
  const other = await openStore(folder, { readOnly: false });
  await expect(store.replace(() => sayOlder(other))).rejects.toThrow(/was written to/);
  expect(readMeta(store)?.documents).toBeGreaterThan(300);
  expect(readdirSync(folder)).not.toContain('draft');
  await Promise.all([store.close(), other.close()]);
});

test('an archive whose records are laid out otherwise is refused and not upgraded, with what to do', async () => {
  const { archive, folder, close } = await newArchive({ keepText: true });
  archive.add((await preparedNewsroom()).slice(0, 2), () => 'a text');
  await close();
  const store = await openStore(folder, { readOnly: false });
  const meta = readMeta(store);
  store.write((writer) => writer.put(keyOf(KIND.meta), Buffer.from(JSON.stringify({ ...meta, schema: 5 }))));
  expect(() => new Archive(store)).toThrow(/its records are laid out otherwise/);
  await expect(new Archive(store, true).upgrade()).rejects.toMatchObject({ code: 'archive-version', advice: 'Add its articles to a new archive.' });
  expect([...readdirSync(folder)]).toEqual(['g1']);
  await store.close();
});
