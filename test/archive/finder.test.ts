import { expect, test } from 'vitest';
import { createArchive } from '../../src/archive/archive.ts';
import { Finder } from '../../src/archive/finder.ts';
import { flush } from '../../src/archive/indexing.ts';
import type { Marks } from '../../src/archive/marks.ts';
import { writeMeta } from '../../src/archive/meta.ts';
import { NO_DAY } from '../../src/archive/record.ts';
import { View } from '../../src/archive/view.ts';
import { MOST_POSTINGS } from '../../src/block/postings.ts';
import { openStore } from '../../src/store/open.ts';
import type { Writer } from '../../src/store/store.ts';
import { newFolder } from './newsroom.ts';

const [COMMON, RARE] = [123_456, 234_567];

function marks(...hashes: readonly number[]): Marks {
  return { hashes: Uint32Array.from(hashes), shares: new Uint16Array(hashes.length).fill(100), levels: new Uint8Array(hashes.length).fill(2) };
}

test('what a document shares with another is the same before and after that is put into a segment', async () => {
  const store = await openStore(await newFolder(), { readOnly: false });
  createArchive(store, { level: 'report', threshold: 0.6, clean: true, hints: true, keepText: false });
  const view = new View(store);
  const enter = (own: Marks): number => {
    const number = view.meta.next;
    view.meta = { ...view.meta, next: number + 1, documents: view.meta.documents + 1 };
    view.enter(number, 'en', NO_DAY);
    view.freshMarks.add(number, own);
    return number;
  };
  const write = (work: (writer: Writer) => void): void => {
    store.write((writer) => {
      work(writer);
      view.writeDirectory(writer);
      writeMeta(writer, view.meta);
    });
  };
  // More than are looked at have a mark that says nothing.
  const last = MOST_POSTINGS + 256;
  write((writer) => {
    for (let number = 0; number < last; number++) enter(number === 5 ? marks(COMMON, RARE) : marks(COMMON));
    flush(view, writer, 1);
  });
  expect(view.meta.freshFrom).toBe(last);
  const finder = new Finder();
  const search = (before?: { readonly next: number; readonly isRead: Uint8Array }): ReturnType<Finder['search']> => finder.search(view, marks(COMMON, RARE), NO_DAY, undefined, before);
  const first = search();
  expect([first.found.map(({ number }) => number), [...first.isRead]]).toEqual([[5], [0, 1]]);
  enter(marks(COMMON));
  const alike = enter(marks(RARE));
  const second = search();
  expect(second.found.map(({ number }) => number)).toEqual([5, alike]);
  expect(search(first).found).toEqual(second.found.slice(1));
  for (let number = 0; number < 30; number++) enter(marks(COMMON));
  write((writer) => flush(view, writer, 1));
  expect(view.meta.freshFrom).toBe(last + 32);
  expect(search().found).toEqual(second.found);
  await store.close();
});
