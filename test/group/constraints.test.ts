import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { closeLinks, constraintOn } from '../../src/group/closure.ts';
import { groupUnderConstraints } from '../../src/group/constrained.ts';
import { groupByMutualSupport, type Link } from '../../src/group/group.ts';
import { evenPairs, meanSupport, peersOf, type Support } from '../../src/group/support.ts';
import { unknownLinkIds } from '../../src/group/unknown-links.ts';

type Ids = readonly [string, string, string?];

/** Random supports of all pairs of up to 14 documents, half of them candidates. */
const POOL = fc.integer({ min: 2, max: 14 }).chain((count) => {
  const places = count * count;
  return fc.record({
    count: fc.constant(count),
    values: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: places, maxLength: places }),
    candidates: fc.array(fc.boolean(), { minLength: places, maxLength: places }),
  });
});

function poolOf({ count, values, candidates }: { count: number; values: readonly number[]; candidates: readonly boolean[] }): { links: Link[]; support: Support } {
  const support: Support = (a, b) => values[Math.min(a, b) * count + Math.max(a, b)] ?? 0;
  const links = allPairs(count).filter(([a, b]) => candidates[a * count + b]).map(([a, b]) => ({ a, b, support: support(a, b) }));
  return { links, support };
}

function allPairs(count: number): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, (_, a) => Array.from({ length: a }, (__, b) => [b, a] as const)).flat();
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  return list.map((item, at) => ({ item, key: Math.imul(at + 1, seed | 1) >>> 0 })).sort((x, y) => x.key - y.key).map(({ item }) => item);
}

/** Links between the ids `0`, `1` …; those that contradict each other are left to the tests of contradictions. */
const LINKS = fc.record({
  must: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 5 }),
  cannot: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 8 }),
});

function named(pairs: readonly (readonly [number, number])[]): Ids[] {
  return pairs.map(([a, b]) => [`${a}`, `${b}`]);
}

