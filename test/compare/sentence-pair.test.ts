import { describe, expect, test } from 'vitest';
import { align } from './shipped.ts';
import { DAM } from './stories.ts';
import { printOf } from '../fingerprint/prints.ts';
import { SENTENCE_FEATURES, shippedSentenceModel } from '../../src/compare/sentence-model.ts';
import { roomForFeatures, versionLogOdds } from '../../src/compare/sentence-pair.ts';

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

test('a feature that is not there adds nothing: the bias is what is left', () => {
  const model = shippedSentenceModel();
  expect(SENTENCE_FEATURES).toHaveLength(roomForFeatures().length);
  expect(versionLogOdds(roomForFeatures(), model)).toBe(model.bias);
});
