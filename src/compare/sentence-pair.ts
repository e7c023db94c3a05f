import type { SentenceModel } from './sentence-model.ts';
import { LENGTH_FLOOR, SENTENCE_LOGS, type Fingerprint } from '../fingerprint/sums.ts';
import { logOfSteps, STEPS_PER_NAT } from '../fingerprint/weight.ts';
import { KEY_FAMILIES } from '../types.ts';

const FAMILIES = KEY_FAMILIES.length;

/** Features of a pair of sentences (`SENTENCE_FEATURES`): three a family, and six of the whole. */
const WIDTH = 3 * FAMILIES + 6;

/** Added to a cosine before its logarithm: less than any shared key gives. */
const COSINE_FLOOR = 0.02;

/** What two sentences share, in steps: `matched` by family from `at` on, and the product of the weights of all shared keys. */
export interface SharedSteps {
  readonly matched: Uint32Array;
  readonly at: number;
  readonly product: number;
}

/** The features of sentence `i` of `a` and sentence `j` of `b`, written to `out`, in the order of `SENTENCE_FEATURES`. */
export function sentenceFeatures(a: Fingerprint, i: number, b: Fingerprint, j: number, { matched, at, product }: SharedSteps, out: Float64Array): void {
  const [logsA, logsB, atA, atB] = [a.sentenceLogs, b.sentenceLogs, i * SENTENCE_LOGS, j * SENTENCE_LOGS];
  let all = 0;
  for (let family = 0; family < FAMILIES; family++) {
    const shared = matched[at + family] ?? 0;
    if (shared === 0) {
      // All is left: most families of most pairs, and the logarithms are known.
      const logA = logsA[atA + family] ?? 0;
      const logB = logsB[atB + family] ?? 0;
      out[3 * family] = 0;
      out[3 * family + 1] = Math.max(logA, logB);
      out[3 * family + 2] = Math.min(logA, logB);
    } else {
      const stepsA = a.sentenceSteps[i * FAMILIES + family] ?? 0;
      const stepsB = b.sentenceSteps[j * FAMILIES + family] ?? 0;
      out[3 * family] = logOfSteps(shared);
      out[3 * family + 1] = logOfSteps(Math.max(0, Math.max(stepsA, stepsB) - shared));
      out[3 * family + 2] = logOfSteps(Math.max(0, Math.min(stepsA, stepsB) - shared));
      all += shared;
    }
  }
  const cosine = Math.min(1, product / SQUARE / ((a.sentenceNorms[i] ?? 1) * (b.sentenceNorms[j] ?? 1)));
  const difference = Math.abs(Math.log(((a.lengths[i] ?? 0) + LENGTH_FLOOR) / ((b.lengths[j] ?? 0) + LENGTH_FLOOR)));
  const rest = 3 * FAMILIES;
  out[rest] = cosine;
  out[rest + 1] = Math.log(cosine + COSINE_FLOOR);
  out[rest + 2] = difference;
  out[rest + 3] = difference * difference;
  out[rest + 4] = Math.min(logsA[atA + FAMILIES] ?? 0, logsB[atB + FAMILIES] ?? 0);
  out[rest + 5] = logOfSteps(all);
}

/** Steps in a nat, where two weights are multiplied. */
const SQUARE = STEPS_PER_NAT ** 2;

/** Room for the features of one pair of sentences. */
export function roomForFeatures(): Float64Array {
  return new Float64Array(WIDTH);
}

/** The log-odds that two sentences with these features are versions of one another. */
export function versionLogOdds(features: Float64Array, { bias, weights }: SentenceModel): number {
  let logOdds = bias;
  for (let at = 0; at < WIDTH; at++) logOdds += (weights[at] ?? 0) * (features[at] ?? 0);
  return logOdds;
}
