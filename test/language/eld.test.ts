import { eld } from 'eld/extrasmall';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAM, SENTENCES, STRIKE, textOf } from '../compare/stories.ts';
import { readTable, tableRows } from '../../src/data/load.ts';
import { guessByNgrams } from '../../src/language/eld.ts';

/** What the package itself says. */
function answerOf(text: string): ReturnType<typeof guessByNgrams> {
  const guess = eld.detect(text.slice(0, 800));
  return { language: guess.language, isReliable: guess.isReliable() };
}

describe('what the n-grams say of a text is what eld says', () => {
  test.each([DAM, STRIKE].flatMap((story) => Object.keys(story).map((language) => [language, textOf(story, language)] as const)))('of a story in %s', (_, text) => {
    expect(guessByNgrams(text)).toEqual(answerOf(text));
    expect(guessByNgrams(text.toUpperCase())).toEqual(answerOf(text.toUpperCase()));
  });

  test('of any sentences of several languages, with signs, figures and apostrophes between them', () => {
    const piece = fc.oneof(
      fc.constantFrom(...SENTENCES.map(({ text }) => text)),
      fc.constantFrom('’', "'", ' ’', '’ ', '—', '1.234,5', ' 🌊 ', '\n', 'L’état', "dell'anno", 'İstanbul', 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungen', 'a', 'été'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('', ' ', '. '), (pieces, between) => {
        const text = pieces.join(between);
        expect(guessByNgrams(text)).toEqual(answerOf(text));
      }),
      { numRuns: 500 },
    );
  });

  test.each(tableRows(readTable('ngrams.tsv')).map(([code = '', , ngrams = '']) => [code, ngrams] as const))('of the words that the table has of %s', (_, ngrams) => {
    const words = [...ngrams.matchAll(/(?<= |^)_([^_ ]+)_ /gu)].map(([, word = '']) => decodeURIComponent(word));
    for (let at = 0; at < words.length; at += 20) expect(guessByNgrams(words.slice(at, at + 20).join(' '))).toEqual(answerOf(words.slice(at, at + 20).join(' ')));
    expect(words.length).toBeGreaterThan(0);
  });

  test('of any letters and signs of the scripts in which several languages are written', () => {
    const blocks = [[0x20, 0x17f], [0x400, 0x4ff], [0x600, 0x6ff], [0x900, 0x97f], [0x2010, 0x2027]] as const;
    const text = fc.oneof(...blocks.map(([first, last]) => fc.array(fc.integer({ min: first, max: last }), { maxLength: 200 }))).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        expect(guessByNgrams(texts.join(' '))).toEqual(answerOf(texts.join(' ')));
      }),
      { numRuns: 1_000 },
    );
  });
});

test('nothing is said of a text without letters', () => {
  expect(guessByNgrams('12 — 3.5 %')).toEqual({ language: '', isReliable: false });
});
