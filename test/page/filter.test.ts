import { expect, test } from 'vitest';
import { EVERYTHING, passing, searchable, type Filter } from '../../page/filter.ts';
import { indexOf } from './index-of.ts';

const INDEX = indexOf([['de', 3], ['it', 4], ['en', 1], ['en', 1], ['it']], [[0, 1], [2, 3], [4, 4]]);
const ITEMS = INDEX.items.map((item, at) => ({ ...item, probability: 0.99 - at / 100, shared: at === 0 ? [['Łódź', 'Lodz']] : [] }));
const TEXTS = new Map([['c1', 'the mayor said nothing']]);

function keys(filter: Partial<Filter>): readonly string[] {
  const index = { ...INDEX, items: ITEMS };
  return passing(index, { ...EVERYTHING, ...filter }, searchable(index), (key) => TEXTS.get(key) ?? '').map(({ key }) => key);
}

test('the search finds titles, ids, shared names and texts, whatever the case and the accents', () => {
  expect(keys({ query: 'FLOOD number 0' })).toEqual(['c0']);
  expect(keys({ query: 'doc-2' })).toEqual(['c1']);
  expect(keys({ query: ' Lódz ' })).toEqual(['c0']);
  expect(keys({ query: 'Mayor' })).toEqual(['c1']);
  expect(keys({ query: 'nowhere' })).toEqual([]);
});

test('language and spread leave what has the language, and what crosses languages', () => {
  expect(keys({ language: 'it' })).toEqual(['c0', 'c2']);
  expect(keys({ spread: 'one' })).toEqual(['c1', 'c2']);
  expect(keys({ spread: 'several' })).toEqual(['c0']);
});

test('newest and oldest go by the first version, and what has no date comes last either way', () => {
  expect(keys({ order: 'newest' })).toEqual(['c0', 'c1', 'c2']);
  expect(keys({ order: 'oldest' })).toEqual(['c1', 'c0', 'c2']);
  expect(keys({ order: 'probability' })).toEqual(['c2', 'c1', 'c0']);
});
