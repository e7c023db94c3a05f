import { featuresOf, FEATURE_NAMES, partOf } from './features.ts';
import type { JudgeModel, LogisticModel } from './model.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { Level, Relation } from '../types.ts';

/** What a pair of documents is to each other. */
export interface Judgement {
  readonly relation: Relation;
  /** That both are one report, in [0, 1]. */
  readonly probability: number;
  /** Its logarithmic odds. */
  readonly logOdds: number;
  /** That both tell one event; never under `probability`. */
  readonly story: number;
}

/**
 * The probability from which on a pair is joined, unless the user asks for another: above one half, since to join wrongly
 * is the worse fault; not far above, since texts that have lost sentences are judged with less certainty than they deserve.
 * Chosen with the cross-validated pools of `docs/quality.md` in view.
 * Stories are joined where that is likelier than not.
 */
export const DEFAULT_THRESHOLDS: Readonly<Record<Level, number>> = { report: 0.6, story: 0.5 };

/** From this probability of one story on, two reports are called related: one in ten such pairs is a story after all. */
const RELATED = 0.1;

/**
 * Where stories are not what is joined, two reports are called one story from here on only: of look-alike events the model
 * is too sure (`docs/quality.md`), and nine in ten is where it is mostly right.
 */
const SURE_STORY = 0.9;

/** Judges a comparison by the model; what is joined at `level` is told from `threshold` on. */
export function judge(comparison: Comparison, model: JudgeModel, threshold: number, level: Level = 'report'): Judgement {
  const { logOdds, story: storyLogOdds } = judgeFeatures(featuresOf(comparison), model);
  const probability = logistic(logOdds);
  const story = logistic(storyLogOdds);
  return { relation: relationOf(comparison, probability, story, threshold, level === 'story' ? threshold : SURE_STORY), probability, logOdds, story };
}

/** The log-odds of one report and of one story that a model gives to features in the order of `FEATURE_NAMES`. */
export function judgeFeatures(features: readonly number[], model: JudgeModel): { readonly logOdds: number; readonly story: number } {
  const logOdds = linear(model[partOf(features)], features);
  return { logOdds, story: Math.max(logOdds, linear(model.story, features)) };
}

function relationOf(comparison: Comparison, probability: number, story: number, threshold: number, storyThreshold: number): Relation {
  if (probability >= threshold) return comparison.sameLanguage ? 'copy' : 'translation';
  if (story >= storyThreshold) return 'story';
  return story >= RELATED ? 'related' : 'unrelated';
}

/** The log-odds that a model gives to features in the order of `FEATURE_NAMES`. */
function linear(model: LogisticModel, features: readonly number[]): number {
  const weights = weightsInOrder(model);
  let sum = model.bias;
  for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * (features[at] ?? 0);
  return sum;
}

const inOrder = new WeakMap<LogisticModel, Float64Array>();

/** The weights of a model in the order of `FEATURE_NAMES`; by name they take longer to look up than to add. */
function weightsInOrder(model: LogisticModel): Float64Array {
  const known = inOrder.get(model) ?? Float64Array.from(FEATURE_NAMES, (name) => model.weights[name] ?? 0);
  inOrder.set(model, known);
  return known;
}

/** The probability of log-odds. */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** The log-odds of a probability in (0, 1). */
export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}
