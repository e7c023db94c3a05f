import { expect, test } from 'vitest';
import { randomOf } from '../../bench/random.ts';
import { Archive, createArchive } from '../../src/archive/archive.ts';
import { flush, indexFresh, mergeAll } from '../../src/archive/indexing.ts';
import { keyAfter, keyOf, KIND, numbersIn } from '../../src/archive/keys.ts';
import { beginMerge, goOnMerging } from '../../src/archive/merging.ts';
import { writeMeta } from '../../src/archive/meta.ts';
import { HASHES, SegmentScan } from '../../src/archive/segments.ts';
import { verify } from '../../src/archive/verify.ts';
import { View } from '../../src/archive/view.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store, Writer } from '../../src/store/store.ts';
import { newArchive, newFolder, preparedNewsroom } from './newsroom.ts';

/** Writes on from a view, as the archive does. */
function writing(store: Store, view: View): <T>(work: (writer: Writer) => T) => T {
  return (work) =>
    store.write((writer) => {
      const answer = work(writer);
      view.meta = { ...view.meta, version: view.meta.version + 1 };
      view.writeDirectory(writer);
      writeMeta(writer, view.meta);
      return answer;
    });
}

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
  const write = writing(store, view);
  write((writer) => flush(view, writer, 1));
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

function recordsOf(store: Store): ReadonlySet<string> {
  return new Set(Array.from(store.keys(keyOf(KIND.postings), keyAfter(KIND.postings)), (key) => numbersIn(key).join()));
}

function newIn(before: ReadonlySet<string>, after: ReadonlySet<string>): number {
  return [...after].filter((record) => !before.has(record)).length;
}

function segmentsWithRecords(store: Store): ReadonlySet<number> {
  return new Set(Array.from(store.keys(keyOf(KIND.postings), keyAfter(KIND.postings)), (key) => numbersIn(key)[0] ?? 0));
}

test.each([1, 100, Number.POSITIVE_INFINITY])('segments merged in writes of %d postings have all that was in them, between two writes as well', async (most) => {
  const { store, view, write } = await twoSegments();
  const before = postingsIn(view).sort();
  write(() => beginMerge(view, 0));
  let writes = 0;
  for (; view.meta.merges.length > 0; writes++) {
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
  while (view.meta.merges.length > 0) {
    write((writer) => goOnMerging(view, writer, 500));
    // At most one record of each of the two is there twice, in part.
    expect(records()).toBeLessThanOrEqual(before + 2);
  }
  expect(segmentsWithRecords(store).size).toBe(1);
  await store.close();
});

test('a merge that has begun changes nothing that is found, and goes on with what comes next', async () => {
  const { store, view, write } = await twoSegments();
  const [incoming, ...others] = await preparedNewsroom();
  if (incoming === undefined) throw new Error('the newsroom is empty');
  const told = (): unknown => new Archive(store).check([{ ...incoming, document: { ...incoming.document, id: 'incoming' } }]).found.told.map(({ a, b, judgement }) => [a.document.id, b.document.id, judgement.logOdds]);
  const before = told();
  write(() => beginMerge(view, 0));
  write((writer) => goOnMerging(view, writer, 500));
  expect(segmentsWithRecords(store).size).toBe(3);
  expect(told()).toEqual(before);
  expect([...verify(store)]).toEqual([]);
  const archive = new Archive(store);
  const [merge] = view.meta.merges;
  // Of one the archive has, under another id.
  archive.add(others.slice(0, 1).map((each) => ({ ...each, document: { ...each.document, id: 'once more' } })));
  expect(new View(store).meta.merges[0]?.below ?? HASHES).toBeGreaterThan(merge?.below ?? HASHES);
  expect([...verify(store)]).toEqual([]);
  archive.forget(({ prepared }) => prepared.document.id === 'once more');
  expect(told()).toEqual(before);
  // It ends in a merge of all.
  archive.merge();
  expect(segmentsWithRecords(store).size).toBe(1);
  expect(told()).toEqual(before);
  expect([...verify(store)]).toEqual([]);
  await store.close();
});

test('however long it grows, no write merges much, few segments are looked into, and each posting stands in one of them', async () => {
  const store = await openStore(await newFolder(), { readOnly: false });
  createArchive(store, { level: 'report', threshold: 0.6, clean: true, hints: true, keepText: false });
  const view = new View(store);
  const write = writing(store, view);
  const random = randomOf(7);
  const expected = new Set<string>();
  const [marks, mergedEach] = [20, 120];
  let largest = 0;
  for (let round = 0; round < 180; round++) {
    const documents = random.pick([1, 40, 256]);
    // To look at each time would take long.
    const records = round % 5 === 0 ? recordsOf(store) : undefined;
    write((writer) => {
      for (let at = 0; at < documents; at++) {
        const number = view.meta.next;
        const hashes = Uint32Array.from(new Set(Array.from({ length: marks }, () => random.below(random.chance(0.3) ? 500 : HASHES))));
        view.meta = { ...view.meta, next: number + 1, documents: view.meta.documents + 1 };
        view.enter(number, 'en', 0);
        view.freshMarks.add(number, { hashes, shares: new Uint16Array(hashes.length), levels: new Uint8Array(hashes.length) });
        for (const hash of hashes) expected.add(`${hash} ${number} 0`);
      }
      for (let gone = 0; gone < 8; gone++) {
        const number = random.below(view.meta.next);
        if (!view.isThere(number)) continue;
        view.erase(writer, number);
        view.meta = { ...view.meta, documents: view.meta.documents - 1 };
      }
      indexFresh(view, writer, documents, mergedEach);
    });
    largest = Math.max(largest, view.meta.merges.length);
    // Of what comes and of what is merged for it; a record has some 256 postings, and three in ten of all stand in the first.
    if (records !== undefined) expect(newIn(records, recordsOf(store))).toBeLessThan((1.6 * (documents * mergedEach + 512 * marks)) / 256 + 3);
    // For any hash each document in a segment is in one, and those are few.
    for (let at = 0; at < 20; at++) {
      const hash = random.below(HASHES);
      const read = view.meta.segments.filter(({ least, below }) => least <= hash && hash < below);
      expect(read.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(view.meta.freshFrom);
      expect(read.length).toBeLessThan(9);
    }
  }
  // Not for nothing: large merges were under way while smaller ones were.
  expect(largest).toBeGreaterThan(1);
  const found = postingsIn(view);
  expect(view.meta.segments.reduce((sum, { postings }) => sum + postings, 0)).toBe(found.length);
  expect(new Set(found).size).toBe(found.length);
  const isLeft = (posting: string): boolean => {
    const number = Number(posting.split(' ')[1]);
    return number < view.meta.freshFrom && view.isThere(number);
  };
  expect(new Set(found.filter(isLeft))).toEqual(new Set([...expected].filter(isLeft)));
  mergeAll({ view: () => view, write: (work) => write((writer) => work({ view, writer })) });
  // Of documents that are gone nothing is left.
  expect(new Set(postingsIn(view))).toEqual(new Set([...expected].filter(isLeft)));
  expect(view.meta.segments).toHaveLength(1);
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
