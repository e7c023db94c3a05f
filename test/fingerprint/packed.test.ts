import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeUpPrint } from './prints.ts';
import { packPrints, unpackPrints } from '../../src/fingerprint/packed.ts';

test('fingerprints come out of shared memory as they went in', () => {
  fc.assert(
    fc.property(fc.array(madeUpPrint, { maxLength: 6 }), (prints) => {
      expect(unpackPrints(packPrints(prints))).toEqual(prints);
    }),
    { numRuns: 40 },
  );
});
