import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeUpPrint, printOf } from './prints.ts';
import { DAM, textOf } from '../compare/stories.ts';
import { KernelMemory } from '../../src/kernel/kernel.ts';
import { measure, packed, PrintReader, unpacked } from '../../src/fingerprint/packed-print.ts';
import { detailOf, normsOf, type PrintCore } from '../../src/fingerprint/print.ts';

/** Any fingerprint, far apart or close as its keys may lie and in however many sentences they stand. */
const anyPrint: fc.Arbitrary<PrintCore> = fc
  .record({
    sentences: fc.integer({ min: 1, max: 2_000 }),
    keys: fc.uniqueArray(fc.oneof(fc.integer({ min: 0, max: 2 ** 28 - 1 }), fc.integer({ min: 0, max: 300 })), { maxLength: 40 }),
    times: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 40, maxLength: 40 }),
    firsts: fc.array(fc.nat(1_999), { minLength: 40, maxLength: 40 }),
  })
  .map(({ sentences, keys: found, times, firsts }) => {
    const keys = Uint32Array.from(found).sort();
    const details = keys.map((_, at) => detailOf(1 + (at % 63), Math.min(sentences, times[at] ?? 1), (firsts[at] ?? 0) % sentences));
    const further = Uint16Array.from(Array.from(keys).flatMap((_, at) => Array.from({ length: Math.min(sentences, times[at] ?? 1) - 1 }, () => sentences - 1)));
    return { language: 'de', lengths: new Uint32Array(sentences).fill(80), keys, details, further, shingles: keys.map((key) => key * 3), norms: normsOf({ keys, details }) };
  });

test('a packed fingerprint is read as it was, by the kernel too', () => {
  const reader = new PrintReader();
  const memory = new KernelMemory();
  const room = { packed: memory.bytes(100_000), keys: memory.uint32(10_000), details: memory.uint32(10_000) };
  fc.assert(
    fc.property(anyPrint, (print) => {
      const place = packed(print);
      expect(unpacked(place)).toEqual(print);
      expect(reader.read(place)).toEqual(print);
      room.packed.set(place.memory.bytes);
      const count = memory.kernel.unpackKeys(room.packed.byteOffset, room.keys.byteOffset, room.details.byteOffset);
      expect([...room.keys.subarray(0, count)]).toEqual([...print.keys]);
      expect([...room.details.subarray(0, count)]).toEqual([...print.details]);
    }),
    { numRuns: 200 },
  );
});

test('one after the other they are read into the same lists', () => {
  const reader = new PrintReader();
  fc.assert(
    fc.property(fc.array(madeUpPrint, { maxLength: 5 }), (prints) => {
      for (const { language, lengths, keys, details, further, shingles, norms } of prints) expect(reader.read(packed({ language, lengths, keys, details, further, shingles, norms }))).toEqual({ language, lengths, keys, details, further, shingles, norms });
    }),
    { numRuns: 20 },
  );
});

test('a packed fingerprint of an article takes two thirds of what its lists do', () => {
  const print = printOf(textOf(DAM, 'en'), 'en');
  const lists = [print.lengths, print.keys, print.details, print.further, print.shingles, print.norms].reduce((sum, { byteLength }) => sum + byteLength, 0);
  expect(measure(print).bytes).toBeLessThan(0.8 * lists);
});

test('a language that the table has not is refused', () => {
  expect(() => packed({ ...printOf('Rain in Halvik.', 'en'), language: 'xx' })).toThrow('languages.tsv');
});
