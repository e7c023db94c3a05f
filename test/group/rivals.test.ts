import { describe, expect, test } from 'vitest';
import { findRivals, type Rivalry } from '../../src/group/rivals.ts';

/** Log-odds by pair of documents, which are called by their language and number: `it1`; -9 for those not given. */
function rivalry(documents: readonly string[], logOdds: Readonly<Record<string, number>>): { between: (a: string, b: string) => number; rival: (a: string, b: string) => string | undefined } {
  const place = (name: string): number => documents.indexOf(name);
  const of = (a: number, b: number): number => logOdds[`${documents[a]} ${documents[b]}`] ?? logOdds[`${documents[b]} ${documents[a]}`] ?? -9;
  const links = Object.entries(logOdds).map(([pair, support]) => {
    const [a = '', b = ''] = pair.split(' ');
    return { a: place(a), b: place(b), support };
  });
  const found: Rivalry = findRivals(links, documents.map((name) => name.slice(0, 2)), of);
  return {
    between: (a, b) => found.logOdds(place(a), place(b)),
    rival: (a, b) => documents[found.rivalOf(place(a), place(b)) ?? -1],
  };
}

describe('of two look-alike reports in one language', () => {
  const { between, rival } = rivalry(['it1', 'de1', 'de2'], { 'it1 de1': 8, 'it1 de2': 4, 'de1 de2': -6 });

  test('the one that fits a third less well is no version of it', () => {
    expect(between('it1', 'de2')).toBeLessThan(-3);
    expect(rival('it1', 'de2')).toBe('de1');
  });

  test('the one that fits better hardly loses', () => {
    expect(between('it1', 'de1')).toBeGreaterThan(3.9);
  });

  test('neither is taken where both fit alike', () => {
    const { between: even } = rivalry(['it1', 'de1', 'de2'], { 'it1 de1': 5, 'it1 de2': 5, 'de1 de2': -6 });
    expect(even('it1', 'de1')).toBeLessThan(0.1);
    expect(even('it1', 'de2')).toBeLessThan(0.1);
  });
});

test('copies of a version are no rivals: each stays what it is by itself', () => {
  const { between, rival } = rivalry(['it1', 'de1', 'de2'], { 'it1 de1': 8, 'it1 de2': 6, 'de1 de2': 12 });
  expect(between('it1', 'de2')).toBeCloseTo(6, 1);
  expect(rival('it1', 'de2')).toBeUndefined();
});

test('versions in other languages are no rivals', () => {
  const { between } = rivalry(['it1', 'de1', 'fr1'], { 'it1 de1': 8, 'it1 fr1': 4, 'de1 fr1': 4 });
  expect(between('it1', 'fr1')).toBe(4);
});

test('a pair in one language has none: parts of one text are both its copies', () => {
  const { between } = rivalry(['it1', 'it2', 'it3'], { 'it1 it2': 8, 'it1 it3': 4, 'it2 it3': -6 });
  expect(between('it1', 'it3')).toBe(4);
});

test('a pair is lowered alike from both sides', () => {
  const { between } = rivalry(['it1', 'de1', 'de2', 'it2'], { 'it1 de1': 8, 'it1 de2': 4, 'it2 de2': 7, 'de1 de2': -6, 'it1 it2': -6 });
  expect(between('it1', 'de2')).toBe(between('de2', 'it1'));
  expect(between('it1', 'de2')).toBeLessThan(-4);
});
