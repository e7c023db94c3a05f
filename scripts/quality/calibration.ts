import { verdictsAt } from './outcomes.ts';
import { atMost, type Section } from './section.ts';
import type { PoolName } from './texts.ts';
import type { Workbench } from './workbench.ts';
import { BINS, binOf, calibrationError, type JudgedPair } from '../training/crossvalidate.ts';
import { CORE } from '../training/recipe.ts';
import { logistic } from '../../src/judge/judge.ts';

const POOLS: readonly PoolName[] = [CORE, 'first half', 'third dropped', 'site lines', 'ntrex', 'newstest', 'meantime', 'swissgov'];

const MOST_ERROR = 0.02;

/** The candidate pairs of a pool with their probabilities; those that the labels leave open are left out. */
function judgedPairs(bench: Workbench, name: PoolName): JudgedPair[] {
  bench.say(`calibration on ${name}`);
  const [pool, judge, verdict] = [bench.pool(name), bench.judge(), verdictsAt('report')];
  return pool.pairs.flatMap(({ a, b }) => {
    const [x, y] = [pool.documents[a], pool.documents[b]];
    const decided = x === undefined || y === undefined ? 'ignored' : verdict(x, y);
    return decided === 'ignored' ? [] : [{ positive: decided === 'together', probability: logistic(judge.report(pool, a, b)) }];
  });
}

/** Whether a probability of p is right p of the time. */
export function calibrationSection(bench: Workbench): Section {
  const pools = POOLS.map((name) => ({ name, judged: judgedPairs(bench, name) }));
  const rows = pools.map(({ name, judged }) => {
    const doubtful = judged.filter(({ probability }) => probability > 0.05 && probability < 0.95);
    const truePairs = judged.filter(({ positive }) => positive).length;
    return [name, String(judged.length), String(truePairs), calibrationError(judged).toFixed(4), String(doubtful.length), calibrationError(doubtful).toFixed(4)];
  });
  return {
    title: 'Calibration',
    method:
      'Expected calibration error over ten bins (Guo et al. 2017) of the candidate pairs of each pool. Most of these are easily told, which makes the error small by itself: ' +
      'the last column has the error of the pairs between 0.05 and 0.95 alone, for which no goal was set.',
    tables: [
      { columns: ['pool', 'candidate pairs', 'true', 'calibration error', 'pairs in doubt', 'error of these'], rows },
      { caption: 'Reliability: of the pairs in each bin, how many there are, the mean probability and the share that is true.', columns: ['probability', ...pools.map(({ name }) => name)], rows: reliability(pools) },
    ],
    goals: pools.map(({ name, judged }) => atMost(`calibration error, ${name}`, MOST_ERROR, calibrationError(judged))),
  };
}

function reliability(pools: readonly { readonly judged: readonly JudgedPair[] }[]): string[][] {
  return Array.from({ length: BINS }, (_, bin) => {
    const cells = pools.map(({ judged }) => {
      const inBin = judged.filter(({ probability }) => binOf(probability) === bin);
      if (inBin.length === 0) return '–';
      const claimed = inBin.reduce((sum, { probability }) => sum + probability, 0) / inBin.length;
      const right = inBin.filter(({ positive }) => positive).length / inBin.length;
      return `${inBin.length}: ${claimed.toFixed(3)} → ${right.toFixed(3)}`;
    });
    return [`${(bin / BINS).toFixed(1)}–${((bin + 1) / BINS).toFixed(1)}`, ...cells];
  });
}
