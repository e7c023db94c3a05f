import { expect, test } from 'vitest';
import { pageIndex } from '../../../src/report/html/page-index.ts';
import { clusterOf, documentOf, EXERCISES, pairOf, reportOf } from '../reports.ts';

test('clusters come first, with what stands for them first, then pairs of one story and near misses', () => {
  const { items, documents } = pageIndex(EXERCISES, new Map());
  expect(items.map(({ kind, documents: places }) => [kind, places.map((place) => documents[place]?.id)])).toEqual([
    ['cluster', ['it.txt', 'de.txt']],
    ['story', ['de.txt', 'en.txt']],
    ['near', ['en.txt', 'it.txt']],
  ]);
  expect(items[0]?.members).toEqual([0.9913, 0.9871]);
  expect(items[0]?.shared[0]).toEqual(['Lukaschenko', 'Lukashenko']);
});

test('the version that aligns best with the others is the one they are joined through', () => {
  const documents = ['a', 'b', 'c'].map((id) => documentOf(id, 'en', id));
  const pairs = [pairOf('a', 'b', 'copy', 1, 1, { alignment: 0.5 }), pairOf('b', 'c', 'copy', 1, 1, { alignment: 0.5 }), pairOf('a', 'c', 'copy', 1, 1, { alignment: 0.1 })];
  const { items } = pageIndex(reportOf(documents, [clusterOf(['a', 'b', 'c'], 'a', [1, 1, 1])], pairs), new Map());
  expect(items[0]?.documents).toEqual([0, 1, 2]);
  expect(items[0]?.pivot).toBe(1);
});

test('a document without a title is called by its first words, cut between words, and a date that is none has no time', () => {
  const documents = [{ ...documentOf('a', 'en'), date: 'last week' }, { ...documentOf('b', 'en', 'B'), date: '2024-03-05T10:00:00' }];
  const index = pageIndex(reportOf(documents, [], []), new Map([['a', 'The river '.repeat(30)]]));
  expect(index.documents[0]?.title).toMatch(/^The river .{80,130}(?:The|river)…$/);
  expect(index.documents[0]).not.toHaveProperty('time');
  expect(index.documents[1]?.time).toBe(Date.UTC(2024, 2, 5, 10));
});

test('of many pairs the first 300 are told, and the rest counted', () => {
  const documents = [documentOf('a', 'en', 'A'), documentOf('b', 'en', 'B')];
  const index = pageIndex(reportOf(documents, [], Array.from({ length: 303 }, () => pairOf('a', 'b', 'related', 0.2, 0.3))), new Map());
  expect(index.items).toHaveLength(300);
  expect(index.pairsLeftOut).toBe(3);
});
