import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Postings } from '../../src/archive/bucket.ts';
import { keyOf, KIND } from '../../src/archive/keys.ts';
import { MARK_BITS } from '../../src/archive/marks.ts';
import { HASHES, SegmentReader, SegmentScan, SegmentWriter, spanFor, type Segment } from '../../src/archive/segments.ts';
import { openStore } from '../../src/store/open.ts';
import { newFolder } from './newsroom.ts';

type Row = readonly [hash: number, number: number, level: number];

/** Hashes over the whole range, and some that many documents share. */
const hashes = fc.oneof(fc.integer({ min: 0, max: 2 ** MARK_BITS - 1 }), fc.constantFrom(0, 1, 7, 2 ** 27, 2 ** MARK_BITS - 2, 2 ** MARK_BITS - 1));

test('a segment gives back the postings that it was written from, list by list or one list that is looked for', async () => {
  const store = await openStore(await newFolder(), { readOnly: false });
  let id = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(hashes, fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 15 })), { minLength: 1, maxLength: 600 }), fc.integer({ min: 0, max: 2 ** 20 }), (drawn, from) => {
      const known = new Map(drawn.map(([hash, number, level]) => [`${hash} ${number}`, [hash, from + number, level] as const]));
      const rows: Row[] = [...known.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1]);
      const segment: Segment = { id: ++id, from, to: from + 10_000, span: spanFor(rows.length), postings: rows.length, least: 0, below: HASHES };
      store.write((writer) => {
        const index = new SegmentWriter(writer, segment);
        for (const [hash, number, level] of rows) index.add(hash, number, level);
        index.end();
      });
      const scanned: Row[] = [];
      const scan = new SegmentScan(store, segment);
      while (scan.next()) scan.each((number, level) => scanned.push([scan.hash, number, level]));
      expect(scanned).toEqual(rows);
      const reader = new SegmentReader(store, segment);
      const postings = new Postings();
      const wanted = [...new Set([...rows.map(([hash]) => hash), ...rows.map(([hash]) => (hash + 1) % 2 ** MARK_BITS)])].sort((x, y) => x - y);
      for (const hash of wanted) {
        const found: Row[] = [];
        const list = reader.listOf(hash);
        if (list !== undefined) {
          postings.read(list.bytes, list.at, list.count, segment.to - segment.from);
          for (let at = 0; at < postings.count; at++) found.push([hash, from + (postings.numbers[at] ?? 0), postings.levels[at] ?? 0]);
        }
        expect(found).toEqual(rows.filter(([own]) => own === hash));
      }
    }),
    { numRuns: 40 },
  );
  await store.close();
});

test('what is appended must come after all that is there', async () => {
  const store = await openStore(await newFolder(), { readOnly: false });
  store.write((writer) => writer.append(keyOf(KIND.postings, 2, 0), new Uint8Array([1])));
  expect(() => store.write((writer) => writer.append(keyOf(KIND.postings, 1, 0), new Uint8Array([1])))).toThrow(/comes before/);
  await store.close();
});
