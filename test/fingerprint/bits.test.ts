import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitReader, BitWriter } from '../../src/fingerprint/bits.ts';

describe('bits', () => {
  test('of some of the numbers under any count are read back, whatever was written before', () => {
    const listed = fc.integer({ min: 1, max: 65_535 }).chain((count) => fc.array(fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { maxLength: 12 }), { maxLength: 20 }).map((lists) => [count, lists.map((list) => list.sort((x, y) => x - y))] as const));
    fc.assert(
      fc.property(fc.array(listed, { maxLength: 5 }), fc.integer({ min: 0, max: 7 }), (drawn, before) => {
        const writer = new BitWriter();
        writer.bits(0, before);
        for (const [count, lists] of drawn) for (const list of lists) writer.subset(list, count);
        const reader = new BitReader(writer.finish());
        reader.bits(before);
        for (const [count, lists] of drawn) {
          const ends = Uint32Array.from(lists, (_, at) => lists.slice(0, at + 1).flat().length);
          const read = new Uint16Array(ends.at(-1) ?? 0);
          reader.subsets(read, ends, count);
          expect([...read]).toEqual(lists.flat());
        }
      }),
    );
  });

  test('of all numbers under a count are none, and more than there are can’t be read', () => {
    const writer = new BitWriter();
    writer.subset(Array.from({ length: 40 }, (_, at) => at), 40);
    expect(writer.finish()).toHaveLength(0);
    expect(() => new BitReader(new Uint8Array(9)).subsets(new Uint16Array(5), Uint32Array.of(5), 4)).toThrow(RangeError);
  });

  test('of a number under a count are never more than it needs, and none where there is one alone', () => {
    const bytesOf = (numbers: readonly number[], count: number): number => {
      const writer = new BitWriter();
      for (const number of numbers) writer.under(number, count);
      return writer.finish().length;
    };
    expect(bytesOf(new Array<number>(80).fill(0), 1)).toBe(0);
    expect(bytesOf(Array.from({ length: 80 }, (_, at) => at % 40), 40)).toBe(Math.ceil((48 * 5 + 32 * 6) / 8));
    expect(bytesOf(Array.from({ length: 64 }, (_, at) => at), 64)).toBe(48);
  });
});
