import { expect, test } from 'vitest';
import { changeFinder, type Changes } from '../../src/cli/watch/settle.ts';

/** What is told at each look; a look is the files there with their stamps. */
function told(...looks: readonly Readonly<Record<string, string>>[]): readonly Changes[] {
  const changesIn = changeFinder();
  return looks.map((look) => changesIn(new Map(Object.entries(look).map(([path, stamp]) => [path, { stamp }]))));
}

test('a file arrives once two looks in a row find it the same', () => {
  expect(told({ a: '1' }, { a: '2' }, { a: '2' }, { a: '2' })).toEqual([
    { arrived: [], gone: [], isRestless: true },
    { arrived: [], gone: [], isRestless: true },
    { arrived: ['a'], gone: [], isRestless: false },
    { arrived: [], gone: [], isRestless: false },
  ]);
});

test('a file that never came to rest is not told of when it goes', () => {
  expect(told({ a: '1' }, {}, {}).map(({ arrived, gone }) => [...arrived, ...gone])).toEqual([[], [], []]);
});

test('a changed file arrives again, and a renamed one goes and arrives', () => {
  expect(told({ a: '1' }, { a: '1' }, { a: '2' }, { a: '2' }).at(-1)?.arrived).toEqual(['a']);
  expect(told({ a: '1' }, { a: '1' }, { b: '1' }, { b: '1' }).slice(2)).toMatchObject([{ gone: ['a'], arrived: [] }, { arrived: ['b'] }]);
});

test('files are told in the order of their paths', () => {
  expect(told({ b: '1', a: '1' }, { b: '1', a: '1' })[1]?.arrived).toEqual(['a', 'b']);
});
