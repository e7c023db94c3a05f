import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAM, textOf } from '../compare/stories.ts';
import { madeUpPrint, printOf } from './prints.ts';
import { BitReader, BitWriter } from '../../src/fingerprint/bits.ts';
import { knownKeys, placeOf } from '../../src/fingerprint/known-keys.ts';
import { detailOf, firstIn, NOTHING, stepsIn, timesIn } from '../../src/fingerprint/print.ts';
import { joinPrints, listOf, packPrints, shelfOf, unpackPrints } from '../../src/fingerprint/shelf.ts';
import { decodePrint, encodePrint } from '../../src/fingerprint/stored.ts';
import { readKeys, writeKeys } from '../../src/fingerprint/stored-keys.ts';
import { KEY_BITS } from '../../src/extract/key-name.ts';

describe('a stored fingerprint', () => {
  test('is read back as it was', () => {
    fc.assert(
      fc.property(madeUpPrint, (print) => {
        expect(decodePrint(encodePrint(print))).toEqual(print);
      }),
      { numRuns: 60 },
    );
  });

  test('has each key’s own weight, whether or not it is the usual one of the key', () => {
    // Swahili: measured; Javanese: not, so that a word never met is taken for a common one.
    for (const language of ['en', 'de', 'ru', 'zh', 'sw', 'jv']) {
      const print = printOf(textOf(DAM, 'en'), language);
      for (const stepsAt of [stepsIn, () => 63, (_: number, at: number) => 6 + (at % 50)]) {
        const details = print.details.map((detail, at) => detailOf(stepsAt(detail, at), timesIn(detail), firstIn(detail)));
        expect(decodePrint(encodePrint({ ...print, details })).details).toEqual(details);
      }
    }
  });

  test('spends less on usual weights than on others', () => {
    const print = printOf(textOf(DAM, 'en'), 'en');
    const [usual, other] = [encodePrint(print).length, encodePrint({ ...print, details: print.details.map((detail) => detail ^ 1) }).length];
    expect(other - usual).toBeGreaterThan((print.keys.length * 5) / 8);
  });

  test('that was cut short is told from a whole one', () => {
    const stored = encodePrint(printOf(textOf(DAM, 'en'), 'en'));
    expect(() => decodePrint(stored.subarray(0, 40))).toThrow(RangeError);
  });
});

describe('stored keys', () => {
  const known = knownKeys().flatMap(({ keys }) => Array.from(keys));

  test('are read back with their usual weights, known or not', () => {
    const key = fc.oneof(fc.constantFrom(...known), fc.integer({ min: 0, max: 2 ** KEY_BITS - 1 }));
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 3_000 }), fc.constantFrom('en', 'zh', 'jv'), (list, language) => {
        const keys = Uint32Array.from(list).sort();
        const [writer, usual] = [new BitWriter(), new Uint8Array(keys.length)];
        writeKeys(writer, language, keys, usual);
        expect(readKeys(new BitReader(writer.finish()), language)).toEqual({ keys, steps: usual });
      }),
      { numRuns: 40 },
    );
  });

  test('of the shipped background are each in one group, at the place they are found at', () => {
    expect(new Set(known).size).toBe(known.length);
    for (const group of knownKeys()) {
      const places = Array.from(group.keys, (key) => placeOf(group, key));
      expect(places).toEqual(Array.from(group.keys.keys()));
      expect(placeOf(group, 0)).toBe(-1);
      expect(placeOf(group, 2 ** KEY_BITS - 1)).toBe(-1);
    }
  });

  test('at a place that no known key has are refused', () => {
    const writer = new BitWriter();
    for (const count of [0, 1, 0]) writer.rice(count, 6);
    writer.ascending([60_000], knownKeys()[1]?.keys.length ?? 0);
    expect(() => readKeys(new BitReader(writer.finish()), 'en')).toThrow(RangeError);
  });
});

describe('packed fingerprints', () => {
  test('come out of shared memory as they went in', () => {
    fc.assert(
      fc.property(fc.array(madeUpPrint, { maxLength: 6 }), (prints) => {
        expect(unpackPrints(packPrints(prints))).toEqual(prints);
      }),
      { numRuns: 30 },
    );
  });

  test('stand on a shelf in the order asked for, each as often as it is asked', () => {
    const prints = Object.keys(DAM).map((language) => printOf(textOf(DAM, language), language));
    const packs = [packPrints(prints.slice(0, 1)), packPrints(prints.slice(1))];
    const order = Uint32Array.from(prints, (_, at) => prints.length - 1 - at);
    for (const own of [packs, [joinPrints(packs)], [joinPrints([]), joinPrints([...packs, packPrints([])])]]) {
      const shelf = shelfOf(own, order);
      for (const at of [0, 1, 2, 3, 1, 0]) expect(shelf.at(at)).toEqual(prints[prints.length - 1 - at]);
      expect(() => shelf.at(prints.length)).toThrow(RangeError);
    }
  });

  test('have a hash that tells them apart, the same on a shelf as at hand', () => {
    const prints = [...Object.keys(DAM).map((language) => printOf(textOf(DAM, language), language)), printOf('', 'en')];
    const onShelf = shelfOf([packPrints(prints)], Uint32Array.from(prints.keys()));
    const hashes = prints.map((_, at) => onShelf.hashAt(at));
    expect(prints.map((_, at) => listOf(prints).hashAt(at))).toEqual(hashes);
    expect(new Set(hashes).size).toBe(prints.length);
    expect(hashes.at(-1)).toBe(NOTHING);
  });
});
