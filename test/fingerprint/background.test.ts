import { describe, expect, test } from 'vitest';
import { makeBackground, shippedBackground } from '../../src/fingerprint/background.ts';
import { readTable, tableRows } from '../../src/data/load.ts';

describe('a background', () => {
  test('answers what it was made of, 0 for a key and 1 for a language that it has not', () => {
    const background = makeBackground(new Map([['w:war', 0.2]]), new Map([['de', 1.2]]));
    expect(background.rateOf('w:war')).toBe(0.2);
    expect(background.rateOf('w:peace')).toBe(0);
    expect(background.lengthFactor('de')).toBe(1.2);
    expect(background.lengthFactor('und')).toBe(1);
  });

  test('that is shipped has rates in (0, 1] of keys of all families', () => {
    const rows = tableRows(readTable('background.tsv'));
    const wrong = rows.filter(([key = '', perMille]) => !/^[cemnqsw]:./u.test(key) || !(Number(perMille) > 0 && Number(perMille) <= 1_000));
    expect(wrong).toEqual([]);
    expect(new Set(rows.map(([key = '']) => key[0]))).toEqual(new Set('cemnqsw'));
  });

  test('that is shipped measures lengths against English', () => {
    expect(shippedBackground().lengthFactor('en')).toBe(1);
    expect(shippedBackground().lengthFactor('de')).toBeGreaterThan(1);
    expect(shippedBackground().lengthFactor('zh')).toBeLessThan(0.6);
  });

  test('that is shipped is read once', () => {
    expect(shippedBackground()).toBe(shippedBackground());
  });
});
