import { expect, test } from 'vitest';
import { documentBatches } from '../../src/cli/batches.ts';
import { LanguagesOfThreads } from '../../src/cli/languages-of-threads.ts';
import { DAM, STRIKE, textOf } from '../compare/stories.ts';
import type { Document } from '../../src/types.ts';

test('a thread is given the first that waits in a language of its own, else in one of nobody, else of all', () => {
  const threads = new LanguagesOfThreads();
  expect(threads.pick(0, ['it', 'de', 'it'])).toBe(0);
  expect(threads.pick(1, ['it', 'de', 'it'])).toBe(1);
  expect(threads.pick(0, ['de', 'en', 'it'])).toBe(2);
  expect(threads.pick(0, ['de', 'en'])).toBe(1);
  expect(threads.pick(1, ['it', 'en'])).toBe(0);
});

test('what is in no language is taken as it comes', () => {
  const threads = new LanguagesOfThreads();
  expect(threads.pick(0, [undefined, undefined])).toBe(0);
  expect(threads.pick(1, [undefined])).toBe(0);
});

test('the documents of a batch are in one language, and none is lost', async () => {
  const documents = Array.from({ length: 1_000 }, (_, at): Document => {
    const story = at % 2 === 0 ? DAM : STRIKE;
    const language = Object.keys(story)[at % Object.keys(story).length] ?? 'en';
    return { id: `${at}-${language}`, path: 'made up', text: textOf(story, language) };
  });
  const languages = new Map<string, Set<string | undefined>>();
  const ids: string[] = [];
  for await (const { language = '', documents: batch } of documentBatches(stream(documents))) {
    for (const { id } of batch) languages.set(language, (languages.get(language) ?? new Set()).add(id.split('-')[1]));
    ids.push(...batch.map(({ id }) => id));
  }
  expect([...languages].map(([language, found]) => [language, [...found]])).toEqual([...languages.keys()].map((language) => [language, [language]]));
  expect(languages.size).toBeGreaterThan(2);
  expect(ids.sort()).toEqual(documents.map(({ id }) => id).sort());
});

async function* stream(documents: readonly Document[]): AsyncGenerator<Document> {
  yield* documents;
}
