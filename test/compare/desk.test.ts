import { describe, expect, test } from 'vitest';
import { compare } from './shipped.ts';
import { DAM, SENTENCES, STRIKE, textOf } from './stories.ts';
import { printOf } from '../fingerprint/prints.ts';
import { Desk } from '../../src/compare/desk.ts';
import { packed } from '../../src/fingerprint/packed-print.ts';
import type { PrintCore } from '../../src/fingerprint/print.ts';

const prints = [DAM, STRIKE].flatMap((story) => Object.keys(story).map((language) => printOf(textOf(story, language), language)));

/** A document of more sentences than there is room for at first. */
const long = printOf(Array.from({ length: 60 }, () => SENTENCES.filter(({ language }) => language === 'en').map(({ text }) => text).join(' ')).join(' '), 'en');

const pairs = prints.flatMap((a) => prints.map((b): readonly [PrintCore, PrintCore] => [a, b]));

describe('what a comparison says', () => {
  const expected = pairs.map(([a, b]) => compare(a, b));

  test('does not depend on what lay on the desk before', () => {
    const backwards = pairs.toReversed().map(([a, b]) => compare(a, b));
    expect(backwards.toReversed()).toEqual(expected);
  });

  test('is the same after a document for which the desk had to be made larger', () => {
    const own = compare(long, long);
    expect(own.pairs.length).toBeGreaterThan(400);
    expect(pairs.map(([a, b]) => compare(a, b))).toEqual(expected);
    expect(compare(long, long)).toEqual(own);
  });
});

describe('the desk', () => {
  test('reads a fingerprint that lies there only once, on whichever side', () => {
    const desk = new Desk();
    const [x, y, z] = prints.map(packed);
    if (x === undefined || y === undefined || z === undefined) throw new TypeError('too few stories');
    const [a, b] = desk.lay(x, y);
    expect(desk.lay(z, y)[1]).toBe(b);
    expect(desk.lay(y, x)[0]).toBe(b);
    expect(desk.lay(x, x)[0].laid).toEqual(a.laid);
    expect(new Set(desk.lay(x, x).map(({ address }) => address)).size).toBe(2);
  });
});
