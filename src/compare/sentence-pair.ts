import type { SentenceModel } from './sentence-model.ts';
import type { Fingerprint } from '../fingerprint/print.ts';
import { STEPS_PER_NAT } from '../fingerprint/weight.ts';
import { KEY_FAMILIES } from '../types.ts';

const FAMILIES = KEY_FAMILIES.length;

/** Features of a pair of sentences (`SENTENCE_FEATURES`): three a family, and six of the whole. */
const WIDTH = 3 * FAMILIES + 6;

/** Added to a cosine before its logarithm: less than any shared key gives. */
const COSINE_FLOOR = 0.02;

/** Letters added to both lengths: between sentences of a word or two a ratio tells nothing. */
const LENGTH_FLOOR = 5;

/** Logarithms of one and a weight by its steps: sums of weights are whole steps too, and few are larger. */
const LOGS_OF_STEPS = Float64Array.from({ length: 4096 }, (_, steps) => Math.log1p(steps / STEPS_PER_NAT));

/** `Math.log1p` of a weight, looked up: half of what a pair of sentences takes would go into it. */
function logOf(weight: number): number {
  return LOGS_OF_STEPS[weight * STEPS_PER_NAT] ?? Math.log1p(weight);
}

/** What two sentences share: `matched` by family from `at` on, and the product of the weights of all shared keys. */
export interface SharedWeight {
  readonly matched: Float64Array;
  readonly at: number;
  readonly product: number;
}

/** The features of sentence `i` of `a` and sentence `j` of `b`, written to `out`, in the order of `SENTENCE_FEATURES`. */
export function sentenceFeatures(a: Fingerprint, i: number, b: Fingerprint, j: number, { matched, at, product }: SharedWeight, out: Float64Array): void {
  const logsA = logsOf(a);
  const logsB = logsOf(b);
  let all = 0;
  for (let family = 0; family < FAMILIES; family++) {
    const shared = matched[at + family] ?? 0;
    const logA = logsA[i * LOGS + family] ?? 0;
    const logB = logsB[j * LOGS + family] ?? 0;
    out[3 * family] = logOf(shared);
    // Where nothing is shared all is left: most families of most pairs, and the logarithms are known.
    out[3 * family + 1] = shared === 0 ? Math.max(logA, logB) : logOf(Math.max(0, richer(a, i, b, j, family) - shared));
    out[3 * family + 2] = shared === 0 ? Math.min(logA, logB) : logOf(Math.max(0, poorer(a, i, b, j, family) - shared));
    all += shared;
  }
  const cosine = Math.min(1, product / ((a.sentenceNorms[i] ?? 1) * (b.sentenceNorms[j] ?? 1)));
  const difference = Math.abs(Math.log(((a.lengths[i] ?? 0) + LENGTH_FLOOR) / ((b.lengths[j] ?? 0) + LENGTH_FLOOR)));
  const rest = 3 * FAMILIES;
  out[rest] = cosine;
  out[rest + 1] = Math.log(cosine + COSINE_FLOOR);
  out[rest + 2] = difference;
  out[rest + 3] = difference * difference;
  out[rest + 4] = Math.min(logsA[i * LOGS + FAMILIES] ?? 0, logsB[j * LOGS + FAMILIES] ?? 0);
  out[rest + 5] = logOf(all);
}

function richer(a: Fingerprint, i: number, b: Fingerprint, j: number, family: number): number {
  return Math.max(a.sentenceWeights[i * FAMILIES + family] ?? 0, b.sentenceWeights[j * FAMILIES + family] ?? 0);
}

function poorer(a: Fingerprint, i: number, b: Fingerprint, j: number, family: number): number {
  return Math.min(a.sentenceWeights[i * FAMILIES + family] ?? 0, b.sentenceWeights[j * FAMILIES + family] ?? 0);
}

/** Logarithms kept of a sentence: of its weight in each family, and of its length. */
const LOGS = FAMILIES + 1;

/** The documents compared last, with the logarithms of their sentences: one of them is compared with many others in a row. */
let [[latest, latestLogs], [before, beforeLogs]]: [Logged, Logged] = [[undefined, new Float64Array()], [undefined, new Float64Array()]];
type Logged = [Fingerprint | undefined, Float64Array];

function logsOf(print: Fingerprint): Float64Array {
  if (print === latest) return latestLogs;
  if (print !== before) [before, beforeLogs] = [print, takeLogs(print)];
  [[latest, latestLogs], [before, beforeLogs]] = [[before, beforeLogs], [latest, latestLogs]];
  return latestLogs;
}

function takeLogs({ lengths, sentenceWeights }: Fingerprint): Float64Array {
  const logs = new Float64Array(lengths.length * LOGS);
  for (let sentence = 0; sentence < lengths.length; sentence++) {
    for (let family = 0; family < FAMILIES; family++) logs[sentence * LOGS + family] = logOf(sentenceWeights[sentence * FAMILIES + family] ?? 0);
    logs[sentence * LOGS + FAMILIES] = Math.log((lengths[sentence] ?? 0) + LENGTH_FLOOR);
  }
  return logs;
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
