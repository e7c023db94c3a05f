import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleOf } from '../extract/articles.ts';
import { DAM, textOf } from '../compare/stories.ts';
import { madeUp, madeUpPrint, printOf, sentencesOfKeys } from './prints.ts';
import { makeBackground, shippedBackground } from '../../src/fingerprint/background.ts';
import { hashKey } from '../../src/extract/key-name.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { documentWeight, familyIndex, sentenceWeight } from '../../src/fingerprint/print.ts';
import { weightOf } from '../../src/fingerprint/weight.ts';
import { KEY_FAMILIES } from '../../src/types.ts';

const NOTHING_KNOWN = makeBackground(new Map(), new Map());

const norm = (weights: readonly number[]): number => Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));

describe('a fingerprint', () => {
  test('has its keys in ascending order, each once, with weights for each', () => {
    fc.assert(
      fc.property(madeUpPrint, (print) => {
        const { keys, details, further } = print;
        expect([...keys]).toEqual([...new Set(keys)].sort((x, y) => x - y));
        expect(details).toHaveLength(keys.length);
        expect(sentencesOfKeys(print).flat()).toHaveLength(keys.length + further.length);
      }),
      { numRuns: 30 },
    );
  });

  test('has each key’s sentences in ascending order, one at least, all of them there', () => {
    fc.assert(
      fc.property(madeUpPrint, (print) => {
        for (const own of sentencesOfKeys(print)) {
          expect(own.length).toBeGreaterThan(0);
          expect(own).toEqual([...new Set(own)].sort((x, y) => x - y));
          expect(own.at(-1)).toBeLessThan(print.lengths.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('has the Euclidean norms of its weights, by family and of all', () => {
    fc.assert(
      fc.property(madeUpPrint, ({ keys, details, norms }) => {
        const documentWeights = [...details].map(documentWeight);
        for (const [family] of KEY_FAMILIES.entries()) {
          const weights = documentWeights.filter((_, index) => familyIndex(keys[index] ?? 0) === family);
          expect(norms[family]).toBeCloseTo(norm(weights), 2);
        }
        expect(norms).toHaveLength(KEY_FAMILIES.length + 1);
        expect(norms.at(-1)).toBeCloseTo(norm(documentWeights), 2);
      }),
      { numRuns: 30 },
    );
  });

  test('is the same each time it is taken', () => {
    fc.assert(
      fc.property(madeUp, ({ language, sentences }) => {
        const text = sentences.join(' ');
        expect(printOf(text, language)).toEqual(printOf(text, language));
      }),
      { numRuns: 20 },
    );
  });

  test('does not depend on the text before: other documents leave no trace', () => {
    const before = printOf(textOf(DAM, 'en'), 'en');
    for (const language of Object.keys(DAM)) printOf(textOf(DAM, language), language);
    expect(printOf(textOf(DAM, 'en'), 'en')).toEqual(before);
  });

  test('of an empty document is empty', () => {
    const { keys, lengths, norms } = printOf('', 'en');
    expect([keys.length, lengths.length, ...norms]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test('counts lengths in English letters', () => {
    const background = makeBackground(new Map(), new Map([['zh', 0.5]]));
    expect([...fingerprint(articleOf('大坝决堤。', 'zh'), background).lengths]).toEqual([8]);
    expect([...fingerprint(articleOf('大坝决堤。', 'zh'), NOTHING_KNOWN).lengths]).toEqual([4]);
  });

  test('weighs a key that comes four times twice as much in the document, and as ever in a sentence', () => {
    const one = fingerprint(articleOf('They left Halvik.', 'en'), NOTHING_KNOWN);
    const four = fingerprint(articleOf('They left Halvik. They saw Halvik. They like Halvik. They fled Halvik.', 'en'), NOTHING_KNOWN);
    const weightsIn = ({ keys, details }: typeof one): readonly number[] => {
      const detail = details[keys.indexOf(hashKey('n:halvik', 'name'))] ?? 0;
      return [sentenceWeight(detail), documentWeight(detail)];
    };
    const [inSentence = 0, inDocument = 0] = weightsIn(one);
    expect(weightsIn(four)).toEqual([inSentence, 2 * inDocument]);
  });

  test('leaves out keys that half of all documents have', () => {
    const background = makeBackground(new Map([['n:halvik', 0.6]]), new Map());
    expect(fingerprint(articleOf('They left Halvik.', 'en'), background).keys).not.toContain(hashKey('n:halvik', 'name'));
    expect(fingerprint(articleOf('They left Halvik.', 'en'), NOTHING_KNOWN).keys).toContain(hashKey('n:halvik', 'name'));
  });
});

describe('a key', () => {
  test('has its family in its hash', () => {
    for (const [index, family] of KEY_FAMILIES.entries()) expect(familyIndex(hashKey('x:lukashe', family))).toBe(index);
  });

  test('is another for another text, but for one in millions', () => {
    const texts = Array.from({ length: 5_000 }, (_, index) => `w:${index}`);
    expect(new Set(texts.map((text) => hashKey(text, 'word'))).size).toBeGreaterThan(texts.length - 3);
  });

  test('weighs more the rarer it is, and by its share of the meaning', () => {
    const background = makeBackground(new Map([['w:war', 0.2], ['w:dam', 0.01]]), new Map());
    const [war, dam, unseen] = ['w:war', 'w:dam', 'w:sluice'].map((text) => weightOf({ text, share: 1 }, 'en', background));
    expect(war).toBeLessThan(dam ?? 0);
    expect(dam).toBeLessThan(unseen ?? 0);
    expect(unseen).toBeLessThan(8);
    expect(weightOf({ text: 'w:dam', share: 0.5 }, 'en', background)).toBeCloseTo((dam ?? 0) / 2);
  });

  test('weighs in the shipped figures what news makes of it: a state less than a village', () => {
    const weight = (text: string): number => weightOf({ text, share: 1 }, 'en', shippedBackground());
    expect(weight('e:US')).toBeLessThan(weight('n:halvik'));
    expect(weight('w:year')).toBeLessThan(weight('w:exercise'));
  });
});
