import { expect, test } from 'vitest';
import { wordOf } from '../../src/extract/vocabulary.ts';

test('a word is one object in all its places in texts of one language, and another in another', () => {
  expect(wordOf('Gift', 'de')).toBe(wordOf('Gift', 'de'));
  expect(wordOf('Gift', 'de')).not.toBe(wordOf('Gift', 'en'));
  expect(wordOf('gift', 'en')).not.toBe(wordOf('Gift', 'en'));
  expect(wordOf('Gift', 'en')).toMatchObject({ text: 'Gift', language: 'en', capital: true });
});

test('of a million words that come by, one that is met again and again stays the same object, and one that is not is made anew, alike', () => {
  const [often, once] = [wordOf('Halvik', 'en'), wordOf('Nordkurier', 'de')];
  for (let at = 0; at < 1_000_000; at++) {
    wordOf(`w${at}`, 'en');
    if (at % 20_000 === 0) expect(wordOf('Halvik', 'en')).toBe(often);
  }
  expect(wordOf('Nordkurier', 'de')).not.toBe(once);
  expect(wordOf('Nordkurier', 'de')).toEqual(once);
});
