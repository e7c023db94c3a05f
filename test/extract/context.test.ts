import { describe, expect, test } from 'vitest';
import { isHeadlineCase, readContext, type TextContext } from '../../src/extract/context.ts';
import { scan } from '../../src/extract/scan.ts';
import { buildLexeme } from '../../src/extract/lexeme.ts';

const contextOf = (language: string, ...sentences: string[]): TextContext => readContext(sentences.map((text) => scan(text, language)), language);

describe('a headline', () => {
  test('is a sentence of which most words have a capital', () => {
    expect(isHeadlineCase(scan('Mayor Orders Thousands to Leave Town After Dam Breaks'))).toBe(true);
    expect(isHeadlineCase(scan('Mayor Petrov orders thousands to leave the town'))).toBe(false);
  });

  test('does not count words of three letters and fewer', () => {
    expect(isHeadlineCase(scan('Dam of the Lot is off: Flood'))).toBe(true);
    expect(isHeadlineCase(scan('The dam is off'))).toBe(false);
  });
});

describe('what a text tells of its capitals', () => {
  /** Whether a word was seen with a capital, and without. */
  const seenIn = ({ seen }: TextContext, word: string): readonly [boolean, boolean] => {
    const { hash } = buildLexeme(word, 'en');
    return [seen.hasCapital(hash), seen.hasLower(hash)];
  };

  test('is found inside its sentences, not at their beginning', () => {
    const context = contextOf('en', 'Rescue teams left Halvik.', 'Petrov came.');
    expect(seenIn(context, 'halvik')).toEqual([true, false]);
    expect(seenIn(context, 'teams')).toEqual([false, true]);
    expect(seenIn(context, 'petrov')).toEqual([false, false]);
  });

  test('is not taken from headlines', () => {
    expect(seenIn(contextOf('en', 'Mayor Orders Thousands to Leave'), 'thousands')).toEqual([false, false]);
  });

  test('depends on the language: German nouns have them all, Arabic none', () => {
    expect(contextOf('de')).toMatchObject({ cased: true, nounsCapital: true });
    expect(contextOf('it')).toMatchObject({ cased: true, nounsCapital: false });
    expect(contextOf('el').cased).toBe(true);
    for (const language of ['ar', 'hi', 'ka', 'ko', 'zh']) expect(contextOf(language).cased, language).toBe(false);
  });

  test('of an unknown language is taken as of a cased one', () => {
    expect(contextOf('und')).toMatchObject({ cased: true, nounsCapital: false });
  });
});
