import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { succeed, eventsOf } from '../../src/archive/clusters.ts';
import { keyAfter, keyOf, KIND } from '../../src/archive/keys.ts';
import { partsOf } from '../../src/archive/record.ts';
import { exportLines, partOf } from '../../src/archive/transfer.ts';
import { verify } from '../../src/archive/verify.ts';
import { readMeta, writeMeta } from '../../src/archive/meta.ts';
import { pipelineOptions } from '../../src/options.ts';
import { prepare } from '../../src/pipeline.ts';
import { openStore } from '../../src/store/open.ts';
import { addAll, newArchive, newFolder, newsroom, preparedNewsroom } from './newsroom.ts';

const options = pipelineOptions();

async function strikeInMarch(): Promise<{ readonly id: string; readonly path: string; readonly text: string }[]> {
  return (await newsroom()).filter(({ id }) => id.startsWith('strike-march'));
}

test('a cluster keeps its name when it grows, and of those that merge the older stays', () => {
  expect(succeed([{ number: 4, documents: [1, 2] }], [[1, 2, 3]], 9)).toEqual({ numbers: [4], ended: [], next: 9 });
  const merged = succeed([{ number: 7, documents: [1, 2, 3] }, { number: 4, documents: [4, 5] }], [[1, 2, 3, 4, 5]], 9);
  expect(merged).toEqual({ numbers: [4], ended: [7], next: 9 });
  expect(eventsOf([{ number: 7, documents: [1, 2, 3] }], [[1, 2, 3, 4, 5]], merged, String)).toEqual([{ kind: 'merge', cluster: 'c7', into: 'c4' }]);
});

test('of a cluster that splits the largest part keeps the name, and the others are told of', () => {
  const old = [{ number: 4, documents: [1, 2, 3, 4, 5] }];
  const split = succeed(old, [[1, 2], [3, 4, 5]], 9);
  expect(split).toEqual({ numbers: [9, 4], ended: [], next: 10 });
  expect(eventsOf(old, [[1, 2], [3, 4, 5]], split, (number) => `d${number}`)).toEqual([{ kind: 'split', cluster: 'c4', into: 'c9', documents: ['d1', 'd2'] }]);
  expect(eventsOf(old, [], succeed(old, [], 9), String)).toEqual([{ kind: 'end', cluster: 'c4' }]);
});

test('what is there already is not added twice, and another text under its id takes its place', async () => {
  const { archive, close } = await newArchive();
  const [first, second] = await strikeInMarch();
  if (first === undefined || second === undefined) throw new Error('the strike is gone');
  expect(archive.add([prepare(first, options)])).toEqual({ added: [first.id], replaced: [], known: [] });
  expect(archive.add([prepare(first, options), prepare(second, options)])).toEqual({ added: [second.id], replaced: [], known: [first.id] });
  expect(archive.add([prepare({ ...first, text: `${first.text}\n\nThe talks go on.` }, options)])).toMatchObject({ added: [], replaced: [first.id] });
  expect(archive.counts()).toMatchObject({ documents: 2, clusters: 1 });
  await close();
});

test('no sentence, title or name of a text is on the disk, unless texts are kept', async () => {
  const document = { ...(await strikeInMarch())[0], id: 'x', path: 'x', title: 'Trains stand still in Oberfeld', text: 'Conductor Walburga Hintersee walked out in Oberfeld on Monday. The trains of the whole valley stood still until the evening.' };
  for (const keepText of [false, true]) {
    const { archive, folder, close } = await newArchive({ keepText });
    archive.add([prepare(document, options)], () => document.text);
    await close();
    const bytes = readFileSync(join(folder, 'g1/data.mdb')).toString('latin1');
    for (const part of ['Walburga', 'Oberfeld', 'stood still']) expect(bytes.includes(part)).toBe(keepText);
  }
});

test('what is forgotten is gone from the disk, and the rest agrees', async () => {
  const { archive, folder, close } = await newArchive();
  addAll(archive, await preparedNewsroom(), 40);
  const store = await openStore(folder, { readOnly: false });
  const writer = new Archive(store);
  const ids = writer.forget(({ prepared }) => prepared.document.id.startsWith('altyn'));
  writer.merge();
  await store.compact();
  expect(ids.length).toBeGreaterThan(4);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('data.mdb'));
  expect(files).toEqual(['g2/data.mdb']);
  expect(readFileSync(join(folder, 'g2/data.mdb')).includes('altyn')).toBe(false);
  expect([...verify(store)]).toEqual([]);
  // The one that was open before goes on with what is there now.
  expect(archive.counts().documents).toBe((await preparedNewsroom()).length - ids.length);
  await Promise.all([close(), store.close()]);
});

