import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAM, STRIKE, textOf } from './stories.ts';
import { madeUpPrint, printOf } from '../fingerprint/prints.ts';
import { align } from './shipped.ts';

const LANGUAGE_PAIRS = [
  ['en', 'de'],
  ['en', 'it'],
  ['de', 'it'],
  ['en', 'ru'],
  ['de', 'ru'],
] as const;

describe('the alignment of a translation', () => {
  test.each(LANGUAGE_PAIRS)('pairs sentences with their versions, and most of them: %s and %s', (first, second) => {
    const { pairs } = align(printOf(textOf(DAM, first), first), printOf(textOf(DAM, second), second)).inOrder;
    expect(pairs.filter(({ a, b }) => a !== b)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(5);
  });

  test.each(LANGUAGE_PAIRS)('gains less in the reverse order: %s and %s', (first, second) => {
    const { inOrder, reversed } = align(printOf(textOf(DAM, first), first), printOf(textOf(DAM, second), second));
    expect(reversed.gain).toBeLessThan(inOrder.gain * 0.75);
  });

  test('gains more in order than if the sentences of one are shuffled', () => {
    const italian = printOf(textOf(DAM, 'it'), 'it');
    const german = DAM['de'] ?? [];
    const { gain } = align(italian, printOf(german.join(' '), 'de')).inOrder;
    fc.assert(
      fc.property(fc.shuffledSubarray([...german], { minLength: german.length }), (shuffled) => {
        fc.pre(shuffled.join(' ') !== german.join(' '));
        expect(align(italian, printOf(shuffled.join(' '), 'de')).inOrder.gain).toBeLessThan(gain);
      }),
      { numRuns: 30 },
    );
  });

  test('passes over what only one side has', () => {
    const [first, , ...rest] = DAM['de'] ?? [];
    const [, , ...english] = (DAM['en'] ?? []).map((_, at) => at);
    const { inOrder } = align(printOf(textOf(DAM, 'en'), 'en'), printOf([first, ...rest].join(' '), 'de'));
    expect(inOrder.pairs.map(({ a }) => a)).toEqual([0, ...english]);
  });
});

describe('any alignment', () => {
  test('is monotone, and its gain is the sum of its pairs’, each in (0, 1]', () => {
    fc.assert(
      fc.property(madeUpPrint, madeUpPrint, (a, b) => {
        const { pairs, gain } = align(a, b).inOrder;
        for (const [index, pair] of pairs.entries()) {
          const before = pairs[index - 1] ?? { a: -1, b: -1 };
          expect(pair.a).toBeGreaterThan(before.a);
          expect(pair.b).toBeGreaterThan(before.b);
          expect(pair.gain).toBeGreaterThan(0);
          expect(pair.gain).toBeLessThanOrEqual(1);
        }
        expect(pairs.at(-1)?.a ?? -1).toBeLessThan(a.lengths.length);
        expect(pairs.at(-1)?.b ?? -1).toBeLessThan(b.lengths.length);
        expect(gain).toBeCloseTo(pairs.reduce((sum, pair) => sum + pair.gain, 0), 4);
      }),
      { numRuns: 60 },
    );
  });

  test('in reverse order runs down one document as it runs up the other', () => {
    fc.assert(
      fc.property(madeUpPrint, madeUpPrint, (a, b) => {
        const { pairs } = align(a, b).reversed;
        for (const [index, pair] of pairs.entries()) {
          const before = pairs[index - 1];
          if (before === undefined) continue;
          expect(pair.a).toBeGreaterThan(before.a);
          expect(pair.b).toBeLessThan(before.b);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('gains as much with the sides changed', () => {
    fc.assert(
      fc.property(madeUpPrint, madeUpPrint, (a, b) => {
        const [there, back] = [align(a, b), align(b, a)];
        expect(back.inOrder.gain).toBeCloseTo(there.inOrder.gain, 4);
        expect(back.reversed.gain).toBeCloseTo(there.reversed.gain, 4);
      }),
      { numRuns: 60 },
    );
  });

  test('of two subjects gains next to nothing', () => {
    const gainWith = (text: string): number => align(printOf(textOf(DAM, 'en'), 'en'), printOf(text, 'de')).inOrder.gain;
    expect(gainWith(textOf(STRIKE, 'de'))).toBeLessThan(gainWith(textOf(DAM, 'de')) / 8);
  });

  test('with an empty document is empty', () => {
    const empty = { pairs: [], gain: 0 };
    expect(align(printOf('', 'en'), printOf(textOf(DAM, 'de'), 'de'))).toEqual({ inOrder: empty, reversed: empty, unordered: 0 });
  });
});

test('sentences of very unlike length gain less than their keys would', () => {
  const short = printOf('Cordell, Halvik, Brenn.', 'en');
  const long = printOf(`Cordell, Halvik, Brenn: ${'so it was and so it is and so it will be '.repeat(5)}.`, 'en');
  expect(align(short, long).inOrder.gain).toBeLessThan(align(short, short).inOrder.gain / 2);
});
