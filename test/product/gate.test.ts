import { expect, test } from 'vitest';
import { dedupe } from '../cli/command.ts';
import { FLOORS } from './floors.ts';

interface Evaluation {
  readonly pairwise: { readonly precision: number; readonly f1: number };
  /** Pairs of ids. */
  readonly wrong: readonly (readonly [string, string])[];
}

test('of ten subjects in seven languages, each with a look-alike, nothing is joined wrongly and little is missed', async () => {
  const ran = await dedupe(['evaluate', '--gold', 'fixtures/gate/gold.jsonl', 'fixtures/gate/articles', '--json']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const evaluation = JSON.parse(ran.stdout) as Evaluation;
  expect(evaluation).toMatchObject({ documents: 53, missing: 0, unlabelled: 0 });
  expect.soft(evaluation.wrong).toEqual([]);
  expect.soft(evaluation.pairwise.precision).toBe(1);
  expect.soft(evaluation.pairwise.f1).toBeGreaterThanOrEqual(FLOORS.pairwiseF1);
});

interface Told {
  readonly options: { readonly threshold: number };
  readonly clusters: readonly { readonly documents: readonly string[] }[];
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly probability: number; readonly rival?: string }[];
}

test('a likely pair that another document kept apart names that document, which fits as well or better', async () => {
  const { options, clusters, pairs } = JSON.parse((await dedupe(['fixtures/gate/articles', '--json'])).stdout) as Told;
  const clusterOf = new Map(clusters.flatMap(({ documents }, at) => documents.map((id) => [id, at] as const)));
  const kept = pairs.filter(({ rival }) => rival !== undefined);
  expect(kept.length).toBeGreaterThan(0);
  for (const { a, b, probability, rival = '' } of kept) {
    expect(probability).toBeGreaterThanOrEqual(options.threshold);
    expect(clusterOf.get(a)).not.toBe(clusterOf.get(b));
    expect([clusterOf.get(a), clusterOf.get(b)]).toContain(clusterOf.get(rival));
  }
});
