import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutPoint } from '../../src/read/cut.ts';

describe('a long text is cut', () => {
  test('nowhere if it is not longer than the limit', () => {
    expect(cutPoint('Minsk', 5)).toBe(5);
  });

  test('after its last line end, if that is in the last tenth', () => {
    expect(cutPoint(`${'x'.repeat(92)}\nab cd ef gh ij`, 100)).toBe(93);
    expect(cutPoint(`${'x'.repeat(99)}\n${'y'.repeat(9)}`, 100)).toBe(100);
  });

  test('else after its last word there', () => {
    expect(cutPoint(`${'x'.repeat(50)}\n${'y'.repeat(44)} ${'z'.repeat(20)}`, 100)).toBe(96);
  });

  test('else between two characters', () => {
    expect(cutPoint('军'.repeat(200), 100)).toBe(100);
    expect(cutPoint(`${'x'.repeat(99)}🎖🎖`, 100)).toBe(99);
  });

  test('so that at least nine tenths are kept, the limit is held and no pair is halved', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 10, max: 200 }), (text, limit) => {
        const end = cutPoint(text, limit);
        expect(end).toBeLessThanOrEqual(limit);
        expect(end).toBeGreaterThanOrEqual(Math.min(text.length, Math.floor(limit * 0.9)));
        expect(text.slice(0, end).isWellFormed()).toBe(true);
      }),
    );
  });
});