test('only documents within the window are compared', async () => {
  const [first, second] = await strikeInMarch();
  if (first === undefined || second === undefined) throw new Error('the strike is gone');
  for (const [dates, clusters] of [[['2026-03-01', '2026-03-04'], 1], [['2026-03-01', '2026-03-05'], 0], [[undefined, '2026-03-05'], 1]] as const) {
    const { archive, close } = await newArchive({ window: 3 });
    for (const [at, document] of [first, second].entries()) archive.add([prepare({ ...document, ...(dates[at] === undefined ? {} : { date: dates[at] }) }, archive.options)]);
    expect(archive.counts().clusters).toBe(clusters);
    await close();
  }
});

test('an export read in again is the same archive, names of clusters included', async () => {
  const one = await newArchive();
  addAll(one.archive, await preparedNewsroom(), 40);
  const lines = [...exportLines(one.archive)];
  const other = await newArchive();
  const parts = lines.slice(1).map(partOf);
  other.archive.addKept(parts.flatMap((part) => ('kept' in part ? [{ prepared: part.kept.prepared, kept: part.kept }] : [])));
  other.archive.adopt(parts.flatMap((part) => ('cluster' in part ? [part] : [])), []);
  expect([...other.archive.clusters()]).toEqual([...one.archive.clusters()]);
  await Promise.all([one.close(), other.close()]);
});

test('an archive of another version is refused with what to do, and upgraded where its fingerprints serve', async () => {
  const { archive, folder, close } = await newArchive();
  addAll(archive, await preparedNewsroom(), 256);
  const clusters = [...archive.clusters()];
  await close();
  const store = await openStore(folder, { readOnly: false });
  const meta = readMeta(store);
  if (meta === undefined) throw new Error('nothing was written');
  store.write((writer) => writeMeta(writer, { ...meta, stamp: { ...meta.stamp, figures: 'older' } }));
  expect(() => new Archive(store)).toThrow(/another version of dedupe: its pairs were judged by other figures/);
  const upgraded = new Archive(store, true);
  expect(await upgraded.upgrade()).toBe(true);
  expect([...upgraded.clusters()]).toEqual(clusters);
  expect([...verify(store)]).toEqual([]);
  store.write((writer) => writeMeta(writer, { ...meta, stamp: { ...meta.stamp, prints: 'older' } }));
  await expect(new Archive(store, true).upgrade()).rejects.toThrow(/no texts to make new ones of/);
  await store.close();
});

test('fingerprints of another version are not read: neither by looking nor by an upgrade, which makes them anew of the texts', async () => {
  const { archive, folder, close } = await newArchive({ keepText: true });
  const texts = new Map((await newsroom()).map(({ id, text }) => [id, text]));
  const prepared = (await preparedNewsroom()).filter(({ document: { id } }) => texts.has(id)).slice(0, 40);
  archive.add(prepared, (id) => texts.get(id) ?? '');
  const clusters = [...archive.clusters()];
  expect(clusters.length).toBeGreaterThan(0);
  await close();
  const store = await openStore(folder, { readOnly: false });
  const meta = readMeta(store);
  if (meta === undefined) throw new Error('nothing was written');
  // What another background would make of them: nonsense.
  store.write((writer) => {
    for (const { key, value } of Array.from(store.entries(keyOf(KIND.fresh), keyAfter(KIND.fresh)))) {
      const { head, print } = partsOf(value);
      writer.put(key, Uint8Array.from([...value.subarray(0, value.length - head.length - print.length), ...head, ...print.map(() => 0)]));
    }
    writeMeta(writer, { ...meta, stamp: { ...meta.stamp, prints: 'older' } });
  });
  expect(() => new Archive(store)).toThrow(/its fingerprints are of another kind/);
  expect(() => [...verify(store)]).toThrow(/its fingerprints are of another kind/);
  expect(await new Archive(store, true).upgrade()).toBe(true);
  expect([...verify(store)]).toEqual([]);
  expect([...new Archive(store).clusters()]).toEqual(clusters);
  await store.close();
});

test('an archive that becomes one of another version while it is open is no longer read', async () => {
  const { archive, folder, close } = await newArchive();
  addAll(archive, (await preparedNewsroom()).slice(0, 4), 4);
  const store = await openStore(folder, { readOnly: false });
  const meta = readMeta(store);
  if (meta === undefined) throw new Error('nothing was written');
  store.write((writer) => writeMeta(writer, { ...meta, version: meta.version + 1, stamp: { ...meta.stamp, prints: 'newer' } }));
  expect(() => [...archive.documents()]).toThrow(/its fingerprints are of another kind/);
  await Promise.all([close(), store.close()]);
});

test('an archive that is not there is not made by looking', async () => {
  await expect(openStore(join(await newFolder(), 'nowhere'), { readOnly: true })).rejects.toThrow(/There is no archive/);
});
