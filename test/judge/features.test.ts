import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOTHING_SHARED } from './comparisons.ts';
import { madeUpPrint, printOf } from '../fingerprint/prints.ts';
import { compare } from '../compare/shipped.ts';
import { FEATURE_NAMES, FEATURES, featuresOf } from '../../src/judge/features.ts';

test('the features stand in the order of their names', () => {
  expect(featuresOf(NOTHING_SHARED)).toEqual(FEATURE_NAMES.map((name) => FEATURES[name](NOTHING_SHARED)));
  expect(FEATURE_NAMES).toHaveLength(Object.keys(FEATURES).length);
});

test('every feature of any pair is a finite number, of an empty document too', () => {
  fc.assert(
    fc.property(madeUpPrint, madeUpPrint, (a, b) => {
      expect(featuresOf(compare(a, b)).filter((value) => !Number.isFinite(value))).toEqual([]);
    }),
    { numRuns: 40, examples: [[printOf('', 'en'), printOf('', 'en')], [printOf('', 'en'), printOf('The dam broke.', 'en')]] },
  );
});

test('no feature has a side', () => {
  const pair = { ...NOTHING_SHARED, coverageA: 0.2, coverageB: 0.9, strongCoverageA: 0.1, chanceCoverageB: 0.3, shinglesInA: 0.4, shinglesInB: 0.8 };
  const turned = { ...NOTHING_SHARED, coverageA: 0.9, coverageB: 0.2, strongCoverageB: 0.1, chanceCoverageA: 0.3, shinglesInA: 0.8, shinglesInB: 0.4 };
  expect(featuresOf(turned)).toEqual(featuresOf(pair));
});
