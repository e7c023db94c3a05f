import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEVEL_BITS, MARK_BITS, marksOf, SHARE_OF_LEVEL } from '../../src/archive/marks.ts';

test('a share is kept within fifteen in a hundred, down to a 64th of a document; what is less is taken for that', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 65_535 }), (share) => {
      const { levels } = marksOf({ keys: Uint32Array.of(5), shares: Uint16Array.of(share), shingles: new Uint32Array(), sequenceShare: 0 });
      const level = levels[0] ?? 0;
      expect(level).toBeLessThan(2 ** LEVEL_BITS);
      expect(Math.abs(Math.log2((SHARE_OF_LEVEL[level] ?? 0) / Math.max(share, 2 ** 10)))).toBeLessThan(0.21);
    }),
  );
});

test('marks of keys and of word sequences are spread over all their bits', () => {
  const numbers = Uint32Array.from({ length: 1_000 }, (_, at) => Math.floor((at * 2 ** 32) / 1_000));
  const { hashes } = marksOf({ keys: Uint32Array.from({ length: 1_000 }, (_, at) => at), shares: new Uint16Array(1_000).fill(900), shingles: numbers, sequenceShare: 9_000 });
  for (const marks of [hashes.subarray(0, 1_000), hashes.subarray(1_000)]) {
    expect(Math.max(...marks)).toBeLessThan(2 ** MARK_BITS);
    const lower = marks.filter((mark) => mark < 2 ** (MARK_BITS - 1)).length;
    expect(Math.abs(lower - 500)).toBeLessThan(80);
  }
});
