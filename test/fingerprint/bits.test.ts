import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitReader, BitWriter } from '../../src/fingerprint/bits.ts';

describe('bits', () => {
  test('of numbers under counts of their own are read back, whatever was written before', () => {
    const listed = fc.array(fc.integer({ min: 1, max: 65_535 }).chain((count) => fc.tuple(fc.integer({ min: 0, max: count - 1 }), fc.constant(count))), { maxLength: 60 });
    fc.assert(
      fc.property(listed, fc.integer({ min: 0, max: 7 }), (list, before) => {
        const writer = new BitWriter();
        writer.bits(0, before);
        for (const [number, count] of list) writer.under(number, count);
        const reader = new BitReader(writer.finish());
        reader.bits(before);
        const read = new Uint16Array(list.length);
        reader.under(read, Int32Array.from(list, ([, count]) => count));
        expect([...read]).toEqual(list.map(([number]) => number));
      }),
    );
  });

  test('of a number under none can’t be read', () => {
    expect(() => new BitReader(new Uint8Array(9)).under(new Uint16Array(2), Int32Array.of(3, 0))).toThrow(RangeError);
  });

  test('of numbers that may be nought, and of ascending ones near or far, are read back', () => {
    const ascending = fc.uniqueArray(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 2 ** 28 - 1 })), { maxLength: 60 }).map((list) => list.sort((x, y) => x - y));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 63 })), { maxLength: 60 }), ascending, (numbers, list) => {
        const writer = new BitWriter();
        for (const number of numbers) writer.orNought(number, 2);
        writer.ascending(list, 2 ** 28);
        const reader = new BitReader(writer.finish());
        const [read, places] = [new Uint8Array(numbers.length), new Uint32Array(list.length)];
        reader.orNoughts(read, 2);
        reader.ascending(places, 2 ** 28);
        expect([...read]).toEqual(numbers);
        expect([...places]).toEqual(list);
      }),
    );
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
