import { expect, test } from 'vitest';
import { DAM, STRIKE, textOf } from '../compare/stories.ts';
import { byLanguage } from '../../src/language/by-language.ts';

test('documents in one language follow one another, and none is lost', () => {
  const documents = [DAM, STRIKE].flatMap((story) => Object.keys(story).map((language) => ({ language, text: textOf(story, language) })));
  const order = byLanguage(documents).map(({ language }) => language);
  expect([...order].sort()).toEqual(documents.map(({ language }) => language).sort());
  expect(order.filter((language, at) => at === 0 || language !== order[at - 1])).toEqual([...new Set(order)]);
});