describe('grouping', () => {
  test('gives the same groups whatever the order of the links and of their ends', () => {
    fc.assert(fc.property(POOL, fc.integer(), (pool, seed) => {
      const { links, support } = poolOf(pool);
      const turned = shuffled(links, seed).map((link, at) => (at % 2 === 0 ? link : { ...link, a: link.b, b: link.a }));
      expect(groupByMutualSupport(pool.count, turned, support)).toEqual(groupByMutualSupport(pool.count, links, support));
    }));
  });

  test('leaves no member without positive mean support for the rest of its group', () => {
    fc.assert(fc.property(POOL, (pool) => {
      const { links, support } = poolOf(pool);
      for (const group of groupByMutualSupport(pool.count, links, support)) {
        for (const member of group) expect(meanSupport([member], group.filter((other) => other !== member), support)).toBeGreaterThan(0);
      }
    }), { numRuns: 500 });
  });

  test('puts each document in one group at most, the groups ascending', () => {
    fc.assert(fc.property(POOL, (pool) => {
      const { links, support } = poolOf(pool);
      const groups = groupByMutualSupport(pool.count, links, support);
      expect(new Set(groups.flat()).size).toBe(groups.flat().length);
      expect(groups).toEqual(groups.map((group) => [...group].sort((x, y) => x - y)).sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0)));
    }));
  });

  test('makes no chain over one weak link between two reports', () => {
    const support: Support = (a, b) => ((a < 3) === (b < 3) ? 6 : a + b === 5 ? 1 : -4);
    const links = allPairs(6).map(([a, b]) => ({ a, b, support: support(a, b) }));
    expect(groupByMutualSupport(6, links, support)).toEqual([[0, 1, 2], [3, 4, 5]]);
  });

  test('makes no chain of follow-ups, each like the next and unlike the rest', () => {
    const support: Support = (a, b) => (Math.abs(a - b) === 1 ? 2 : -6);
    const links = allPairs(9).map(([a, b]) => ({ a, b, support: support(a, b) }));
    for (const group of groupByMutualSupport(9, links, support)) expect(group).toHaveLength(2);
  });

  test('lets a member go that the others came to outvote, and it joins those it belongs to', () => {
    // 0 meets 1 first; then 2, 3 and 4 come, which are of 1 and not of 0; 0 is of 5.
    const supports = new Map([['0-1', 8], ['1-2', 7], ['0-2', -1], ['1-3', 6], ['2-3', 6], ['0-3', -7], ['1-4', 5], ['2-4', 5], ['3-4', 5], ['0-4', -7], ['0-5', 2]]);
    const support: Support = (a, b) => supports.get(`${Math.min(a, b)}-${Math.max(a, b)}`) ?? -8;
    const links = allPairs(6).map(([a, b]) => ({ a, b, support: support(a, b) }));
    expect(groupByMutualSupport(6, links, support)).toEqual([[0, 5], [1, 2, 3, 4]]);
  });

  test('asks a bounded number of times for each of 1,000 near-copies', () => {
    const count = 1000;
    let calls = 0;
    const support: Support = (a, b) => (calls++, 5 + Math.sin(a * b + a + b));
    const neighbours = [1, 2, 3, 5, 8, 13, 21, 34].flatMap((step) => Array.from({ length: count }, (_, a) => ({ a, b: (a + step) % count, support: 5 })));
    expect(groupByMutualSupport(count, neighbours, support)).toHaveLength(1);
    expect(calls).toBeLessThanOrEqual(2 * 64 * count);
  });

  test('asks no more of two large reports that are like each other and not one', () => {
    const count = 1000;
    let calls = 0;
    const support: Support = (a, b) => (calls++, a % 2 === b % 2 ? 6 : -3);
    const links = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((step) => Array.from({ length: count }, (_, a) => ({ a, b: (a + step) % count, support: step % 2 === 0 ? 6 : 1 })));
    expect(groupByMutualSupport(count, links, support).map((group) => group.length)).toEqual([500, 500]);
    expect(calls).toBeLessThanOrEqual(3 * 64 * count);
  });

  test('looks at members of both groups alike, whatever their sizes', () => {
    const spread = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }));
    fc.assert(fc.property(spread, ([left, right]) => {
      const pairs = evenPairs(Array.from({ length: left }, (_, at) => at), Array.from({ length: right }, (_, at) => at));
      expect(new Set(pairs.map(([a]) => a)).size).toBe(Math.min(left, pairs.length));
      expect(new Set(pairs.map(([, b]) => b)).size).toBe(Math.min(right, pairs.length));
    }));
  });

  test('holds a member against the same others as it would as a group of its own', () => {
    const chosen = fc.integer({ min: 1, max: 300 }).chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));
    fc.assert(fc.property(chosen, ([size, at]) => {
      const group = Array.from({ length: size }, (_, place) => 3 * place);
      const others = group.filter((_, place) => place !== at);
      expect(peersOf(group, at)).toEqual(evenPairs([3 * at], others).map(([, other]) => other));
    }));
  });

  test('looks at every quarter of one group against every quarter of the other', () => {
    const places = Array.from({ length: 100 }, (_, at) => at);
    const quarters = evenPairs(places, places).map(([a, b]) => `${Math.floor(a / 25)}-${Math.floor(b / 25)}`);
    expect(new Set(quarters).size).toBe(16);
  });
});

