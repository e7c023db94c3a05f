import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { shippedStamp } from '../../src/archive/stamp.ts';
import { encodePrint } from '../../src/fingerprint/stored.ts';
import { pipelineOptions } from '../../src/options.ts';
import { judgePair } from '../../src/pair.ts';
import { prepare } from '../../src/pipeline.ts';
import { newsroom } from './newsroom.ts';

/**
 * What the shipped stamp stands for. Where one of these fails, archives of before and after must not be mixed: raise `PRINT_VERSION` for
 * fingerprints, `FIGURES_VERSION` for judgements (a change of the tables alone changes the stamp by itself), then write the new figures here (-u).
 */
test('other fingerprints or judgements of the same articles come with another stamp', async () => {
  const options = pipelineOptions();
  const prepared = (await newsroom()).toSorted((x, y) => (x.id < y.id ? -1 : 1)).slice(0, 40).map((document) => prepare(document, options));
  const prints = createHash('sha256');
  for (const { print } of prepared) prints.update(encodePrint(print));
  const figures = createHash('sha256');
  for (const [at, x] of prepared.entries()) {
    const y = prepared[(at + 1) % prepared.length];
    if (y !== undefined) figures.update(judgePair(x, y, options).judgement.probability.toFixed(9));
  }
  const { prints: printStamp, figures: figureStamp } = shippedStamp();
  expect({ stamp: printStamp, prints: prints.digest('hex').slice(0, 16) }).toMatchInlineSnapshot(`
    {
      "prints": "5be90bb2d7b1adef",
      "stamp": "30686ee6638de004",
    }
  `);
  expect({ stamp: figureStamp, figures: figures.digest('hex').slice(0, 16) }).toMatchInlineSnapshot(`
    {
      "figures": "420b66d1584ce3d9",
      "stamp": "b057c1373bcf2b12",
    }
  `);
});
