import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAM, DAM_AFTERMATH, STRIKE, textOf } from './stories.ts';
import { madeUpPrint, printOf } from '../fingerprint/prints.ts';
import { Glance, GLANCE_FEATURES } from '../../src/compare/glance.ts';
import { commonOf } from '../../src/compare/common.ts';
import { orderOf } from '../../src/compare/order.ts';
import { screening, shippedScreen } from '../../src/compare/screen.ts';
import { sharedKeys } from '../../src/compare/share.ts';
import { SharedFinder } from '../../src/compare/shared-finder.ts';
import { laidOut, packed, type Laid } from '../../src/fingerprint/packed-print.ts';
import { detailOf, normsOf, type PrintCore } from '../../src/fingerprint/print.ts';
import type { Fingerprint } from '../../src/fingerprint/sums.ts';
import { listOf } from '../../src/fingerprint/shelf.ts';

function laid(print: PrintCore): Laid {
  return laidOut(packed(print));
}

function glanceAt(from: Fingerprint, at: Fingerprint): number[] {
  const glance = new Glance();
  glance.lookFrom(from);
  return [...glance.at(laid(at))];
}

/** A document of ten sentences with keys that stand in one each. */
function printWith(sentences: readonly number[]): PrintCore {
  const keys = Uint32Array.from(sentences, (_, at) => 4 * (at + 1));
  const details = Uint32Array.from(sentences, (sentence) => detailOf(16, 1, sentence));
  return { language: 'en', lengths: new Uint32Array(10).fill(80), keys, details, further: new Uint16Array(), shingles: new Uint32Array(), norms: normsOf({ keys, details }) };
}

describe('a glance', () => {
  test('tells the same from either side, and always a figure', () => {
    fc.assert(
      fc.property(madeUpPrint, madeUpPrint, (a, b) => {
        const [there, back] = [glanceAt(a, b), glanceAt(b, a)];
        expect(there).toHaveLength(GLANCE_FEATURES.length);
        for (const [at, value] of there.entries()) {
          expect(value).not.toBeNaN();
          expect(value).toBeCloseTo(back[at] ?? Number.NaN, 5);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is not changed by where one looked before', () => {
    const [dam, strike, other] = [printOf(textOf(DAM, 'en'), 'en'), printOf(textOf(STRIKE, 'de'), 'de'), printOf(textOf(DAM, 'it'), 'it')];
    const glance = new Glance();
    for (const from of [strike, other, dam]) {
      glance.lookFrom(from);
      glance.at(laid(strike));
    }
    expect([...glance.at(laid(other))]).toEqual(glanceAt(dam, other));
  });
});

describe('the screen', () => {
  const prints = [textOf(DAM, 'en'), textOf(DAM, 'de'), textOf(DAM, 'ru'), textOf(STRIKE, 'en'), DAM_AFTERMATH.join(' ')].map((text, at) => printOf(text, ['en', 'de', 'ru', 'en', 'en'][at] ?? 'en'));
  const isPromising = screening(listOf(prints), shippedScreen());

  test('lets versions of a report through, in any script, and another report of the event', () => {
    for (const [a, b] of [[0, 1], [0, 2], [1, 2], [0, 4]] as const) expect([a, b, isPromising(a, b)]).toEqual([a, b, true]);
  });

  test('keeps back another subject, and is symmetric', () => {
    for (const other of [0, 1, 2]) expect([isPromising(other, 3), isPromising(3, other)]).toEqual([false, false]);
  });
});

describe('the order of places', () => {
  const orderIn = (places: readonly (readonly [number, number])[]): ReturnType<typeof orderOf> => {
    const [one, other] = [printWith(places.map(([place]) => place)), printWith(places.map(([, place]) => place))];
    return orderOf(commonOf(one, laid(other), sharedKeys(one, other), places.length, new Float64Array(4)).places);
  };

  test('is one where both go alike, and minus one where they go against each other', () => {
    expect(orderIn([[0, 1], [5, 6], [8, 9]]).correlation).toBeCloseTo(1);
    expect(orderIn([[0, 9], [5, 4], [8, 1]]).correlation).toBeCloseTo(-1);
  });

  test('has the mean distance as a part of the documents, and what the keys weigh', () => {
    const { distance, weight } = orderIn([[0, 1], [5, 8]]);
    expect(distance).toBeCloseTo(0.2);
    expect(weight).toBeCloseTo(8);
  });

  test('means nothing where all is in one place, or there is nothing', () => {
    expect(orderIn([[5, 0], [5, 9]]).correlation).toBe(0);
    expect(orderIn([])).toEqual({ correlation: 0, distance: 0.5, weight: 0 });
  });
});

describe('what both share', () => {
  test('is found by a table as by going through both, one document after the other, however long', () => {
    const finder = new SharedFinder();
    const list = fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 28 - 1 }).map((key) => (key % 5 === 0 ? key & 0xff00003c : key)), { maxLength: 1_500 }).map((keys) => Uint32Array.from(keys).sort());
    fc.assert(
      fc.property(list, fc.array(list, { minLength: 1, maxLength: 3 }), (own, others) => {
        finder.lookFor(own);
        for (const other of others) {
          const mixed = Uint32Array.from(new Set([...other, ...own.filter((_, at) => at % 3 === 0)])).sort();
          const count = finder.find(laid({ ...printWith([]), keys: mixed, details: new Uint32Array(mixed.length) }));
          const { inA, inB } = sharedKeys({ keys: own }, { keys: mixed });
          expect([...finder.found.inA.subarray(0, count)]).toEqual([...inA]);
          expect([...finder.found.inB.subarray(0, count)]).toEqual([...inB]);
        }
      }),
      { numRuns: 30 },
    );
  });
});
