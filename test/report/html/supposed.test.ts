import { expect, test } from 'vitest';
import { supposedPairs } from '../../../src/report/html/supposed.ts';

const pair = (first: number, other: number) => ({ first, other });

test('sentences that stand alone between the same aligned ones are supposed to be versions of each other', () => {
  expect(supposedPairs([pair(0, 0), pair(2, 2)], [50, 60, 50], [50, 70, 50])).toEqual([pair(1, 1)]);
  expect(supposedPairs([pair(1, 1)], [50, 60, 40], [50, 60, 40])).toEqual([pair(0, 0), pair(2, 2)]);
});

test('nothing is supposed where the one text has more sentences there, or far longer ones, or where nothing is aligned', () => {
  expect(supposedPairs([pair(0, 0), pair(2, 3)], [50, 60, 50], [50, 30, 30, 50])).toEqual([]);
  expect(supposedPairs([pair(0, 0), pair(2, 2)], [50, 200, 50], [50, 60, 50])).toEqual([]);
  expect(supposedPairs([], [50], [50])).toEqual([]);
});
