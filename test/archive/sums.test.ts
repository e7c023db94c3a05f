import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHARE_OF_LEVEL } from '../../src/archive/marks.ts';
import { Sums } from '../../src/archive/sums.ts';

const list = fc.record({
  from: fc.integer({ min: 0, max: 1_000_000 }),
  share: fc.integer({ min: 1, max: 65_535 }),
  // Many of one list have numbers in common with those of another.
  numbers: fc.uniqueArray(fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 1_000_000 })), { maxLength: 300 }),
});

test('what documents share is added up for each of them, and for the next document from nought on', () => {
  const sums = new Sums();
  fc.assert(
    fc.property(fc.array(list, { maxLength: 12 }), fc.integer({ min: 0, max: 40_000 }), (lists, further) => {
      const expected = new Map<number, number>();
      const count = (number: number, product: number): void => void expected.set(number, (expected.get(number) ?? 0) + product);
      for (const { from, share, numbers } of lists) {
        sums.addList(from, { count: numbers.length, numbers: Uint32Array.from(numbers), levels: Uint8Array.from(numbers, (number) => number % 16) }, share);
        for (const number of numbers) count(from + number, share * (SHARE_OF_LEVEL[number % 16] ?? 0));
      }
      // More than there is room for at first.
      for (let number = 0; number < further; number++) {
        sums.add(number, 7);
        count(number, 7);
      }
      expect(sums.count).toBe(expected.size);
      expect(new Map(Array.from({ length: sums.count }, (_, at) => [sums.numbers[at], sums.sums[at]]))).toEqual(expected);
      sums.clear();
    }),
  );
});
