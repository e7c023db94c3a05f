import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairList, type Pairs } from '../../src/block/pair-list.ts';
import { byGroup } from '../../src/cli/pair-order.ts';

function pairsOf(list: readonly (readonly [number, number])[], documents: number): Pairs {
  const pairs = new PairList(documents);
  for (const [a, b] of list) pairs.add(a, b);
  return pairs.distinct();
}

/** Documents that lie as they are numbered. */
const asTheyCome = (documents: number): Uint32Array => Uint32Array.from({ length: documents }, (_, place) => place);

test('pairs of one group of partners follow one another', () => {
  const pairs = pairsOf([[0, 4], [1, 5], [2, 6], [4, 8], [5, 9], [6, 7]], 10);
  const { a, b } = pairs.columns(byGroup(pairs, asTheyCome(10)));
  expect(Array.from(a, (first, at) => [first, b[at]])).toEqual([[0, 4], [4, 8], [1, 5], [5, 9], [2, 6], [6, 7]]);
});

test('groups follow one another as they lie in memory', () => {
  const pairs = pairsOf([[0, 4], [1, 5], [4, 8], [5, 9]], 10);
  const { a } = pairs.columns(byGroup(pairs, asTheyCome(10).reverse()));
  expect([...a]).toEqual([1, 5, 0, 4]);
});

test('a group takes in so many documents and no more, and every pair comes once', () => {
  const documents = 300;
  const pair = fc.tuple(fc.nat(documents - 1), fc.nat(documents - 1)).filter(([a, b]) => a !== b);
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 600 }), (list) => {
      const pairs = pairsOf(list, documents);
      expect(byGroup(pairs, asTheyCome(documents)).sort()).toEqual(Float64Array.from({ length: pairs.length }, (_, place) => place));
    }),
  );
  const chain = pairsOf(Array.from({ length: documents - 1 }, (_, at) => [at, at + 1] as const), documents);
  expect(byGroup(chain, asTheyCome(documents)).length).toBe(documents - 1);
});
