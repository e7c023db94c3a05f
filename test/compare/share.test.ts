import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shingleContainment } from '../../src/compare/share.ts';

describe('the containment of word sequences', () => {
  const sample = fc.uniqueArray(fc.nat(2 ** 31), { maxLength: 39 }).map((hashes) => Uint32Array.from(hashes).sort());

  test('is the share that the other has too', () => {
    expect(shingleContainment(Uint32Array.of(1, 2, 3, 4), Uint32Array.of(3, 4))).toEqual({ inA: 0.5, inB: 1 });
  });

  test('is 0 where one has none', () => {
    expect(shingleContainment(Uint32Array.of(1, 2), Uint32Array.of())).toEqual({ inA: 0, inB: 0 });
    expect(shingleContainment(Uint32Array.of(), Uint32Array.of())).toEqual({ inA: 0, inB: 0 });
  });

  test('lies in [0, 1] and changes sides with the documents', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const { inA, inB } = shingleContainment(a, b);
        for (const share of [inA, inB]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(shingleContainment(b, a)).toEqual({ inA: inB, inB: inA });
      }),
    );
  });
});
