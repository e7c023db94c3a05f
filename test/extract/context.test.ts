import { describe, expect, test } from 'vitest';
import { isHeadlineCase, readContext, type TextContext } from '../../src/extract/context.ts';
import { scan } from '../../src/extract/scan.ts';

const contextOf = (language: string, ...sentences: string[]): TextContext => readContext(sentences.map((text) => scan(text)), language);

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
  test('is found inside its sentences, not at their beginning', () => {
    const { seenCapital, seenLower } = contextOf('en', 'Rescue teams left Halvik.', 'Petrov came.');
    expect([...seenCapital]).toEqual(['halvik']);
    expect(seenLower).toContain('teams');
    expect(seenCapital).not.toContain('petrov');
  });

  test('is not taken from headlines', () => {
    expect(contextOf('en', 'Mayor Orders Thousands to Leave').seenCapital.size).toBe(0);
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
