import { expect, test } from 'vitest';
import { DAM, textOf } from './compare/stories.ts';
import { pipelineOptions } from '../src/options.ts';
import { prepare } from '../src/pipeline.ts';
import { onceForSameText } from '../src/same-text.ts';
import type { Document } from '../src/types.ts';

const options = pipelineOptions();

function counted(): { readonly once: ReturnType<typeof onceForSameText>; readonly calls: () => number } {
  let calls = 0;
  return {
    once: onceForSameText((document) => {
      calls++;
      return prepare(document, options);
    }),
    calls: () => calls,
  };
}

const document: Document = { id: 'a', path: 'a.txt', text: `${textOf(DAM, 'en')} It happened yesterday.`, title: 'Dam breaks', date: '2024-03-01' };

test('a text that is printed by several papers is prepared twice at most, and each keeps what is said of it', () => {
  const { once, calls } = counted();
  const copies = [document, { ...document, id: 'b', path: 'b.txt', url: 'https://example.org/b' }, { ...document, id: 'c', path: 'c.txt' }, { ...document, id: 'd', path: 'd.txt' }];
  const prepared = copies.map(once);
  expect(calls()).toBe(2);
  expect(prepared).toEqual(copies.map((copy) => prepare(copy, options)));
});

test('another title, date or language of the same text makes another document', () => {
  const { once, calls } = counted();
  const others = [document, { ...document, title: 'Dam holds' }, { ...document, date: '2024-03-09' }, { ...document, language: 'en' }];
  expect(others.map(once)).toEqual(others.map((other) => prepare(other, options)));
  expect(calls()).toBe(others.length);
});

test('only the last texts are remembered, and none that is very long', () => {
  const { once, calls } = counted();
  for (let at = 0; at < 1_100; at++) for (const id of ['a', 'b']) once({ id: `${at}${id}`, path: 'x', text: `Short notice ${at}.` });
  once({ id: 'first again', path: 'x', text: 'Short notice 0.' });
  once({ id: 'last again', path: 'x', text: 'Short notice 1099.' });
  expect(calls()).toBe(2_201);
  const long = { id: 'long', path: 'x', text: 'Long notice. '.repeat(2_000) };
  once(long);
  once(long);
  expect(calls()).toBe(2_203);
});
