import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashText, mix, sampleShingles } from '../../src/extract/shingles.ts';
import { shingleContainment } from '../../src/compare/share.ts';
import { SENTENCES } from '../compare/stories.ts';

const wordsOf = (text: string): number[] => text.split(' ').map(hashText);

/** An invented text of so many words: number `seed` of many. */
const longText = (words: number, seed: number): number[] => Array.from({ length: words }, (_, index) => hashText(`${seed}:${index}`));

describe('a sample of word sequences', () => {
  test('is in ascending order and holds nothing twice', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), (words) => {
        const sample = [...sampleShingles(words)];
        expect(sample).toEqual([...new Set(sample)].sort((x, y) => x - y));
      }),
    );
  });

  test('of a short text has every three words in a row', () => {
    expect(sampleShingles(wordsOf('the dam above Cordell broke'))).toHaveLength(3);
    expect(sampleShingles(wordsOf('dam broke'))).toHaveLength(1);
  });

  test('depends on the order of the words', () => {
    expect(sampleShingles(wordsOf('the dam broke'))).not.toEqual(sampleShingles(wordsOf('broke the dam')));
  });

  test('stays small, however long the text', () => {
    for (const words of [131, 500, 5_000, 50_000]) {
      const { length } = sampleShingles(longText(words, 1));
      expect(length).toBeGreaterThan(32);
      expect(length).toBeLessThanOrEqual(128);
    }
  });
});

describe('the share of word sequences found in another text', () => {
  test('is 1 for a copy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 3_000 }), fc.nat(), (words, seed) => {
        const sample = sampleShingles(longText(words, seed));
        expect(shingleContainment(sample, sample)).toEqual({ inA: 1, inB: 1 });
      }),
    );
  });

  test('is 1 for a long excerpt of the text it is from, however long that is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 10_000 }), fc.double({ min: 0, max: 0.75, noNaN: true }), fc.nat(), (words, start, seed) => {
        const whole = longText(words, seed);
        const from = Math.floor(start * words);
        const excerpt = whole.slice(from, from + Math.ceil(words / 4));
        expect(shingleContainment(sampleShingles(whole), sampleShingles(excerpt)).inB).toBe(1);
      }),
    );
  });

  test('is told from the samples within 0.1 on the average of long texts', () => {
    for (const share of [0.25, 0.5, 0.75]) {
      const errors = Array.from({ length: 50 }, (_, seed) => {
        const common = longText(2_000 * share, seed);
        const [a, b] = [1, 2].map((side) => sampleShingles([...common, ...longText(2_000 * (1 - share), 1_000 * side + seed)]));
        return Math.abs(shingleContainment(a ?? new Uint32Array(), b ?? new Uint32Array()).inA - share);
      });
      expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.1);
      expect(Math.max(...errors)).toBeLessThan(0.25);
    }
  });

  test('is small for other sentences of the same language', () => {
    const samples = SENTENCES.filter(({ language }) => language === 'de').map(({ text }) => sampleShingles(wordsOf(text)));
    for (const [index, sample] of samples.entries()) {
      for (const other of samples.slice(index + 1)) expect(shingleContainment(sample, other).inA).toBeLessThan(0.2);
    }
  });
});

describe('the hashes', () => {
  test('lie in 32 bits', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (text, value) => {
        for (const hash of [hashText(text), mix(value)]) {
          expect(Number.isInteger(hash)).toBe(true);
          expect(hash).toBeGreaterThanOrEqual(0);
          expect(hash).toBeLessThan(2 ** 32);
        }
      }),
    );
  });

  test('of like texts are far apart: half of the bits differ on the average', () => {
    const differing = Array.from({ length: 200 }, (_, index) => {
      const bits = hashText(`w:${index}`) ^ hashText(`w:${index + 1}`);
      return (bits >>> 0).toString(2).replaceAll('0', '').length;
    });
    const mean = differing.reduce((sum, count) => sum + count, 0) / differing.length;
    expect(mean).toBeGreaterThan(14);
    expect(mean).toBeLessThan(18);
  });
});
