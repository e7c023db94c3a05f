import type { PairReport, Report } from '../types.ts';

/** The pairs of a report by where people look for them, each in the order of the report. */
export interface PlacedPairs {
  /** By cluster id. */
  readonly within: ReadonlyMap<string, readonly PairReport[]>;
  /** One story, and no report; empty at level story. */
  readonly sameStory: readonly PairReport[];
  readonly nearMisses: readonly PairReport[];
}

/** From this probability on a pair that was not joined is worth a look. */
const NEAR_MISS = 0.1;

/** Sorts the pairs of a report into those within clusters, those of one story, and near misses. */
export function placePairs({ clusters, pairs, options }: Report): PlacedPairs {
  const clusterOf = new Map(clusters.flatMap(({ id, documents }) => documents.map((document) => [document, id] as const)));
  const within = new Map<string, PairReport[]>(clusters.map(({ id }) => [id, []]));
  const sameStory: PairReport[] = [];
  const nearMisses: PairReport[] = [];
  for (const pair of pairs) {
    const cluster = clusterOf.get(pair.a);
    if (cluster !== undefined && cluster === clusterOf.get(pair.b)) within.get(cluster)?.push(pair);
    // At the level of stories such a pair was not joined although it could have been: that is a miss.
    else if (pair.relation === 'story' && options.level === 'report') sameStory.push(pair);
    else if (Math.max(pair.probability, pair.story) >= NEAR_MISS) nearMisses.push(pair);
  }
  return { within, sameStory, nearMisses };
}
