import type { Clustering } from './clustering.ts';
import { pairScore, type PairCounts, type PairScore } from './counts.ts';
import type { GoldRow, Judge } from './gold.ts';

/** Scores over pairs of documents. */
export interface PairwiseScores {
  readonly all: PairScore;
  /** Over the pairs of different languages. */
  readonly crossLingual: PairScore;
  /** By languages, `de-it`, in ascending order; those with a pair joined or to be joined. */
  readonly byLanguages: readonly (readonly [string, PairScore])[];
  /** The first pairs joined wrongly, and those missed, by id. */
  readonly wrong: readonly (readonly [string, string])[];
  readonly missed: readonly (readonly [string, string])[];
}

/** Enough to see what kind of pairs they are. */
const MOST_EXAMPLES = 20;

/**
 * Pairwise precision and recall: of the pairs of documents in one cluster those of one label, and the other way round.
 * Only these pairs are looked at, not all n² of them.
 */
export function pairwiseScores({ groups, clusters, clusterOf }: Clustering, judge: Judge): PairwiseScores {
  const tally = new Tally();
  for (const [a, b] of pairsWithin(groups)) {
    if (judge(a, b) !== 'together') continue;
    const cluster = clusterOf.get(a);
    tally.count(cluster !== undefined && cluster === clusterOf.get(b) ? 'right' : 'missed', a, b);
  }
  for (const [a, b] of pairsWithin(clusters)) {
    if (judge(a, b) === 'apart') tally.count('wrong', a, b);
  }
  return tally.scores();
}

function* pairsWithin(parts: readonly (readonly GoldRow[])[]): Generator<readonly [GoldRow, GoldRow]> {
  for (const part of parts) {
    for (const [at, a] of part.entries()) {
      for (const b of part.slice(at + 1)) yield [a, b];
    }
  }
}

const NONE: PairCounts = { right: 0, wrong: 0, missed: 0 };

class Tally {
  readonly #byLanguages = new Map<string, PairCounts>();
  readonly #wrong: (readonly [string, string])[] = [];
  readonly #missed: (readonly [string, string])[] = [];
  #all = NONE;
  #cross = NONE;

  count(outcome: keyof PairCounts, a: GoldRow, b: GoldRow): void {
    const [first = 'und', second = 'und'] = [a.lang ?? 'und', b.lang ?? 'und'].sort();
    const plusOne = (counts: PairCounts): PairCounts => ({ ...counts, [outcome]: counts[outcome] + 1 });
    const languages = `${first}-${second}`;
    this.#byLanguages.set(languages, plusOne(this.#byLanguages.get(languages) ?? NONE));
    this.#all = plusOne(this.#all);
    if (first !== second) this.#cross = plusOne(this.#cross);
    const examples = outcome === 'wrong' ? this.#wrong : this.#missed;
    if (outcome !== 'right' && examples.length < MOST_EXAMPLES) examples.push([a.id, b.id]);
  }

  scores(): PairwiseScores {
    const byLanguages = [...this.#byLanguages].sort(([x], [y]) => (x < y ? -1 : 1));
    return {
      all: pairScore(this.#all),
      crossLingual: pairScore(this.#cross),
      byLanguages: byLanguages.map(([languages, counts]) => [languages, pairScore(counts)] as const),
      wrong: this.#wrong,
      missed: this.#missed,
    };
  }
}
