import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAM, DAM_AFTERMATH, STRIKE, textOf } from './stories.ts';
import { madeUpPrint, printOf } from '../fingerprint/prints.ts';
import { Glance, GLANCE_FEATURES } from '../../src/compare/glance.ts';
import { Order } from '../../src/compare/order.ts';
import { screening, shippedScreen } from '../../src/compare/screen.ts';
import type { Fingerprint } from '../../src/fingerprint/print.ts';
import { listOf } from '../../src/fingerprint/shelf.ts';

function glanceAt(from: Fingerprint, at: Fingerprint): number[] {
  const glance = new Glance();
  glance.lookFrom(from);
  return [...glance.at(at)];
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
      glance.at(strike);
    }
    expect([...glance.at(other)]).toEqual(glanceAt(dam, other));
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
  const orderOf = (places: readonly (readonly [number, number])[]): ReturnType<Order['tell']> => {
    const order = new Order();
    for (const [a, b] of places) order.add(a, b, 2);
    return order.tell();
  };

  test('is one where both go alike, and minus one where they go against each other', () => {
    expect(orderOf([[0, 0.1], [0.5, 0.6], [0.8, 0.9]]).correlation).toBeCloseTo(1);
    expect(orderOf([[0, 0.9], [0.5, 0.4], [0.8, 0.1]]).correlation).toBeCloseTo(-1);
  });

  test('means nothing where all is in one place, or there is nothing', () => {
    expect(orderOf([[0.5, 0], [0.5, 0.9]]).correlation).toBe(0);
    expect(orderOf([])).toEqual({ correlation: 0, distance: 0.5, weight: 0 });
  });
});
