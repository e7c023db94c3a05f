import type { Alignment } from './align.ts';
import type { Comparison } from './comparison.ts';
import { ratio } from './ratio.ts';
import { lengthAt, type Laid } from '../fingerprint/packed-print.ts';

type Shape = Pick<Comparison, 'coverageA' | 'coverageB' | 'strongCoverageA' | 'strongCoverageB' | 'expectedCoverageA' | 'expectedCoverageB' | 'totalLogOdds' | 'adjacency' | 'lengthSpread'>;

/** From here on two sentences are likelier versions of each other than not. */
const STRONG_GAIN = 0.5;

/** One pair of sentences, however alike, is no more certain than this. */
const MOST_LOG_ODDS = 8;

/** How much of both documents an alignment covers, how surely, and how evenly. */
export function shapeOf(a: Laid, b: Laid, { pairs }: Alignment): Shape {
  let coveredA = 0;
  let coveredB = 0;
  let strongA = 0;
  let strongB = 0;
  let adjacent = 0;
  let expectedA = 0;
  let expectedB = 0;
  let totalLogOdds = 0;
  const logRatios: number[] = [];
  for (const [index, pair] of pairs.entries()) {
    const [lengthA, lengthB] = [lengthAt(a, pair.a), lengthAt(b, pair.b)];
    coveredA += lengthA;
    coveredB += lengthB;
    expectedA += pair.gain * lengthA;
    expectedB += pair.gain * lengthB;
    const before = pairs[index - 1];
    if (before !== undefined && before.a === pair.a - 1 && before.b === pair.b - 1) adjacent++;
    if (pair.gain >= STRONG_GAIN) {
      strongA += lengthA;
      strongB += lengthB;
      totalLogOdds += Math.min(MOST_LOG_ODDS, Math.log(pair.gain / (1 - pair.gain)));
    }
    logRatios.push(Math.log(lengthA / lengthB));
  }
  const middle = median(logRatios);
  return {
    coverageA: ratio(coveredA, a.length),
    coverageB: ratio(coveredB, b.length),
    strongCoverageA: ratio(strongA, a.length),
    strongCoverageB: ratio(strongB, b.length),
    expectedCoverageA: ratio(expectedA, a.length),
    expectedCoverageB: ratio(expectedB, b.length),
    totalLogOdds,
    adjacency: ratio(adjacent, pairs.length - 1),
    lengthSpread: ratio(logRatios.reduce((sum, value) => sum + Math.abs(value - middle), 0), logRatios.length),
  };
}

/** The share of each document's letters in aligned sentences. */
export function coverageOf(a: Laid, b: Laid, { pairs }: Alignment): Pick<Shape, 'coverageA' | 'coverageB'> {
  let coveredA = 0;
  let coveredB = 0;
  for (const pair of pairs) {
    coveredA += lengthAt(a, pair.a);
    coveredB += lengthAt(b, pair.b);
  }
  return { coverageA: ratio(coveredA, a.length), coverageB: ratio(coveredB, b.length) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[sorted.length >> 1] ?? 0;
}
