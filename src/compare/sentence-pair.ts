import type { SentenceModel } from './sentence-model.ts';
import type { Fingerprint } from '../fingerprint/fingerprint.ts';
import { KEY_FAMILIES } from '../types.ts';

const FAMILIES = KEY_FAMILIES.length;

/** Features of a pair of sentences (`SENTENCE_FEATURES`): three a family, and six of the whole. */
const WIDTH = 3 * FAMILIES + 6;

/** Added to a cosine before its logarithm: less than any shared key gives. */
const COSINE_FLOOR = 0.02;

/** Letters added to both lengths: between sentences of a word or two a ratio tells nothing. */
const LENGTH_FLOOR = 5;

/** What two sentences share: `matched` by family from `at` on, and the product of the weights of all shared keys. */
export interface SharedWeight {
  readonly matched: Float64Array;
  readonly at: number;
  readonly product: number;
}

/** The features of sentence `i` of `a` and sentence `j` of `b`, written to `out`, in the order of `SENTENCE_FEATURES`. */
export function sentenceFeatures(a: Fingerprint, i: number, b: Fingerprint, j: number, { matched, at, product }: SharedWeight, out: Float64Array): void {
  let all = 0;
  for (let family = 0; family < FAMILIES; family++) {
    const weightA = a.sentenceWeights[i * FAMILIES + family] ?? 0;
    const weightB = b.sentenceWeights[j * FAMILIES + family] ?? 0;
    const shared = matched[at + family] ?? 0;
    all += shared;
    out[3 * family] = Math.log1p(shared);
    out[3 * family + 1] = Math.log1p(Math.max(0, Math.max(weightA, weightB) - shared));
    out[3 * family + 2] = Math.log1p(Math.max(0, Math.min(weightA, weightB) - shared));
  }
  const cosine = Math.min(1, product / ((a.sentenceNorms[i] ?? 1) * (b.sentenceNorms[j] ?? 1)));
  const [lengthA = 0, lengthB = 0] = [a.lengths[i], b.lengths[j]];
  const difference = Math.abs(Math.log((lengthA + LENGTH_FLOOR) / (lengthB + LENGTH_FLOOR)));
  const rest = 3 * FAMILIES;
  out[rest] = cosine;
  out[rest + 1] = Math.log(cosine + COSINE_FLOOR);
  out[rest + 2] = difference;
  out[rest + 3] = difference * difference;
  out[rest + 4] = Math.log(Math.min(lengthA, lengthB) + LENGTH_FLOOR);
  out[rest + 5] = Math.log1p(all);
}

/** Room for the features of one pair of sentences. */
export function roomForFeatures(): Float64Array {
  return new Float64Array(WIDTH);
}

/** The probability that two sentences with these features are versions of one another. */
export function versionProbability(features: Float64Array, { bias, weights }: SentenceModel): number {
  let logOdds = bias;
  for (let at = 0; at < WIDTH; at++) logOdds += (weights[at] ?? 0) * (features[at] ?? 0);
  return 1 / (1 + Math.exp(-logOdds));
}
