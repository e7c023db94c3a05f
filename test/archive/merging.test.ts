import { expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { flush } from '../../src/archive/indexing.ts';
import { keyAfter, keyOf, KIND, numbersIn } from '../../src/archive/keys.ts';
import { beginMerge, goOnMerging, isMerging } from '../../src/archive/merging.ts';
import { writeMeta } from '../../src/archive/meta.ts';
import { SegmentScan } from '../../src/archive/segments.ts';
import { verify } from '../../src/archive/verify.ts';
import { View } from '../../src/archive/view.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store, Writer } from '../../src/store/store.ts';
import { newArchive, preparedNewsroom } from './newsroom.ts';

/** An archive of two segments, of which the first is four times as large as the second, closed and opened again. */
async function twoSegments(): Promise<{ readonly store: Store; readonly view: View; readonly write: <T>(work: (writer: Writer) => T) => T }> {
  const once = await preparedNewsroom();
  const prepared = [...once, ...once.map((each) => ({ ...each, document: { ...each.document, id: `${each.document.id} again` } }))];
  const { archive, folder, close } = await newArchive();
  archive.add(prepared.slice(0, 128));
  archive.merge();
  archive.add(prepared.slice(128, 160));
  await close();
  const store = await openStore(folder, { readOnly: false });
  const view = new View(store);
  const write = <T>(work: (writer: Writer) => T): T =>
    store.write((writer) => {
      const answer = work(writer);
      view.meta = { ...view.meta, version: view.meta.version + 1 };
      writeMeta(writer, view.meta);
      return answer;
    });
  write((writer) => flush(view, writer, true));
  expect(view.meta.segments.map(({ from, to }) => [from, to])).toEqual([[0, 128], [128, 160]]);
  return { store, view, write };
}

function postingsIn({ store, meta: { segments } }: View): string[] {
  return segments.flatMap((segment) => {
    const rows: string[] = [];
    const scan = new SegmentScan(store, segment);
    while (scan.next()) scan.each((number, level) => rows.push(`${scan.hash} ${number} ${level}`));
    return rows;
  });
}

function segmentsWithRecords(store: Store): ReadonlySet<number> {
  return new Set(Array.from(store.keys(keyOf(KIND.postings), keyAfter(KIND.postings)), (key) => numbersIn(key)[0] ?? 0));
}

test.each([1, 100, Number.POSITIVE_INFINITY])('segments merged in writes of %d postings have all that was in them, between two writes as well', async (most) => {
  const { store, view, write } = await twoSegments();
  const before = postingsIn(view).sort();
  write(() => beginMerge(view, 0));
  let writes = 0;
  for (; isMerging(view); writes++) {
    write((writer) => goOnMerging(view, writer, most));
    // Each posting stands in one segment, whichever; to look after each of a hundred writes would take long.
    if (writes % 20 === 0) expect(postingsIn(view).sort()).toEqual(before);
  }
  expect(view.meta.segments.map(({ from, to, postings }) => [from, to, postings])).toEqual([[0, 160, before.length]]);
  expect(postingsIn(view).sort()).toEqual(before);
  expect(writes).toBeGreaterThanOrEqual(most === Number.POSITIVE_INFINITY ? 1 : 2);
  await store.close();
});

test('while segments are made one, what is written anew is gone from where it was', async () => {
  const { store, view, write } = await twoSegments();
  const records = (): number => Array.from(store.keys(keyOf(KIND.postings), keyAfter(KIND.postings))).length;
  const before = records();
  write(() => beginMerge(view, 0));
  while (isMerging(view)) {
    write((writer) => goOnMerging(view, writer, 500));
    // At most one record of each of the two is there twice, in part.
    expect(records()).toBeLessThanOrEqual(before + 2);
  }
  expect(segmentsWithRecords(store).size).toBe(1);
  await store.close();
});

test('a merge that was broken off changes nothing that is found, and the next add or merge ends it', async () => {
  const { store, view, write } = await twoSegments();
  const [incoming] = await preparedNewsroom();
  if (incoming === undefined) throw new Error('the newsroom is empty');
  const told = (): unknown => new Archive(store).check([{ ...incoming, document: { ...incoming.document, id: 'incoming' } }]).found.told.map(({ a, b, judgement }) => [a.document.id, b.document.id, judgement.logOdds]);
  const before = told();
  write(() => beginMerge(view, 0));
  write((writer) => goOnMerging(view, writer, 500));
  expect(segmentsWithRecords(store).size).toBe(3);
  expect(told()).toEqual(before);
  expect([...verify(store)]).toEqual([]);
  const archive = new Archive(store);
  archive.add([{ ...incoming, document: { ...incoming.document, id: 'one more' } }]);
  expect(archive.stats().segments).toBe(1);
  expect([...verify(store)]).toEqual([]);
  archive.forget(({ prepared }) => prepared.document.id === 'one more');
  archive.merge();
  expect(segmentsWithRecords(store).size).toBe(1);
  expect(told()).toEqual(before);
  expect([...verify(store)]).toEqual([]);
  await store.close();
});

test('of many copies none is left when all are forgotten, those neither that only went with the first', async () => {
  const { archive, close } = await newArchive();
  const copies = (await preparedNewsroom()).filter(({ document }) => document.id.startsWith('copy-'));
  expect(copies).toHaveLength(12);
  archive.add(copies);
  expect(archive.forget(() => true)).toHaveLength(12);
  expect(archive.counts()).toEqual({ documents: 0, pairs: 0, clusters: 0 });
  await close();
});
