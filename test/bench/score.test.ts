import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { randomOf } from '../../bench/random.ts';
import { scoreReport } from '../../bench/score.ts';
import { folderWith } from '../cli/command.ts';

/** Four versions of one report, two of another, and one article alone. */
const GOLD = new Map([['a', 1], ['b', 1], ['c', 1], ['d', 1], ['e', 2], ['f', 2], ['g', 3]]);

async function scoreOf(...clusters: readonly (readonly string[])[]): ReturnType<typeof scoreReport> {
  const file = join(await folderWith({}), 'report.ndjson');
  const lines = [{ type: 'run' }, ...clusters.map((documents) => ({ type: 'cluster', documents })), { type: 'pair', a: 'a', b: 'b' }];
  await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return scoreReport(file, GOLD);
}

test('the benchmark counts pairs: found of those planted, and right of those joined', async () => {
  expect(await scoreOf(['a', 'b', 'c', 'd'], ['e', 'f'])).toEqual({ precision: 1, recall: 1, f1: 1, wrong: 0 });
  expect(await scoreOf(['a', 'b'], ['e', 'f', 'g'])).toMatchObject({ precision: 0.5, recall: 2 / 7, wrong: 2 });
  expect(await scoreOf()).toEqual({ precision: 1, recall: 0, f1: 0, wrong: 0 });
});

test('the same seed makes the same corpus: its random numbers are the same, in range and spread', () => {
  const [one, again, other] = [randomOf(7), randomOf(7), randomOf(8)].map((random) => Array.from({ length: 1_000 }, () => random.next()));
  expect(one).toEqual(again);
  expect(one).not.toEqual(other);
  expect(Math.min(...(one ?? []))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...(one ?? []))).toBeLessThan(1);
  expect((one ?? []).reduce((sum, value) => sum + value, 0) / 1_000).toBeCloseTo(0.5, 1);
});
