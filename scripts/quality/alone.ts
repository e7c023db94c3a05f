import { estimatesOf, type Outcome } from './bootstrap.ts';
import { resamplesOf } from './clusters.ts';
import type { CrossValidatedJudge } from './judge.ts';
import { groupsByLabel, outcome, pairsWithin, verdictsAt } from './outcomes.ts';
import { atLeast, CLUSTER_COLUMNS, clusterRow, type Section } from './section.ts';
import type { Workbench } from './workbench.ts';
import type { Labelled } from '../training/corpora.ts';
import type { Pool } from '../training/pools.ts';
import { CORE } from '../training/recipe.ts';
import { FEATURE_NAMES } from '../../src/judge/features.ts';
import { DEFAULT_THRESHOLDS, logit } from '../../src/judge/judge.ts';

/** Wrong pairs set against each true one. */
const WRONG_PER_TRUE = 10;

/** A pair is called one report where that is likelier than not. */
const EVEN = 0.5;

/** A pair of a pool, by its places, and whether the labels join it. */
interface LabelledPair {
  readonly a: number;
  readonly b: number;
  readonly together: boolean;
}

const LIKENESS = FEATURE_NAMES.indexOf('likeness');

/** All true pairs of a pool, and ten times as many wrong candidates: those with the highest cosine. */
export function hardPairs(pool: Pool): LabelledPair[] {
  const verdict = verdictsOf(pool);
  const together = groupsByLabel(pool.documents).flatMap((group) => pairsWithin(group)).filter(([a, b]) => verdict(a, b) === 'together');
  const wrong = pool.pairs.filter(({ a, b }) => verdict(a, b) === 'apart').map(({ a, b }) => ({ a, b, likeness: pool.featuresOf(a, b)[LIKENESS] ?? 0 }));
  wrong.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
  return [
    ...together.map(([a, b]) => ({ a, b, together: true })),
    ...wrong.slice(0, WRONG_PER_TRUE * together.length).map(({ a, b }) => ({ a, b, together: false })),
  ];
}

function verdictsOf({ documents }: Pool): (a: number, b: number) => ReturnType<ReturnType<typeof verdictsAt>> {
  const verdict = verdictsAt('report');
  return (a, b) => verdict(documentAt(documents, a), documentAt(documents, b));
}

function documentAt(documents: readonly Labelled[], place: number): Labelled {
  const document = documents[place];
  if (document === undefined) throw new RangeError(`no document ${place} of ${documents.length}`);
  return document;
}

/** What becomes of pairs that are judged each by itself. */
export function outcomesAlone(pool: Pool, pairs: readonly LabelledPair[], judge: CrossValidatedJudge, threshold = EVEN): Outcome[] {
  const bias = logit(threshold);
  return pairs.flatMap(({ a, b, together }) => {
    const joined = judge.report(pool, a, b) >= bias;
    if (!joined && !together) return [];
    const kind = !together ? 'wrong' : joined ? 'right' : 'missed';
    return [outcome(kind, documentAt(pool.documents, a), documentAt(pool.documents, b))];
  });
}

/** Pairs alone, no neighbours to lean on. */
export function aloneSection(bench: Workbench, count: number): Section {
  bench.say('pairs alone');
  const pool = bench.pool(CORE);
  const [pairs, resamples] = [hardPairs(pool), resamplesOf(pool, count)];
  const measured = [EVEN, DEFAULT_THRESHOLDS.report].map((threshold) => ({ threshold, outcomes: outcomesAlone(pool, pairs, bench.judge(), threshold) }));
  const rows = measured.map(({ threshold, outcomes }) => clusterRow(`from ${threshold}`, pairs.length, outcomes, resamples));
  return {
    title: 'Pairs alone',
    method:
      `The same pool, each pair judged as \`dedupe compare --pairs\` does: by itself. All true pairs, and ${WRONG_PER_TRUE} times as many wrong ones: ` +
      'of the candidates that blocking gives, those with the highest cosine. Independent and ambiguous pairs are left out.',
    tables: [{ columns: CLUSTER_COLUMNS.map((column) => (column === 'pool' ? 'one report' : column === 'documents' ? 'pairs' : column)), rows }],
    goals: measured.map(({ threshold, outcomes }) => atLeast(`pairs alone, from ${threshold}: F1`, 0.99, estimatesOf(outcomes, resamples).f1)),
  };
}
