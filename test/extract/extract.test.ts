import { describe, expect, test } from 'vitest';
import { articleOf } from './articles.ts';
import { extract } from '../../src/extract/extract.ts';
import { textOf, DAM } from '../compare/stories.ts';

describe('an article taken apart', () => {
  const TITLE = 'Dam breaks above Cordell';
  const TEXT = 'The dam broke on Monday. Nobody was hurt.';

  test('has its title as the first sentence, with offsets into the title', () => {
    const { sentences } = articleOf(TEXT, 'en', TITLE);
    expect(sentences.map(({ inTitle, start, end }) => [inTitle, start, end])).toEqual([
      [true, 0, TITLE.length],
      [false, 0, 24],
      [false, 25, TEXT.length],
    ]);
  });

  test('does not count its title twice where the text begins with it', () => {
    const { sentences } = articleOf(`\n${TITLE}\n\n${TEXT}`, 'en', ` ${TITLE} `);
    expect(sentences.map(({ inTitle }) => inTitle)).toEqual([false, false, false]);
  });

  test('has sentences of a length in letters and digits, those without any left out', () => {
    expect(articleOf('Am 17. Mai!\n* * *\n', 'de').sentences.map(({ length }) => length)).toEqual([7]);
  });

  test('is read from what cleaning has left, at the places of the whole text', () => {
    const text = 'Accept all cookies.\nThe dam broke in Cordell.';
    const body = ' '.repeat(19) + text.slice(19);
    const removed = [{ start: 0, end: 19, reason: 'cookie-notice' as const }];
    const article = extract({ document: { id: 'a', path: 'a.txt', text }, body, removed }, { code: 'en', confidence: 1 });
    expect(article.removed).toEqual(removed);
    expect(article.sentences.map(({ start, end }) => text.slice(start, end))).toEqual(['The dam broke in Cordell.']);
  });

  test('has no sentences, keys or word sequences where there is no text', () => {
    const { sentences, shingles } = articleOf(' \n', 'en');
    expect(sentences).toEqual([]);
    expect(shingles).toHaveLength(0);
  });
});

describe('word sequences', () => {
  const shinglesOf = (text: string, language: string): number[] => [...articleOf(text, language).shingles];

  test('do not see capitals, accents, punctuation and line ends', () => {
    expect(shinglesOf('LA DIGA È ROTTA, PIÙ SU', 'it')).toEqual(shinglesOf('La diga e rotta:\npiu su.', 'it'));
  });

  test('are those of an excerpt in the whole text', () => {
    const whole = new Set(shinglesOf(textOf(DAM, 'en'), 'en'));
    const excerpt = shinglesOf((DAM['en'] ?? []).slice(2, 4).join(' '), 'en');
    expect(excerpt.length).toBeGreaterThan(10);
    expect(excerpt.every((shingle) => whole.has(shingle))).toBe(true);
  });

  test('are of single characters where words are not parted', () => {
    expect(shinglesOf('大坝决堤了', 'zh')).toHaveLength(3);
  });
});
