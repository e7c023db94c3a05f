import { expect, test } from 'vitest';
import { Trait } from '../../src/extract/traits.ts';
import { currentVocabulary, lexemeOf, wordIn, type Vocabulary } from '../../src/extract/vocabulary.ts';

test('a word has one number in all its places in texts of one language, and another in another', () => {
  const vocabulary = currentVocabulary();
  const numberOf = (word: string, language: string): number => wordIn(vocabulary, word, language);
  expect(numberOf('Gift', 'de')).toBe(numberOf('Gift', 'de'));
  expect(new Set([numberOf('Gift', 'de'), numberOf('Gift', 'en'), numberOf('gift', 'en')]).size).toBe(3);
  expect(vocabulary.lexeme(numberOf('Gift', 'en'))).toMatchObject({ text: 'Gift', capital: true });
});

test('traits tell what a word is without its lexeme', () => {
  const vocabulary = currentVocabulary();
  const has = (word: string, trait: keyof typeof Trait): boolean => (vocabulary.traits(wordIn(vocabulary, word, 'en')) & Trait[trait]) !== 0;
  expect([has('Halvik', 'capital'), has('halvik', 'capital')]).toEqual([true, false]);
  expect([has('a', 'letter'), has('of', 'letter'), has('four', 'long'), has('of', 'long')]).toEqual([true, false, true, false]);
  expect([has('and', 'silent'), has('dam', 'stop')]).toEqual([true, false]);
  expect([has('Russia', 'entity'), has('Tuesday', 'day'), has('minister', 'concept'), has('minister', 'cognate')]).toEqual([true, true, true, true]);
});

test('the keys of a word are those of its concepts, of a cognate, and of how it may be spelt', () => {
  const vocabulary = currentVocabulary();
  const word = wordIn(vocabulary, 'minister', 'en');
  const { conceptNames, cognateName } = lexemeOf('minister', 'en');
  const own = Array.from({ length: conceptNames.length + 1 }, (_, at) => vocabulary.keys.name(vocabulary.firstKey(word) + at));
  expect(own).toEqual([...conceptNames, cognateName]);
  const first = vocabulary.firstSpelling(word);
  expect(Array.from({ length: vocabulary.spellingCount(word) }, (_, at) => vocabulary.keys.name(first + at).text)).toEqual(['n:ministe', 's:NNSTR']);
});

test('a figure of a key is asked for once, and again for another who asks', () => {
  const vocabulary = currentVocabulary();
  const key = vocabulary.firstKey(wordIn(vocabulary, 'minister', 'en'));
  const asked: string[] = [];
  const figureFor = (owner: object, figure: number): number => vocabulary.keys.figure(key, 1, owner, ({ text }) => (asked.push(text), figure));
  const [one, other] = [{}, {}];
  expect([figureFor(one, 3), figureFor(one, 4), figureFor(other, 5)]).toEqual([3, 3, 5]);
  expect(asked).toHaveLength(2);
});

test('of a million words that come by, one that is met again and again stays the same object, and one that is not is made anew, alike', () => {
  const [often, once] = [lexemeOf('Halvik', 'en'), lexemeOf('Nordkurier', 'de')];
  const vocabularies = new Set<Vocabulary>();
  for (let at = 0; at < 1_000_000; at++) {
    lexemeOf(`w${at}`, 'en');
    vocabularies.add(currentVocabulary());
    if (at % 20_000 === 0) expect(lexemeOf('Halvik', 'en')).toBe(often);
  }
  expect(vocabularies.size).toBeGreaterThan(3);
  expect(lexemeOf('Nordkurier', 'de')).not.toBe(once);
  expect(lexemeOf('Nordkurier', 'de')).toEqual(once);
});
