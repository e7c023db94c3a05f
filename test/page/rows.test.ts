import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignRows } from '../../page/rows.ts';
import { version } from './versions.ts';

test('aligned sentences stand in one line, and those without a match at their place in their own text', () => {
  const versions = [version([-1, -1, -1]), version([0, -1, -1, 2])];
  expect(alignRows(versions, [0, 1], 0)).toEqual([
    { cells: [0, 0], joined: true },
    { cells: [1, 1], joined: false },
    { cells: [-1, 2], joined: false },
    { cells: [2, 3], joined: true },
  ]);
});

test('versions are joined through the pivot even where that is not shown', () => {
  const versions = [version([-1, -1]), version([0, 1]), version([1])];
  expect(alignRows(versions, [1, 2], 0)).toEqual([
    { cells: [0, -1], joined: false },
    { cells: [1, 0], joined: true },
  ]);
});

test('one version alone is its text from beginning to end', () => {
  expect(alignRows([version([-1, -1]), version([1])], [0], 0).map(({ cells }) => cells)).toEqual([[0], [1]]);
});

test('every sentence of the versions shown is in exactly one line, each column in order, whatever is aligned', () => {
  const partners = fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: 8 });
  fc.assert(fc.property(fc.integer({ min: 0, max: 6 }), fc.array(partners, { minLength: 1, maxLength: 3 }), (length, others) => {
    const versions = [version(Array.from({ length }, () => -1)), ...others.map(version)];
    const shown = versions.map((_, place) => place);
    const rows = alignRows(versions, shown, 0);
    for (const [column, { sentences }] of versions.entries()) {
      expect(rows.flatMap(({ cells }) => cells.slice(column, column + 1)).filter((cell) => cell >= 0)).toEqual([...sentences.keys()]);
    }
  }));
});