describe('must-link and cannot-link', () => {
  const NEWS = ['ansa', 'bild', 'cnn', 'dpa', 'efe'];
  const never: Support = () => -5;
  const always: Support = () => 5;
  const linked = (support: Support): Link[] => allPairs(NEWS.length).map(([a, b]) => ({ a, b, support: support(a, b) }));

  test('what must be joined is, whatever the evidence, and what follows from it', () => {
    const closure = closeLinks([['ansa', 'cnn'], ['cnn', 'efe']], []);
    expect(groupUnderConstraints(NEWS, linked(never), never, closure)).toEqual([[0, 2, 4]]);
    expect(constraintOn('efe', 'ansa', closure)).toBe('must-link');
    expect(constraintOn('efe', 'bild', closure)).toBeUndefined();
  });

  test('what is apart from one is apart from all that is joined to it', () => {
    const closure = closeLinks([['ansa', 'bild']], [['bild', 'cnn']]);
    const groups = groupUnderConstraints(NEWS, linked(always), always, closure);
    expect(groups.find((group) => group.includes(0))).toContain(1);
    expect(groups.find((group) => group.includes(0))).not.toContain(2);
    expect(constraintOn('cnn', 'ansa', closure)).toBe('cannot-link');
  });

  test('a link by way of an article that is not there holds', () => {
    const closure = closeLinks([['ansa', 'archived'], ['archived', 'dpa']], []);
    expect(groupUnderConstraints(NEWS, [], never, closure)).toEqual([[0, 3]]);
  });

  test('what speaks for one of two joined documents speaks for both', () => {
    const support: Support = (a, b) => (a + b === 3 && a * b === 2 ? 6 : -8);
    const closure = closeLinks([['ansa', 'bild']], []);
    expect(groupUnderConstraints(NEWS, linked(support), support, closure)).toEqual([[0, 1, 2]]);
  });

  test('the groups keep every link, in any order of lines and documents', () => {
    fc.assert(fc.property(POOL, LINKS, fc.integer(), (pool, { must, cannot }, seed) => {
      const { links, support } = poolOf(pool);
      const ids = Array.from({ length: pool.count }, (_, place) => `${place}`);
      const mustLink = named(must);
      const joined = closeLinks(mustLink, []);
      const cannotLink = named(cannot).filter(([a, b]) => joined.rootOf(a) !== joined.rootOf(b));
      const closure = closeLinks(mustLink, cannotLink);
      const groups = groupUnderConstraints(ids, links, support, closure);
      const groupOf = (place: number): number => groups.findIndex((group) => group.includes(place));
      const broken = allPairs(pool.count).filter(([a, b]) => {
        const constraint = constraintOn(`${a}`, `${b}`, closure);
        const together = groupOf(a) !== -1 && groupOf(a) === groupOf(b);
        return constraint !== undefined && together !== (constraint === 'must-link');
      });
      expect(broken).toEqual([]);
      const turned = (pairs: readonly Ids[]): Ids[] => shuffled(pairs, seed).map(([a, b]) => [b, a]);
      expect(groupUnderConstraints(ids, shuffled(links, seed), support, closeLinks(turned(mustLink), turned(cannotLink)))).toEqual(groups);
    }), { numRuns: 500 });
  });

  test('without links the groups are those of mutual support', () => {
    fc.assert(fc.property(POOL, (pool) => {
      const { links, support } = poolOf(pool);
      const ids = Array.from({ length: pool.count }, (_, place) => `${place}`);
      expect(groupUnderConstraints(ids, links, support, closeLinks([], []))).toEqual(groupByMutualSupport(pool.count, links, support));
    }));
  });
});

describe('a contradiction', () => {
  test('names the lines that lead to it, by the shortest way and in any order', () => {
    const must: Ids[] = [['a', 'b', 'must.txt line 1'], ['b', 'c', 'must.txt line 2'], ['c', 'd', 'must.txt line 3'], ['b', 'd', 'must.txt line 4']];
    const cannot: Ids[] = [['d', 'a', 'cannot.txt line 7']];
    const told = 'must.txt line 4 joins "b" and "d", must.txt line 1 joins "a" and "b", and cannot.txt line 7 keeps "d" and "a" apart.';
    expect(() => closeLinks(must, cannot)).toThrow(told);
    expect(() => closeLinks([...must].reverse(), cannot)).toThrow(told);
    expect(() => closeLinks(must, cannot)).toThrow(UsageError);
  });

  test('is a pair that is both, and a document apart from itself', () => {
    expect(() => closeLinks([['a', 'b']], [['b', 'a']])).toThrow('mustLink joins "a" and "b", and cannotLink keeps "b" and "a" apart.');
    expect(() => closeLinks([], [['a', 'a', 'cannot.txt line 1']])).toThrow('cannot.txt line 1 keeps "a" and "a" apart, and they are one document.');
  });
});

test('an id that no document has is a warning with its place, and told once a line', () => {
  const diagnostics = unknownLinkIds(new Set(['a', 'b']), [['a', 'b', 'must.txt line 1'], ['x', 'x', 'must.txt line 2']], [['a', 'y']]);
  expect(diagnostics).toMatchObject([
    { code: 'unknown-link-id', severity: 'warning', document: 'x' },
    { code: 'unknown-link-id', severity: 'warning', document: 'y' },
  ]);
  expect(diagnostics[0]?.message).toMatch(/^must\.txt line 2: no document has the id "x"/);
  expect(diagnostics[1]?.message).toMatch(/^cannotLink\[0\]: /);
});
