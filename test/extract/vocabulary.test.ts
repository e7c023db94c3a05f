import { expect, test } from 'vitest';
import { buildLexeme } from '../../src/extract/lexeme.ts';
import { Trait } from '../../src/extract/traits.ts';
import { currentVocabulary, wordIn, type Vocabulary } from '../../src/extract/vocabulary.ts';

test('a word has one number in all its places in texts of one language, and another in another', () => {
  const vocabulary = currentVocabulary();
  const numberOf = (word: string, language: string): number => wordIn(vocabulary, word, language);
  expect(numberOf('Gift', 'de')).toBe(numberOf('Gift', 'de'));
  expect(new Set([numberOf('Gift', 'de'), numberOf('Gift', 'en'), numberOf('gift', 'en')]).size).toBe(3);
  expect(vocabulary.folded(numberOf('Gift', 'en'))).toBe('gift');
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
  const { conceptNames, cognateName } = buildLexeme('minister', 'en');
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

test('two names in a row have one key, whichever comes first, and each figure of it is asked for once', () => {
  const vocabulary = currentVocabulary();
  const [union, shield, sword] = ['Union', 'Shield', 'Sword'].map((word) => vocabulary.part(wordIn(vocabulary, word, 'en')));
  const { pairs } = vocabulary;
  const key = pairs.hash(pairs.placeOf(union ?? 0, shield ?? 0));
  expect(pairs.name(pairs.placeOf(shield ?? 0, union ?? 0))).toMatchObject({ text: 'm:SRT+unio', hash: key });
  expect(pairs.hash(pairs.placeOf(sword ?? 0, union ?? 0))).not.toBe(key);
  const owner = {};
  const figures = [7, 8].map((figure) => pairs.figure(pairs.placeOf(union ?? 0, shield ?? 0), 1, owner, () => figure));
  expect(figures).toEqual([7, 7]);
});

test('of a million words that come by each means what it did, met again and again or only in the end', () => {
  const allOf = (word: string, language: string): unknown => {
    const vocabulary = currentVocabulary();
    const number = wordIn(vocabulary, word, language);
    const [first, spelling] = [vocabulary.firstKey(number), vocabulary.firstSpelling(number)];
    const own = Array.from({ length: vocabulary.conceptCount(number) + 1 }, (_, at) => vocabulary.keys.name(first + at));
    const spelt = Array.from({ length: vocabulary.spellingCount(number) }, (_, at) => vocabulary.keys.name(spelling + at));
    return [vocabulary.folded(number), vocabulary.traits(number), vocabulary.foldedHash(number), vocabulary.meaning(number), vocabulary.part(number), own, spelt];
  };
  const words = [['Minister', 'de'], ['Nordkurier', 'de'], ['Dienstag', 'de'], ['United', 'en'], ['million', 'en']] as const;
  const before = words.map(([word, language]) => allOf(word, language));
  const vocabularies = new Set<Vocabulary>();
  for (let at = 0; at < 1_000_000; at++) {
    wordIn(currentVocabulary(), `w${at}`, 'en');
    vocabularies.add(currentVocabulary());
    if (at % 20_000 === 0) expect(allOf('Minister', 'de')).toEqual(before[0]);
  }
  expect(vocabularies.size).toBeGreaterThan(3);
  expect(words.map(([word, language]) => allOf(word, language))).toEqual(before);
});
