import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAM, DAM_AFTERMATH, STRIKE, textOf } from './stories.ts';
import { keysOfBoth, madeUpPrint, printOf } from '../fingerprint/prints.ts';
import { Glance, GLANCE_FEATURES } from '../../src/compare/glance.ts';
import { CommonGround, type Common } from '../../src/compare/common.ts';
import { orderOf } from '../../src/compare/order.ts';
import { screening, shippedScreen } from '../../src/compare/screen.ts';
import { laidOut, packed, type Laid } from '../../src/fingerprint/packed-print.ts';
import { detailOf, documentWeight, firstIn, normsOf, sentenceWeight, stepsIn, timesIn, type PrintCore } from '../../src/fingerprint/print.ts';
import { listOf } from '../../src/fingerprint/shelf.ts';

function laid(print: PrintCore): Laid {
  return laidOut(packed(print));
}

function glanceAt(from: PrintCore, at: PrintCore): number[] {
  const glance = new Glance();
  glance.lookFrom(from);
  return [...glance.at(laid(at))];
}

function commonOf(one: PrintCore, other: PrintCore): Common {
  const ground = new CommonGround();
  ground.lookFrom(one);
  return ground.with(laid(other));
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
    return orderOf(commonOf(one, other).places);
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
  /** Keys of which many have the same low two bytes, each with any weight, number of sentences and first one. */
  const list = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 2 ** 28 - 1 }).map((key) => (key % 5 === 0 ? key & 0xff00003c : key)), fc.integer({ min: 1, max: 63 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 299 })), { maxLength: 1_500, selector: ([key]) => key })
    .map((rows) => rows.sort(([x], [y]) => x - y).map(([key, steps, times, first]) => ({ key, detail: detailOf(steps, times, first) })));

  const printOfKeys = (rows: readonly { readonly key: number; readonly detail: number }[], sentences: number): PrintCore => {
    const [keys, details] = [Uint32Array.from(rows, ({ key }) => key), Uint32Array.from(rows, ({ detail }) => detail)];
    return { ...printWith([]), lengths: new Uint32Array(sentences).fill(80), keys, details };
  };

  /** The steps that both have of each key, the squares of them by family, and the distances of the first places, by going through both. */
  function goneThrough(one: PrintCore, other: PrintCore): { steps: number; products: readonly number[]; distance: number } {
    const { inA, inB } = keysOfBoth(one, other);
    const products = [0, 0, 0, 0];
    let [steps, distance] = [0, 0];
    for (const [at, own] of inA.entries()) {
      const [x, y] = [one.details[own] ?? 0, other.details[inB[at] ?? 0] ?? 0];
      const family = (one.keys[own] ?? 0) & 3;
      products[family] = (products[family] ?? 0) + documentWeight(x) * documentWeight(y);
      steps += Math.min(stepsIn(x), stepsIn(y));
      distance += (sentenceWeight(x) * sentenceWeight(y) * Math.abs(firstIn(x) / one.lengths.length - firstIn(y) / other.lengths.length)) / (timesIn(x) * timesIn(y));
    }
    return { steps, products, distance };
  }

  test('is found by a table as by going through both, one document after the other, however long', () => {
    const ground = new CommonGround();
    fc.assert(
      fc.property(list, fc.array(list, { minLength: 1, maxLength: 3 }), fc.constantFrom(300, 20), (own, others, sentences) => {
        const one = printOfKeys(own, 300);
        ground.lookFrom(one);
        for (const rows of others) {
          const taken = own.filter((_, at) => at % 3 === 0);
          const isTaken = new Set(taken.map(({ key }) => key));
          const other = printOfKeys([...rows.filter(({ key }) => !isTaken.has(key)), ...taken].sort((x, y) => x.key - y.key), sentences);
          const { steps, products, places } = ground.with(laid(other));
          const expected = goneThrough(one, other);
          expect(steps).toBe(expected.steps);
          for (const [family, product] of expected.products.entries()) expect(products[family]).toBeCloseTo(product, 6);
          expect(places.distance).toBeCloseTo(expected.distance, 6);
        }
      }),
      { numRuns: 30 },
    );
  });
});
