import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { romanise } from '../../src/extract/fold.ts';
import { skeleton } from '../../src/extract/skeleton.ts';

describe('spellings of one name meet', () => {
  test.each([
    ['Лукашенко', 'Lukaschenko', 'Lukashenko', 'Łukaszenka', 'Loukachenko'],
    ['Зеленский', 'Selenskyj', 'Zelensky', 'Zelenskiy'],
    ['Путин', 'Putin', 'Poutine', 'Πούτιν'],
    ['Горбачёв', 'Gorbatschow', 'Gorbachev', 'Gorbaciov'],
    ['Меркель', 'Merkel', 'Μέρκελ'],
    ['Корделл', 'Cordell', 'Kordel'],
    ['Петров', 'Petrov', 'Petrow', 'Petroff'],
  ])('%s and its versions', (...names) => {
    expect(new Set(names.map((name) => skeleton(romanise(name)))).size).toBe(1);
  });
});

test('other names do not meet', () => {
  const names = ['Petrov', 'Pavlova', 'Cordell', 'Halvik', 'Tavares', 'Mendes', 'Lukashenko', 'Zelensky'];
  expect(new Set(names.map((name) => skeleton(romanise(name)))).size).toBe(names.length);
});

test('doubled letters count once', () => {
  expect(skeleton('cordell')).toBe(skeleton('cordel'));
  expect(skeleton('messina')).toBe(skeleton('mesina'));
});

test('one class twice counts twice where a vowel stands between', () => {
  expect(skeleton('titan')).toBe('TTN');
  expect(skeleton('ttan')).toBe('TN');
});

test('vowels are not heard', () => {
  expect(skeleton('aeiouy')).toBe('');
  expect(skeleton('minsk')).toBe(skeleton('monosok'));
});

test('a skeleton is made of the seven classes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(skeleton(romanise(name))).toMatch(/^[SKFPTNR]*$/);
    }),
  );
});
