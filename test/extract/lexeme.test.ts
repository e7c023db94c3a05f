import { describe, expect, test } from 'vitest';
import { buildLexeme, spellingsOf, type Spelling } from '../../src/extract/lexeme.ts';

const spelt = (word: string, language: string): readonly Spelling[] => spellingsOf(buildLexeme(word, language).folded);
const namesOf = (word: string, language: string): string[] => spelt(word, language).flatMap(({ names }) => names.map(({ text }) => text));

describe('grammar words', () => {
  test.each([
    ['en', 'the'],
    ['de', 'und'],
    ['it', 'della'],
    ['fr', 'avec'],
    ['es', 'para'],
    ['pl', 'jest'],
    ['ru', 'это'],
    ['uk', 'що'],
    ['bg', 'на'],
    ['sr', 'је'],
    ['hr', 'je'],
    ['el', 'και'],
    ['ar', 'من'],
    ['he', 'של'],
    ['hi', 'और'],
    ['tr', 've'],
    ['hu', 'és'],
    ['vi', 'và'],
  ])('in %s %s is one', (language, word) => {
    expect(buildLexeme(word, language).stop).toBe(true);
  });

  test('are told by the language: German die is one, English die is none', () => {
    expect(buildLexeme('die', 'de').stop).toBe(true);
    expect(buildLexeme('die', 'en').stop).toBe(false);
  });

  test('are such with a capital too', () => {
    expect(buildLexeme('The', 'en').stop).toBe(true);
    expect(buildLexeme('ПОД', 'ru').stop).toBe(buildLexeme('под', 'ru').stop);
  });

  test.each([
    ['tr', 'öldü', 'died'],
    ['ca', 'món', 'world'],
    ['lv', 'vīrs', 'man'],
  ])('in %s are not what only lacks their accents: %s is %s', (language, word) => {
    expect(buildLexeme(word, language).stop).toBe(false);
  });

  test('are none in a language unknown here', () => {
    expect(buildLexeme('the', 'und').stop).toBe(false);
  });
});

describe('one concept', () => {
  test.each([
    ['government', [['en', 'government'], ['de', 'Regierung'], ['it', 'governo'], ['fr', 'gouvernement'], ['es', 'gobierno'], ['ru', 'правительство'], ['ar', 'حكومة']]],
    ['minister', [['en', 'ministers'], ['de', 'Ministern'], ['it', 'ministri'], ['fr', 'ministre'], ['es', 'ministros'], ['ru', 'министром'], ['ar', 'الوزير']]],
    ['exercise', [['en', 'exercises'], ['de', 'Übungen'], ['it', 'esercitazioni']]],
    ['police', [['en', 'police'], ['de', 'Polizei'], ['it', 'polizia'], ['el', 'αστυνομία'], ['tr', 'polis'], ['hi', 'पुलिस']]],
    ['war', [['en', 'war'], ['de', 'Krieg'], ['it', 'guerra'], ['pl', 'wojna'], ['ru', 'войны'], ['he', 'מלחמה']]],
  ] as const)('%s has a word in many languages, inflected or not', (concept, words) => {
    for (const [language, word] of words) expect(buildLexeme(word, language).meaning.concepts, `${word} (${language})`).toContain(concept);
  });

  test('is heard in a compound of the two words for two', () => {
    expect(buildLexeme('Militärübungen', 'de').meaning.concepts).toEqual(expect.arrayContaining(['military', 'exercise']));
  });
});

describe('a word', () => {
  test('is the same lexeme however its accents are written', () => {
    const { folded, meaning } = buildLexeme('U\u0308bungen', 'de');
    expect(folded).toBe('ubungen');
    expect(meaning.concepts).not.toEqual([]);
    expect(meaning).toEqual(buildLexeme('Übungen', 'de').meaning);
  });

  test('gives as a name its first seven letters, romanised', () => {
    expect(namesOf('Лукашенко', 'ru')).toContain('n:lukashe');
    expect(namesOf('Weißrussland', 'de')).toContain('n:weissru');
  });

  test('has no skeleton where fewer than three classes are heard', () => {
    expect(namesOf('Ana', 'en')).toEqual(['n:ana']);
    expect(namesOf('Petrov', 'en')).toEqual(['n:petrov', 's:PTRF']);
  });

  test('has a cognate of five letters, if it is that long', () => {
    expect(buildLexeme('ministro', 'it').cognateName?.text).toBe('c:minis');
    expect(buildLexeme('Minister', 'de').cognateName).toEqual(buildLexeme('ministro', 'it').cognateName);
    expect(buildLexeme('rain', 'en').cognateName).toBeUndefined();
  });

  test('is spelt in Arabic and Hebrew with and without what may be a particle', () => {
    expect(namesOf('بتروف', 'ar')).toContain('s:PTRF');
    expect(namesOf('وبتروف', 'ar')).toContain('s:PTRF');
    expect(namesOf('בתרוב', 'he')).toContain('s:PTRF');
    expect(namesOf('الحريري', 'ar').at(-1)).toBe(namesOf('حريري', 'ar').at(-1));
  });

  test('is spelt one way in other scripts', () => {
    for (const [word, language] of [['Petrov', 'en'], ['Петров', 'ru'], ['트럼프', 'ko']] as const) expect(spelt(word, language)).toHaveLength(1);
  });
});
