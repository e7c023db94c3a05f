import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupByMutualSupport, type Link } from '../../src/group/group.ts';
import type { Support } from '../../src/group/support.ts';

/** Supports by pair, `-4` for those not given; the given ones are links too. */
function pool(supports: Readonly<Record<string, number>>): { links: Link[]; support: Support } {
  const support: Support = (a, b) => supports[`${Math.min(a, b)}-${Math.max(a, b)}`] ?? -4;
  const links = Object.entries(supports).map(([pair, value]) => {
    const [a = 0, b = 0] = pair.split('-').map(Number);
    return { a, b, support: value };
  });
  return { links, support };
}

function groups(count: number, supports: Readonly<Record<string, number>>): number[][] {
  const { links, support } = pool(supports);
  return groupByMutualSupport(count, links, support);
}

describe('documents are grouped', () => {
  test('where each supports each', () => {
    expect(groups(4, { '0-1': 3, '0-2': 2, '1-2': 4 })).toEqual([[0, 1, 2]]);
  });

  test('where the others make up for one doubtful pair', () => {
    expect(groups(3, { '0-1': 5, '1-2': 5, '0-2': -1 })).toEqual([[0, 1, 2]]);
  });

  test('by pairs that were no candidates too', () => {
    const support: Support = () => 2;
    expect(groupByMutualSupport(3, [{ a: 0, b: 1, support: 2 }, { a: 2, b: 1, support: 2 }], support)).toEqual([[0, 1, 2]]);
  });
});

describe('documents are kept apart', () => {
  test('where a chain runs over one weak link', () => {
    expect(groups(6, { '0-1': 5, '0-2': 5, '1-2': 5, '3-4': 5, '3-5': 5, '4-5': 5, '2-3': 1 })).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  test('where the strongest link of a chain is surer than the rest', () => {
    expect(groups(3, { '0-1': 4, '1-2': 2 })).toEqual([[0, 1]]);
  });

  test('where one link, however sure, is outvoted', () => {
    expect(groups(4, { '0-1': 8, '2-3': 8, '0-2': 1_000 })).not.toContainEqual([0, 1, 2, 3]);
  });

  test('where nothing speaks for joining them', () => {
    expect(groups(3, { '0-1': -1, '1-2': 0 })).toEqual([]);
    expect(groups(0, {})).toEqual([]);
  });
});

describe('the groups', () => {
  const someSupports = fc.dictionary(
    fc.tuple(fc.nat(7), fc.nat(7)).filter(([a, b]) => a < b).map(([a, b]) => `${a}-${b}`),
    fc.integer({ min: -9, max: 9 }),
  );

  test('are the same in whatever order the links come', () => {
    fc.assert(
      fc.property(someSupports, fc.infiniteStream(fc.nat()), (supports, keys) => {
        const { links, support } = pool(supports);
        const shuffled = links.map((link) => ({ link, key: keys.next().value })).sort((x, y) => x.key - y.key).map(({ link }) => link);
        expect(groupByMutualSupport(8, shuffled, support)).toEqual(groupByMutualSupport(8, links, support));
      }),
    );
  });

  test('have two documents at least, ascending, none in two groups', () => {
    fc.assert(
      fc.property(someSupports, (supports) => {
        const found = groups(8, supports);
        for (const group of found) {
          expect(group.length).toBeGreaterThan(1);
          expect(group).toEqual(group.toSorted((x, y) => x - y));
        }
        expect(new Set(found.flat()).size).toBe(found.flat().length);
        expect(found.map(([first]) => first)).toEqual(found.map(([first = 0]) => first).toSorted((x, y) => x - y));
      }),
    );
  });

  test('of a thousand copies are one, in a time that stays short', () => {
    const count = 1_000;
    const links = Array.from({ length: count - 1 }, (_, at) => ({ a: at, b: at + 1, support: 8 }));
    let asked = 0;
    const support: Support = () => {
      asked++;
      return 8;
    };
    expect(groupByMutualSupport(count, links, support)).toEqual([Array.from({ length: count }, (_, at) => at)]);
    expect(asked).toBeLessThan(200 * count);
  });
});
