import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, romanise } from '../../src/extract/fold.ts';

test.each([
  ['lodz', ['Łódź', 'Лодзь']],
  ['kiev', ['Kiev', 'КИЕВ']],
  ['strasse', ['Straße', 'STRASSE']],
  ['ubungen', ['Übungen', 'U\u0308bungen', 'ÜBUNGEN']],
  ['athina', ['Αθήνα', 'ΑΘΗΝΑ']],
  ['biden', ['Biden', 'Bídèn']],
  ['istanbul', ['İstanbul', 'istanbul']],
  ['seoul', ['서울']],
  ['danang', ['Đà Nẵng']],
])('%s is the romanised form of %j', (expected, words) => {
  for (const word of words) expect(romanise(word)).toBe(expected);
});

test('the Greek pairs of letters for b, d and g are heard as such', () => {
  expect(romanise('Μπάιντεν')).toBe('baiden');
  expect(romanise('Γκρέτα')).toBe('greta');
});

test('what is romanised has nothing but small letters and digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(romanise(text)).toMatch(/^[a-z0-9]*$/);
    }),
  );
});

test('Arabic and Hebrew keep their letters, without points and with one form of alef, yeh and kaf', () => {
  expect(fold('مُحَمَّد')).toBe(fold('محمد'));
  expect(fold('أوكرانيا')).toBe(fold('اوكرانيا'));
  expect(fold('کرملین')).toBe(fold('كرملين'));
  expect(fold('موسى')).toBe(fold('موسي'));
  expect(fold('שָׁלוֹם')).toBe('שלום');
  expect(fold('محمد')).toMatch(/\p{Script=Arabic}/u);
});

test('folding twice is folding once', () => {
  for (const word of ['Übungen', 'أوكرانيا', 'שָׁלוֹם', 'Лукашенко', 'القاهرة', '特朗普', 'Μπάιντεν', 'مسؤول']) {
    expect(fold(fold(word))).toBe(fold(word));
  }
});
