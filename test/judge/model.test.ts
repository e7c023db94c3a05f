import { describe, expect, test } from 'vitest';
import { NOTHING_SHARED } from './comparisons.ts';
import { judge } from '../../src/judge/judge.ts';
import { shippedModel } from '../../src/judge/model.ts';
import { FEATURE_NAMES } from '../../src/judge/features.ts';

describe('the shipped model', () => {
  const { across, unaided, briefAcross } = shippedModel();
  const models = Object.values(shippedModel());

  test('has finite figures and a mean for each weight', () => {
    for (const { bias, weights, means } of models) {
      expect(Number.isFinite(bias)).toBe(true);
      expect(Object.values(weights).filter((weight) => !Number.isFinite(weight))).toEqual([]);
      expect(Object.keys(means)).toEqual(expect.arrayContaining(Object.keys(weights)));
    }
  });

  test('weighs each feature in one of its judges at least', () => {
    const weighed = new Set(models.flatMap(({ weights }) => Object.keys(weights)));
    expect(FEATURE_NAMES.filter((name) => !weighed.has(name))).toEqual([]);
  });

  test('has no say of word sequences between two languages', () => {
    for (const { weights } of [across, unaided, briefAcross]) expect(weights.wordSequences ?? 0).toBe(0);
  });

  test('finds a pair that shares nothing unlikely in every way', () => {
    for (const sameLanguage of [true, false]) {
      for (const sentences of [1, 20]) expect(judge({ ...NOTHING_SHARED, sameLanguage, sentences }, shippedModel(), 0.5)).toMatchObject({ relation: 'unrelated' });
    }
  });

  test('is read once', () => {
    expect(shippedModel()).toBe(shippedModel());
  });
});
