import { expect, test } from 'vitest';
import { dedupe } from '../cli/command.ts';
import { FLOORS } from './floors.ts';

interface Evaluation {
  readonly pairwise: { readonly precision: number; readonly f1: number };
  /** Pairs of ids. */
  readonly wrong: readonly (readonly [string, string])[];
}

test('of nine subjects in six languages, each with a look-alike, nothing is joined wrongly and little is missed', async () => {
  const ran = await dedupe(['evaluate', '--gold', 'fixtures/gate/gold.jsonl', 'fixtures/gate/articles', '--json']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const evaluation = JSON.parse(ran.stdout) as Evaluation;
  expect(evaluation).toMatchObject({ documents: 47, missing: 0, unlabelled: 0 });
  expect.soft(evaluation.wrong).toEqual([]);
  expect.soft(evaluation.pairwise.precision).toBe(1);
  expect.soft(evaluation.pairwise.f1).toBeGreaterThanOrEqual(FLOORS.pairwiseF1);
});
