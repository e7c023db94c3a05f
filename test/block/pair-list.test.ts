import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairList, type CandidatePair } from '../../src/block/pair-list.ts';

const DOCUMENTS = 90_000;

const anyPairs = fc.array(fc.uniqueArray(fc.nat(DOCUMENTS - 1), { minLength: 2, maxLength: 2 }), { maxLength: 60 });

/** The pairs as lists of the lesser and the greater place, each once, ascending. */
function settled(pairs: readonly (readonly number[])[]): number[][] {
  const once = new Map(pairs.map((pair) => pair.toSorted((x, y) => x - y)).map((pair) => [pair.join(' '), pair]));
  return [...once.values()].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
}

const told = (pairs: Iterable<CandidatePair>): number[][] => Array.from(pairs, ({ a, b }) => [a, b]);

test('pairs gathered in any order, twice and from several lists, are told once each, ascending, as objects and as columns', () => {
  fc.assert(
    fc.property(anyPairs, anyPairs, (some, others) => {
      const [list, more] = [new PairList(DOCUMENTS), new PairList(DOCUMENTS)];
      for (const [x = 0, y = 0] of some) list.add(x, y);
      for (const [x = 0, y = 0] of others) more.add(y, x);
      list.addAll(more.codes());
      const pairs = list.distinct();
      const expected = settled([...some, ...others]);
      expect(told(pairs)).toEqual(expected);
      expect(pairs.length).toBe(expected.length);
      const places = [3, 1, 2].filter((place) => place < expected.length);
      const { a, b } = pairs.columns(Float64Array.from(places));
      expect(Array.from(a, (place, at) => [place, b[at]])).toEqual(places.map((place) => expected[place]));
    }),
  );
});

test('others are added and some are left out, and the pairs themselves stay', () => {
  fc.assert(
    fc.property(anyPairs, anyPairs, (some, others) => {
      const list = new PairList(DOCUMENTS);
      for (const [x = 0, y = 0] of some) list.add(x, y);
      const pairs = list.distinct();
      const both = pairs.with(others.map(([a = 0, b = 0]) => ({ a, b })));
      expect(told(both)).toEqual(settled([...some, ...others]));
      expect(told(both.filter(({ a, b }) => (a + b) % 2 === 0))).toEqual(settled([...some, ...others]).filter(([a = 0, b = 0]) => (a + b) % 2 === 0));
      expect(told(pairs)).toEqual(settled(some));
    }),
  );
});
