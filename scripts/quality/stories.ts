import { intervalOf, Resamples, type Estimate } from './bootstrap.ts';
import { resamplesOf } from './clusters.ts';
import { groupsOf, outcomesOfGroups } from './outcomes.ts';
import { CLUSTER_COLUMNS, clusterRow, shown, type Section } from './section.ts';
import type { PoolName } from './texts.ts';
import type { Workbench } from './workbench.ts';
import { SAME_STORY, scoredPairs } from '../training/pools.ts';
import { logistic } from '../../src/judge/judge.ts';

const POOLS: readonly PoolName[] = ['ecbplus', 'itn', 'og2021'];

/** A pair that people scored, with the product's score. */
interface Scored {
  /** 1 (one story) to 4 (unrelated). */
  readonly gold: number;
  readonly score: number;
}

function clustersOf(bench: Workbench, name: PoolName, count: number): string[] {
  bench.say(`stories of ${name}`);
  const pool = bench.pool(name);
  const outcomes = outcomesOfGroups(pool, groupsOf(pool, bench.judge(), 'story'), 'story');
  return clusterRow(name, pool.documents.length, outcomes, resamplesOf(pool, count));
}

/** The score that `dedupe compare --pairs` gives: half for the report, half for the story. */
function scoresOf(bench: Workbench): Scored[] {
  const pool = bench.pool('semeval22');
  const places = new Map(pool.documents.map((document, place) => [document, place]));
  return scoredPairs(pool.documents).map(({ a, b, score: gold }) => {
    const [x = 0, y = 0] = [places.get(a), places.get(b)];
    return { gold, score: (logistic(bench.judge().report(pool, x, y)) + logistic(bench.judge().story(pool, x, y))) / 2 };
  });
}

/** The chance that a pair of one story scores above one of two, equal scores counting half. */
function auc(pairs: readonly Scored[], weightOf: (at: number) => number): number {
  let [wins, all] = [0, 0];
  for (const [i, x] of pairs.entries()) {
    if (x.gold > SAME_STORY || weightOf(i) === 0) continue;
    for (const [j, y] of pairs.entries()) {
      if (y.gold <= SAME_STORY) continue;
      const weight = weightOf(i) * weightOf(j);
      all += weight;
      wins += x.score > y.score ? weight : x.score === y.score ? weight / 2 : 0;
    }
  }
  return all === 0 ? 1 : wins / all;
}

/** Pearson's correlation of the score with the gold score turned round, so that higher is closer in both. */
function pearson(pairs: readonly Scored[], weightOf: (at: number) => number): number {
  const mean = (of: (pair: Scored) => number): number => sum((pair, at) => weightOf(at) * of(pair)) / sum((_, at) => weightOf(at));
  const sum = (of: (pair: Scored, at: number) => number): number => pairs.reduce((running, pair, at) => running + of(pair, at), 0);
  const [score, gold] = [mean((pair) => pair.score), mean((pair) => pair.gold)];
  const product = (left: (pair: Scored) => number, right: (pair: Scored) => number): number => sum((pair, at) => weightOf(at) * left(pair) * right(pair));
  const [x, y] = [(pair: Scored): number => pair.score - score, (pair: Scored): number => gold - pair.gold];
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

function resampled(pairs: readonly Scored[], statistic: (pairs: readonly Scored[], weightOf: (at: number) => number) => number, count: number): Estimate {
  const labels = pairs.map((_, at) => String(at));
  return intervalOf(statistic(pairs, () => 1), new Resamples(labels, count).map(labels, (times) => statistic(pairs, times)));
}

/** How well stories are told, for information: reports are what the product is for. */
export function storiesSection(bench: Workbench, count: number): Section {
  const rows = POOLS.map((name) => clustersOf(bench, name, count));
  bench.say('scored pairs');
  const pairs = scoresOf(bench);
  const same = pairs.filter(({ gold }) => gold <= SAME_STORY).length;
  return {
    title: 'Stories, for information',
    method:
      'Clusters at `--level story`: ECB+ (articles), In The News (one-sentence notices in 55 languages) and OG2021 (headlines in nine languages, from which nothing was learned), each set by itself. ' +
      'Then the SemEval-2022 pairs by the score of `dedupe compare --pairs`, cross-validated like the rest.',
    tables: [
      { columns: CLUSTER_COLUMNS, rows },
      {
        columns: ['pairs', 'of one story (scored 2 or less)', 'AUC', 'Pearson'],
        rows: [[String(pairs.length), String(same), shown(resampled(pairs, auc, count)), shown(resampled(pairs, pearson, count))]],
      },
    ],
    goals: [],
  };
}
