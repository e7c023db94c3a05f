import { expect, test } from 'vitest';
import { MarkLists } from '../../src/archive/lists.ts';
import { emptyMeta } from '../../src/archive/meta.ts';
import { HASHES, SegmentWriter, spanFor, type Segment } from '../../src/archive/segments.ts';
import { shippedStamp } from '../../src/archive/stamp.ts';
import { openStore } from '../../src/store/open.ts';
import { newFolder } from './newsroom.ts';

const SETTINGS = { level: 'report', threshold: 0.6, clean: true, hints: true, keepText: false } as const;

/** How many documents of each of two segments have a mark: short lists, long ones, and one that is never read. */
const LENGTHS = new Map([[3, 1], [2 ** 20, 500], [2 ** 26, 600], [2 ** 27, 3000], [2 ** 28 - 5, 9000]]);

test('the lists of marks are the same for one document and for many at once, but for the longest', async () => {
  const store = await openStore(await newFolder(), { readOnly: false });
  const segments: Segment[] = [0, 10_000].map((from, at) => ({ id: at + 1, from, to: from + 10_000, span: spanFor(13_000), postings: 13_101, least: 0, below: HASHES }));
  store.write((writer) => {
    for (const segment of segments) {
      const index = new SegmentWriter(writer, segment);
      for (const [hash, count] of LENGTHS) for (let at = 0; at < count; at++) index.add(hash, segment.from + at, at % 16);
      index.end();
    }
  });
  const view = { store, meta: { ...emptyMeta(SETTINGS, shippedStamp()), segments } };
  const documents = [[2 ** 26, 3, 77], [2 ** 28 - 5, 2 ** 27, 2 ** 20], [3]].map((hashes) => ({ hashes: Uint32Array.from(hashes) }));
  const [atOnce, oneByOne] = [new MarkLists(), new MarkLists()];
  atOnce.gather(view, documents);
  for (const document of documents) {
    const expected = Array.from(document.hashes, (hash) => {
      const count = LENGTHS.get(hash) ?? 0;
      // Two of 9,000 are more than are looked at.
      return count === 9000 ? [] : segments.flatMap(({ from }) => Array.from({ length: count }, (_, at) => [from + at, at % 16]));
    });
    for (const lists of [atOnce, oneByOne]) {
      const found: number[][][] = Array.from(document.hashes, () => []);
      lists.each(view, document, (at, from, { numbers, levels, count }) => {
        for (let place = 0; place < count; place++) found[at]?.push([from + (numbers[place] ?? 0), levels[place] ?? 0]);
      });
      expect(found.map((list) => list.sort(([x = 0], [y = 0]) => x - y))).toEqual(expected);
    }
  }
  await store.close();
});
