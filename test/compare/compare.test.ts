import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAM, DAM_AFTERMATH, STRIKE, textOf } from './stories.ts';
import { madeUp, madeUpPrint, printOf } from '../fingerprint/prints.ts';
import { compare } from './shipped.ts';
import type { Comparison, DetailedComparison } from '../../src/compare/comparison.ts';
import { KEY_FAMILIES } from '../../src/types.ts';

/** The figures of a comparison that have no side. */
function sideless(comparison: Comparison): readonly number[] {
  const { cosine, families, nameContainment, quantityContainment, sharedWeight, alignment, reverseAlignment, totalGain } = comparison;
  const shape = [comparison.lengthRatio, comparison.sentences, comparison.commonWords, Number(comparison.sameLanguage)];
  return [cosine, ...KEY_FAMILIES.map((family) => families[family]), nameContainment, quantityContainment, sharedWeight, alignment, reverseAlignment, totalGain, ...shape];
}

/** The figures of an alignment, those of A first. */
function alignedFigures(comparison: Comparison): readonly number[] {
  const { coverageA, coverageB, strongCoverageA, strongCoverageB, chanceCoverageA, chanceCoverageB, shinglesInA, shinglesInB } = comparison;
  const { meanGain, adjacency, lengthSpread } = comparison;
  return [coverageA, coverageB, strongCoverageA, strongCoverageB, chanceCoverageA, chanceCoverageB, shinglesInA, shinglesInB, meanGain, adjacency, lengthSpread];
}

/** The same comparison seen from the other side. */
function turned(comparison: Comparison): Comparison {
  return {
    ...comparison,
    coverageA: comparison.coverageB,
    coverageB: comparison.coverageA,
    strongCoverageA: comparison.strongCoverageB,
    strongCoverageB: comparison.strongCoverageA,
    chanceCoverageA: comparison.chanceCoverageB,
    chanceCoverageB: comparison.chanceCoverageA,
    shinglesInA: comparison.shinglesInB,
    shinglesInB: comparison.shinglesInA,
  };
}

const rounded = (figures: readonly number[]): string[] => figures.map((figure) => figure.toFixed(4));

describe('a comparison', () => {
  test('is the same from both sides', () => {
    fc.assert(
      fc.property(madeUpPrint, madeUpPrint, (a, b) => {
        const [there, back] = [compare(a, b), compare(b, a)];
        expect(rounded(sideless(back))).toEqual(rounded(sideless(there)));
      }),
      { numRuns: 60 },
    );
  });

  test('is the same from both sides in what is aligned, even where two alignments are as good', () => {
    const [first, ...others] = ['Nobody was killed.', 'Petrov left.', 'Hale resigned in May.', 'The dam broke in Cordell.', 'It rained in Lisbon for weeks.'];
    for (const other of others) {
      const [a, b] = [printOf(`${first} ${other}`, 'en'), printOf(`${other} ${first}`, 'en')];
      expect(rounded(alignedFigures(turned(compare(b, a)))), other).toEqual(rounded(alignedFigures(compare(a, b))));
    }
  });

  test('has likenesses and shares in [0, 1] and no figure that is not finite', () => {
    fc.assert(
      fc.property(madeUpPrint, madeUpPrint, (a, b) => {
        const { pairs, families, sharedWeight, totalGain, totalLogOdds, lengthSpread, conflictingNames, conflictingQuantities, ownRecurring, sentences, sameLanguage, ...shares } = compare(a, b);
        for (const [name, share] of Object.entries({ ...shares, ...families })) {
          expect(share, name).toBeGreaterThanOrEqual(0);
          expect(share, name).toBeLessThanOrEqual(1);
        }
        for (const figure of [sharedWeight, totalGain, totalLogOdds, lengthSpread, conflictingNames, conflictingQuantities, ownRecurring]) {
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThan(Infinity);
        }
        expect(sentences).toBe(Math.min(a.lengths.length, b.lengths.length));
        if (a.language === b.language) expect(sameLanguage).toBe(true);
        expect(pairs.length).toBeLessThanOrEqual(sentences);
      }),
      { numRuns: 60 },
    );
  });

  test('of a document with itself is near 1 throughout', () => {
    fc.assert(
      fc.property(madeUp, ({ language, sentences }) => {
        fc.pre(sentences.length > 0);
        const itself = printOf(sentences.join(' '), language);
        const { cosine, alignment, coverageA, coverageB, shinglesInA, shinglesInB, lengthRatio, adjacency } = compare(itself, itself);
        for (const figure of [cosine, coverageA, coverageB, shinglesInA, shinglesInB, lengthRatio]) expect(figure).toBeCloseTo(1, 4);
        expect(alignment).toBeGreaterThan(0.9);
        expect(adjacency).toBe(sentences.length > 1 ? 1 : 0);
      }),
      { numRuns: 40 },
    );
  });

  test('with an empty document finds nothing alike', () => {
    const empty = printOf('', 'en');
    for (const other of [empty, printOf(textOf(DAM, 'en'), 'en')]) {
      const { cosine, alignment, coverageA, lengthRatio, pairs } = compare(empty, other);
      expect([cosine, alignment, coverageA, lengthRatio, pairs]).toEqual([0, 0, 0, 0, []]);
    }
  });
});

describe('a translation', () => {
  const between = (first: string, second: string): DetailedComparison => compare(printOf(textOf(DAM, first), first), printOf(textOf(DAM, second), second));

  test.each([
    ['en', 'de'],
    ['en', 'it'],
    ['de', 'it'],
    ['en', 'ru'],
    ['it', 'ru'],
  ])('is covered by its alignment on both sides: %s and %s', (first, second) => {
    const { coverageA, coverageB, lengthRatio } = between(first, second);
    for (const figure of [coverageA, coverageB, lengthRatio]) expect(figure).toBeGreaterThan(0.7);
  });

  test('is more alike in names, figures and words than another subject', () => {
    const [version, other] = [between('en', 'it').families, compare(printOf(textOf(DAM, 'en'), 'en'), printOf(textOf(STRIKE, 'it'), 'it')).families];
    for (const family of ['name', 'quantity', 'word'] as const) expect(version[family], family).toBeGreaterThan(other[family]);
  });

  test('is better aligned than another report of the event in the same language', () => {
    const other = compare(printOf(textOf(DAM, 'en'), 'en'), printOf(DAM_AFTERMATH.join(' '), 'en'));
    expect(between('en', 'ru').alignment).toBeGreaterThan(other.alignment);
    expect(between('en', 'ru').coverageA).toBeGreaterThan(other.coverageA);
  });

  test('has no word sequences in common with the text it is of', () => {
    expect(between('en', 'de').shinglesInA).toBeLessThan(0.05);
  });
});

describe('an excerpt', () => {
  const whole = printOf(textOf(DAM, 'de'), 'de');
  const excerpt = printOf((DAM['de'] ?? []).slice(2, 5).join(' '), 'de');

  test('is wholly found in its text, and covers its part of that', () => {
    const { shinglesInA, shinglesInB, coverageA, coverageB, lengthRatio } = compare(excerpt, whole);
    expect(shinglesInA).toBe(1);
    expect(coverageA).toBeCloseTo(1, 4);
    expect(shinglesInB).toBeLessThan(0.6);
    expect(coverageB).toBeCloseTo(lengthRatio, 1);
  });

  test('is aligned to the sentences it is made of', () => {
    expect(compare(excerpt, whole).pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 2],
      [1, 3],
      [2, 4],
    ]);
  });
});
