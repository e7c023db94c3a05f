import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutStartTo, cutTo, flow, padTo, widthOf, wrap } from '../../src/report/width.ts';

test.each([
  ['Lukashenko', 10],
  ['Übungen', 7],
  ['U\u0308bungen', 7],
  ['Лукашенко', 9],
  ['普京', 4],
  ['プーチン', 8],
  ['푸틴', 4],
  ['ﾌﾟｰﾁﾝ', 5],
  ['मोदी', 4],
  ['🇮🇹 👩\u200D🚒', 5],
])('%s takes %i columns', (text, columns) => {
  expect(widthOf(text)).toBe(columns);
});

test('a cut text keeps its columns and never half a character', () => {
  expect(cutTo('Lukashenko', 10)).toBe('Lukashenko');
  expect(cutTo('Lukashenko', 6)).toBe('Lukas…');
  expect(cutTo('普京访问', 6)).toBe('普京…');
  expect(cutStartTo('archive/2024/article.txt', 12)).toBe('…article.txt');
});

test('what is cut or filled up has the width asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, columns) => {
      expect(widthOf(cutTo(text, columns))).toBeLessThanOrEqual(columns);
      expect(widthOf(cutStartTo(text, columns))).toBeLessThanOrEqual(columns);
      expect(widthOf(padTo(cutTo(text, columns), columns))).toBe(columns);
    }),
  );
});

test('lines break between words, within a word only where it is longer than a line', () => {
  expect(wrap('Die Übungen finden in Belarus statt', 12)).toEqual(['Die Übungen', 'finden in', 'Belarus', 'statt']);
  expect(wrap('普京访问明斯克', 6)).toEqual(['普京访', '问明斯', '克']);
});

test('pieces flow with their separator', () => {
  expect(flow(['Putin', 'Minsk', 'Union Shield'], ' · ', 14)).toEqual(['Putin · Minsk', 'Union Shield']);
  expect(flow([], ' · ', 14)).toEqual([]);
});
