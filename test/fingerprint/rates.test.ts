import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresIn } from '../../src/fingerprint/rates.ts';

const TABLE = '# Share of articles.\n# Made up.\nn:bovino\t11\nn:carsk\t6.2\nw:bridge\t25\nя:мост\t3\n';

test('a key of the table has its figure, another none', () => {
  const figureOf = figuresIn(TABLE);
  expect(['n:bovino', 'n:carsk', 'w:bridge', 'я:мост'].map((key) => figureOf(key))).toEqual([11, 6.2, 25, 3]);
  expect(['', 'n:bovin', 'n:bovino\t', 'w:bridges', '# Made up.', 'я:мосты'].map((key) => figureOf(key))).toEqual(Array.from({ length: 6 }, () => undefined));
});

test('a long run, which takes the table apart, gets the same figures as a short one', () => {
  const figureOf = figuresIn(TABLE);
  for (let search = 0; search < 8_001; search++) figureOf('w:bridge');
  expect(['n:bovino', 'n:carsk', 'n:carska', 'w:bridge'].map((key) => figureOf(key))).toEqual([11, 6.2, undefined, 25]);
});

test('every key of any ascending table is found', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[^\t\n#\r]{1,12}$/u), { maxLength: 40 }), (keys) => {
      const figureOf = figuresIn([...keys].sort().map((key, at) => `${key}\t${at}\n`).join(''));
      expect([...keys].sort().map((key) => figureOf(key))).toEqual(keys.map((_, at) => at));
    }),
  );
});

test('the shipped table is ascending, so that searching finds what it holds', () => {
  const rows = readFileSync('src/data/background.tsv', 'utf8').split('\n').filter((row) => row !== '' && !row.startsWith('#'));
  const keys = rows.map((row) => row.split('\t')[0] ?? '');
  expect(keys).toEqual([...new Set(keys)].sort());
});
