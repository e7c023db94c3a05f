import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutMap, OTHERS } from '../../page/map-layout.ts';
import { indexOf } from './index-of.ts';

test('a report and its translation a day later are two dots, in two lanes and two columns, with a line between', () => {
  const index = indexOf([['de', 1], ['it', 2]], [[0, 1]]);
  const layout = layOutMap(index.items, index, 60);
  expect(layout.timed).toBe(true);
  expect(layout.lanes).toEqual(['de', 'it']);
  expect(layout.bubbles.map(({ lane, documents }) => [lane, documents])).toEqual([[0, 1], [1, 1]]);
  expect(layout.links.map(({ from, to, count }) => [from.lane, to.lane, count])).toEqual([[0, 1, 1]]);
  expect(layout.bins.at(-1)?.name).toMatch(/^2 Mar 2024/);
});

test('without dates the clusters stand side by side in the order of the list', () => {
  const index = indexOf([['de'], ['it'], ['en'], ['it']], [[0, 1], [2, 3]]);
  const layout = layOutMap(index.items, index, 60);
  expect(layout.timed).toBe(false);
  expect(layout.bins.map(({ name }) => name)).toEqual(['number 1', 'number 2']);
});

test('of some documents without a date a last column tells', () => {
  const index = indexOf([['de', 1], ['it', 3], ['en']], [[0, 1, 2]]);
  const { bins, bubbles, undated } = layOutMap(index.items, index, 60);
  expect(undated).toBe(true);
  expect(bins.at(-1)?.name).toBe('no date');
  expect(bubbles.filter(({ bin }) => bin === bins.length - 1)).toHaveLength(1);
});

test('of many languages the rarest share a lane', () => {
  const codes = Array.from({ length: 30 }, (_, at) => `x${String.fromCodePoint(97 + (at % 26))}${at}`);
  const index = indexOf(codes.map((code) => [code, 1] as const), [[...codes.keys()]]);
  const { lanes, bubbles } = layOutMap(index.items, index, 60);
  expect(lanes).toHaveLength(12);
  expect(lanes.at(-1)).toBe(OTHERS);
  expect(bubbles.reduce((sum, { documents }) => sum + documents, 0)).toBe(30);
});

test('every document of every item is on the map once, and the map is never larger than asked for', () => {
  const document = fc.tuple(fc.constantFrom('de', 'en', 'it'), fc.option(fc.integer({ min: -9000, max: 9000 }), { nil: undefined }));
  fc.assert(fc.property(fc.array(document, { minLength: 2, maxLength: 40 }), fc.integer({ min: 3, max: 60 }), (documents, most) => {
    const clusters = Array.from({ length: documents.length >> 1 }, (_, at) => [at * 2, at * 2 + 1]);
    const index = indexOf(documents, clusters);
    const { bins, bubbles } = layOutMap(index.items, index, most);
    expect(bins.length).toBeLessThanOrEqual(most);
    expect(bubbles.every(({ bin }) => bin >= 0 && bin < bins.length)).toBe(true);
    expect(bubbles.reduce((sum, each) => sum + each.documents, 0)).toBe(clusters.flat().length);
  }));
});
