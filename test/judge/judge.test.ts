import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTHING_SHARED } from './comparisons.ts';
import { DAM, DAM_AFTERMATH, STRIKE, textOf } from '../compare/stories.ts';
import { madeUpPrint, printOf } from '../fingerprint/prints.ts';
import { compare } from '../compare/shipped.ts';
import { judge, logistic, logit, type Judgement } from '../../src/judge/judge.ts';
import { shippedModel, type JudgeModel } from '../../src/judge/model.ts';

type Told = readonly [text: string, language: string];

function judged([text, language]: Told, [otherText, otherLanguage]: Told, threshold = 0.5): Judgement {
  return judge(compare(printOf(text, language), printOf(otherText, otherLanguage)), shippedModel(), threshold);
}

const dam = (language: string): Told => [textOf(DAM, language), language];
const strike = (language: string): Told => [textOf(STRIKE, language), language];
const AFTERMATH: Told = [DAM_AFTERMATH.join(' '), 'en'];

describe('a judgement', () => {
  test('has probabilities in [0, 1], that of the story never under that of the report', () => {
    fc.assert(
      fc.property(madeUpPrint, madeUpPrint, (a, b) => {
        const { probability, story, logOdds } = judge(compare(a, b), shippedModel(), 0.5);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(story).toBeGreaterThanOrEqual(probability);
        expect(story).toBeLessThanOrEqual(1);
        expect(logistic(logOdds)).toBeCloseTo(probability, 10);
      }),
      { numRuns: 60 },
    );
  });

  test('of a document without text is unrelated, with a probability', () => {
    for (const other of [dam('en'), ['', 'en'] as const]) {
      const { relation, probability, story } = judged(['', 'en'], other);
      expect([relation, Number.isFinite(probability), Number.isFinite(story)]).toEqual(['unrelated', true, true]);
    }
  });

  test('gives the relation from the threshold on, and leaves the probability alone', () => {
    const { probability } = judged(dam('en'), dam('ru'));
    const [below, above] = [judged(dam('en'), dam('ru'), probability), judged(dam('en'), dam('ru'), probability + (1 - probability) / 2)];
    expect(below).toMatchObject({ relation: 'translation', probability });
    expect(above.relation).not.toBe('translation');
    expect(above.probability).toBe(probability);
  });
});

describe('the relation', () => {
  test.each([
    ['en', 'de'],
    ['en', 'it'],
    ['de', 'it'],
    ['en', 'ru'],
    ['it', 'ru'],
  ])('of versions in two languages is translation: %s and %s', (first, second) => {
    expect(judged(dam(first), dam(second))).toMatchObject({ relation: 'translation' });
    expect(judged(dam(first), dam(second)).probability).toBeGreaterThan(0.8);
  });

  test.each(['en', 'de', 'it', 'ru'])('of a text and itself is copy: %s', (language) => {
    expect(judged(dam(language), dam(language))).toMatchObject({ relation: 'copy' });
  });

  test('of a text with its last two sentences cut is copy', () => {
    const cut = (DAM['de'] ?? []).slice(0, -2).join(' ');
    expect(judged(dam('de'), [cut, 'de'])).toMatchObject({ relation: 'copy' });
  });

  test('of a copy whose language was told wrongly is copy all the same', () => {
    expect(judged(dam('en'), [textOf(DAM, 'en'), 'nl']).relation).toBe('copy');
  });

  test('of two reports of one event is no version of one report', () => {
    const { relation, probability, story } = judged(dam('en'), AFTERMATH);
    expect(['story', 'related']).toContain(relation);
    expect(probability).toBeLessThan(0.5);
    expect(story).toBeGreaterThan(0.3);
  });

  test('of two subjects is unrelated, in one language or in two', () => {
    for (const [first, second] of [['en', 'en'], ['de', 'de'], ['en', 'it'], ['ru', 'de']] as const) {
      expect(judged(dam(first), strike(second)), `${first} ${second}`).toMatchObject({ relation: 'unrelated' });
    }
  });
});

describe('a model', () => {
  const only = (weight: number, bias: number): JudgeModel => {
    const regression = { bias, weights: { names: weight }, means: {} };
    const silent = { bias: -9, weights: {}, means: {} };
    return { across: regression, unaided: silent, within: silent, briefWithin: { ...silent, bias: -8 }, briefAcross: { ...silent, bias: -7 }, story: silent };
  };

  test('is the logistic regression it says: bias and weight times value', () => {
    const comparison = { ...NOTHING_SHARED, families: { ...NOTHING_SHARED.families, name: 0.5 } };
    const { logOdds, probability } = judge(comparison, only(4, -1), 0.5);
    expect(logOdds).toBeCloseTo(1);
    expect(probability).toBeCloseTo(1 / (1 + Math.exp(-1)));
  });

  test('has a judge of its own for one language', () => {
    const across = judge(NOTHING_SHARED, only(4, 3), 0.5);
    const within = judge({ ...NOTHING_SHARED, sameLanguage: true }, only(4, 3), 0.5);
    expect([across.relation, within.relation]).toEqual(['translation', 'unrelated']);
  });

  test('has others where a text has three sentences at the most', () => {
    const oddsOf = (sentences: number, sameLanguage: boolean): number => judge({ ...NOTHING_SHARED, sameLanguage, sentences }, only(0, 3), 0.5).logOdds;
    expect([1, 3, 4, 20].map((sentences) => oddsOf(sentences, true))).toEqual([-8, -8, -9, -9]);
    expect([1, 3, 4, 20].map((sentences) => oddsOf(sentences, false))).toEqual([-7, -7, 3, 3]);
  });

  test('has another for two languages without words in common', () => {
    const unaided = judge({ ...NOTHING_SHARED, commonWords: 0 }, only(4, 3), 0.5);
    expect(unaided.relation).toBe('unrelated');
  });

  test('calls a pair a story only if the story is likely enough, and related from one in ten', () => {
    const relationAt = (story: number): string => {
      const silent = { bias: -9, weights: {}, means: {} };
      return judge(NOTHING_SHARED, { across: silent, unaided: silent, within: silent, briefWithin: silent, briefAcross: silent, story: { bias: logit(story), weights: {}, means: {} } }, 0.5, 'story').relation;
    };
    expect([0.9, 0.51, 0.49, 0.11, 0.09].map(relationAt)).toEqual(['story', 'story', 'related', 'related', 'unrelated']);
  });
});

test('log-odds and probabilities are turned into each other', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (probability) => {
      expect(logistic(logit(probability))).toBeCloseTo(probability, 10);
    }),
  );
  expect(logit(0.5)).toBe(0);
});
