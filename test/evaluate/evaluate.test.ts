import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate, type Evaluated } from '../../src/evaluate/evaluate.ts';
import type { GoldRow } from '../../src/evaluate/gold.ts';

/** Three versions of one report (a, b, c), two of another (d, e), and one alone (f). */
const GOLD: readonly GoldRow[] = [
  ['a', 'it', 'flood'],
  ['b', 'de', 'flood'],
  ['c', 'en', 'flood'],
  ['d', 'en', 'vote'],
  ['e', 'de', 'vote'],
  ['f', 'en', 'fire'],
].map(([id = '', lang = '', gold = '']) => ({ id, lang, gold, independent: false }));

const INDEPENDENT = GOLD.map((row) => ({ ...row, independent: true }));

function found(clusters: readonly string[], ids = 'abcdef'): Evaluated {
  return {
    documents: ids.split('').map((id) => ({ id, language: { code: 'fr', confidence: 1 } })),
    clusters: clusters.map((letters) => ({ documents: letters.split('') })),
  };
}

test('of ab and cd joined, one pair is right, one wrong and three are missed', () => {
  const scores = evaluate(found(['ab', 'cd']), GOLD, { level: 'report' });
  // Precision 1 of 2, recall 1 of 4: ab is right, cd wrong, ac, bc and de missed.
  expect(scores.pairwise).toEqual({ precision: 0.5, recall: 0.25, f1: 1 / 3, right: 1, wrong: 1, missed: 3 });
  // cd is a pair of one language: across languages nothing was joined wrongly.
  expect(scores.crossLingual).toEqual({ precision: 1, recall: 0.25, f1: 0.4, right: 1, wrong: 0, missed: 3 });
  expect(scores.wrong).toEqual([['c', 'd']]);
  expect(scores.missed).toEqual([['a', 'c'], ['b', 'c'], ['d', 'e']]);
});

test('BCubed gives each document the share of its cluster and the share of its label', () => {
  const { bcubed } = evaluate(found(['ab', 'cd']), GOLD, { level: 'report' });
  // a, b: cluster pure; c, d: half of theirs; e, f: alone and pure.
  const precision = (1 + 1 + 1 / 2 + 1 / 2 + 1 + 1) / 6;
  // a, b: two of three; c: one of three; d, e: one of two; f: all.
  const recall = (2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2 + 1) / 6;
  expect(bcubed.precision).toBeCloseTo(precision, 12);
  expect(bcubed.recall).toBeCloseTo(recall, 12);
  expect(bcubed.f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 12);
});

test('there is a row for each language pair with something joined or to be joined', () => {
  const { byLanguages } = evaluate(found(['ab', 'cd']), GOLD, { level: 'report' });
  expect(byLanguages.map(([languages, { right, wrong, missed }]) => [languages, right, wrong, missed])).toEqual([
    ['de-en', 0, 0, 2],
    ['de-it', 1, 0, 0],
    ['en-en', 0, 1, 0],
    ['en-it', 0, 0, 1],
  ]);
});

test('independent articles of one story count at the level of stories only', () => {
  const report = evaluate(found(['ab', 'cd']), INDEPENDENT, { level: 'report' });
  expect(report.pairwise).toMatchObject({ right: 0, wrong: 1, missed: 0 });
  // At the level of reports ab says nothing, so that only c and d are impure.
  expect(report.bcubed.precision).toBeCloseTo((4 + 2 * 0.5) / 6, 12);
  expect(report.bcubed.recall).toBe(1);
  expect(evaluate(found(['ab', 'cd']), INDEPENDENT, { level: 'story' }).pairwise).toMatchObject({ right: 1, wrong: 1, missed: 3 });
});

test('labels too close to call are neither right nor wrong to join, whichever comes first', () => {
  for (const ignored of [[['flood', 'vote']], [['vote', 'flood']]] as const) {
    const scores = evaluate(found(['ab', 'cd']), GOLD, { level: 'report', ignored });
    expect(scores.pairwise).toMatchObject({ precision: 1, wrong: 0, missed: 3 });
    expect(scores.bcubed.precision).toBe(1);
  }
});

test('nothing joined is precise; nothing to be found is found', () => {
  expect(evaluate(found([]), GOLD, { level: 'report' }).pairwise).toMatchObject({ precision: 1, recall: 0, f1: 0 });
  expect(evaluate(found([], 'f'), GOLD.slice(5), { level: 'report' }).pairwise).toMatchObject({ precision: 1, recall: 1, f1: 1 });
});

test('gold rows without a document count as standing alone, documents without a gold row not at all', () => {
  const scores = evaluate(found(['abx', 'yz'], 'abcxyz'), GOLD, { level: 'report' });
  expect(scores).toMatchObject({ documents: 6, missing: 3, unlabelled: 3 });
  expect(scores.pairwise).toMatchObject({ right: 1, wrong: 0, missed: 3 });
  expect(scores.bcubed.precision).toBe(1);
  expect(scores.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
    ['gold-without-document', 'warning'],
    ['document-without-gold', 'warning'],
  ]);
});

test('a gold row without a language has the one that was found', () => {
  const rows = GOLD.slice(0, 2).map(({ id, gold, independent }) => ({ id, gold, independent }));
  expect(evaluate(found(['ab'], 'ab'), rows, { level: 'report' }).byLanguages.map(([languages]) => languages)).toEqual(['fr-fr']);
});

test('two gold rows about one document, or none at all, are refused', () => {
  expect(() => evaluate(found([]), [...GOLD, ...GOLD.slice(0, 1)], { level: 'report' })).toThrow('Two gold rows are about "a".');
  expect(() => evaluate(found([]), [], { level: 'report' })).toThrow('There are no gold rows.');
});

test('clusters as the labels have them score 1, and every score lies in [0, 1]', () => {
  const labels = fc.array(fc.record({ gold: fc.integer({ min: 0, max: 4 }), cluster: fc.integer({ min: 0, max: 4 }), independent: fc.constant(false) }), { minLength: 1 });
  fc.assert(
    fc.property(labels, (rows) => {
      const gold = rows.map((row, at) => ({ id: `${at}`, lang: 'en', ...row }));
      const groupedBy = (key: 'gold' | 'cluster'): Evaluated => {
        const parts = [0, 1, 2, 3, 4].map((value) => gold.filter((row) => row[key] === value));
        const clusters = parts.map((part) => ({ documents: part.map(({ id }) => id) }));
        return { documents: gold.map(({ id }) => ({ id, language: { code: 'en', confidence: 1 } })), clusters };
      };
      const perfect = evaluate(groupedBy('gold'), gold, { level: 'report' });
      expect([perfect.pairwise.f1, perfect.bcubed.f1]).toEqual([1, 1]);
      const { pairwise, bcubed } = evaluate(groupedBy('cluster'), gold, { level: 'report' });
      for (const figure of [pairwise.precision, pairwise.recall, pairwise.f1, bcubed.precision, bcubed.recall, bcubed.f1]) {
        expect(figure).toBeGreaterThanOrEqual(0);
        expect(figure).toBeLessThanOrEqual(1);
      }
    }),
  );
});
