import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FreshMarks } from '../../src/archive/fresh-marks.ts';
import { MARK_BITS } from '../../src/archive/marks.ts';

/** Hashes of which many are the same, or in one cell. */
const hashes = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 2 ** MARK_BITS - 5, max: 2 ** MARK_BITS - 1 }), fc.integer({ min: 0, max: 2 ** MARK_BITS - 1 }));

test('a fresh document is found by each of its marks until a segment is made of it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.tuple(hashes, fc.integer({ min: 0, max: 15 })), { maxLength: 400 }), { maxLength: 20 }), fc.integer({ min: 0, max: 20 }), (documents, end) => {
      const fresh = new FreshMarks();
      for (const [number, marks] of documents.entries()) {
        fresh.add(number, { hashes: Uint32Array.from(marks, ([hash]) => hash), levels: Uint8Array.from(marks, ([, level]) => level), shares: new Uint16Array(marks.length) });
      }
      fresh.removeBefore(end);
      for (const wanted of new Set(documents.flat().map(([hash]) => hash))) {
        const found: string[] = [];
        fresh.each(wanted, (number, level) => found.push(`${number} ${level}`));
        const expected = documents.flatMap((marks, number) => (number < end ? [] : marks.filter(([hash]) => hash === wanted).map(([, level]) => `${number} ${level}`)));
        expect(found.sort()).toEqual(expected.sort());
      }
    }),
  );
});
