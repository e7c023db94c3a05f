import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitReader, BitWriter } from '../../src/fingerprint/bits.ts';

describe('bits', () => {
  test('of numbers under any count are read back, whatever was written before', () => {
    const listed = fc.integer({ min: 1, max: 65_535 }).chain((count) => fc.tuple(fc.constant(count), fc.array(fc.integer({ min: 0, max: count - 1 }), { maxLength: 40 })));
    fc.assert(
      fc.property(fc.array(listed, { maxLength: 5 }), fc.integer({ min: 0, max: 7 }), (lists, before) => {
        const writer = new BitWriter();
        writer.bits(0, before);
        for (const [count, numbers] of lists) for (const number of numbers) writer.under(number, count);
        const reader = new BitReader(writer.finish());
        reader.bits(before);
        for (const [count, numbers] of lists) {
          const read = new Uint16Array(numbers.length);
          reader.under(read, count);
          expect([...read]).toEqual(numbers);
        }
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
