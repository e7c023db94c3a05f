import { describe, expect, test } from 'vitest';
import { align } from './shipped.ts';
import { DAM } from './stories.ts';
import { keysOfBoth, printOf } from '../fingerprint/prints.ts';
import { SENTENCE_FEATURES, shippedSentenceModel } from '../../src/compare/sentence-model.ts';
import { featuresOfFirst } from '../../src/compare/sentence-pair.ts';
import { packed } from '../../src/fingerprint/packed-print.ts';
import { familyIndex, stepsIn, type PrintCore } from '../../src/fingerprint/print.ts';
import { STEPS_PER_NAT } from '../../src/fingerprint/weight.ts';
import { KEY_FAMILIES } from '../../src/types.ts';

/** The gain of two texts of one sentence each: the probability that they are versions of each other. */
function gainOf(first: string, language: string, second: string, other: string): number {
  return align(printOf(first, language), printOf(second, other)).inOrder.gain;
}

const LANGUAGE_PAIRS = [['en', 'de'], ['en', 'it'], ['de', 'it'], ['en', 'ru']] as const;

describe('a sentence', () => {
  test.each(LANGUAGE_PAIRS)('is likelier a version of its translation than of any other of the report: %s and %s', (first, second) => {
    for (const [at, sentence] of (DAM[first] ?? []).entries()) {
      const gains = (DAM[second] ?? []).map((other) => gainOf(sentence, first, other, second));
      expect(gains.indexOf(Math.max(...gains)), sentence).toBe(at);
    }
  });

  test('is less likely a version of one with other figures', () => {
    const same = gainOf('The index fell by 2.36 percent to 4,907 points on Wednesday.', 'en', 'Der Index fiel am Mittwoch um 2,36 Prozent auf 4.907 Punkte.', 'de');
    const other = gainOf('The index fell by 2.36 percent to 4,907 points on Wednesday.', 'en', 'Der Index fiel am Mittwoch um 8,04 Prozent auf 5.272 Punkte.', 'de');
    expect(same).toBeGreaterThan(0.9);
    expect(1 - other).toBeGreaterThan(2 * (1 - same));
  });
});

describe('what is weighed of two sentences', () => {
  const prints = [...(DAM['de'] ?? []).map((text) => printOf(text, 'de')), ...(DAM['en'] ?? []).map((text) => printOf(text, 'en'))];
  const log = (steps: number): number => Math.log1p(steps / STEPS_PER_NAT);

  /** Steps of some keys, by family. */
  function stepsOf({ keys, details }: PrintCore, places: Iterable<number>): number[] {
    const steps = KEY_FAMILIES.map(() => 0);
    for (const place of places) steps[familyIndex(keys[place] ?? 0)] = (steps[familyIndex(keys[place] ?? 0)] ?? 0) + stepsIn(details[place] ?? 0);
    return steps;
  }

  function expectedOf(a: PrintCore, b: PrintCore): number[] {
    const { inA, inB } = keysOfBoth(a, b);
    const weights = ({ details }: PrintCore, places: Iterable<number>): number[] => Array.from(places, (place) => stepsIn(details[place] ?? 0));
    const [stepsA, stepsB] = [stepsOf(a, a.keys.keys()), stepsOf(b, b.keys.keys())];
    const [weightsA, weightsB] = [weights(a, inA), weights(b, inB)];
    const lesser = { ...a, details: a.details.map((detail, place) => (inA.includes(place) ? Math.min(stepsIn(detail), stepsIn(b.details[inB[inA.indexOf(place)] ?? 0] ?? 0)) : 0)) };
    const shared = stepsOf(lesser, a.keys.keys());
    const norm = (print: PrintCore): number => Math.hypot(...weights(print, print.keys.keys()));
    const cosine = weightsA.reduce((sum, each, at) => sum + each * (weightsB[at] ?? 0), 0) / (norm(a) * norm(b));
    const [lengthA = 0, lengthB = 0] = [a.lengths[0], b.lengths[0]].map((length) => (length ?? 0) + 5);
    const difference = Math.abs(Math.log(lengthA / lengthB));
    return [
      ...shared.flatMap((both, family) => {
        const [x, y] = [stepsA[family] ?? 0, stepsB[family] ?? 0];
        return [log(both), log(Math.max(x, y) - both), log(Math.min(x, y) - both)];
      }),
      cosine, Math.log(cosine + 0.02), difference, difference ** 2, Math.log(Math.min(lengthA, lengthB)), log(shared.reduce((sum, each) => sum + each, 0)),
    ];
  }

  test('is what they share by kind of key, what is left of both, how alike they are and how long', () => {
    for (const a of prints) {
      for (const b of prints) {
        const features = featuresOfFirst(packed(a), packed(b));
        if (features === undefined) expect(keysOfBoth(a, b).inA).toEqual([]);
        for (const [at, expected] of (features === undefined ? [] : expectedOf(a, b)).entries()) expect(features?.[at], SENTENCE_FEATURES[at]).toBeCloseTo(expected, 5);
      }
    }
  });

  test('has a name and a weight for each', () => {
    const [first] = prints;
    if (first === undefined) throw new TypeError('no story');
    expect(featuresOfFirst(packed(first), packed(first))).toHaveLength(SENTENCE_FEATURES.length);
    expect(shippedSentenceModel().weights).toHaveLength(SENTENCE_FEATURES.length);
  });
});
