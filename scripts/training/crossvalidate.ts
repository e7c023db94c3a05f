import { fitLogistic, logOdds, type LinearModel } from './logistic.ts';
import type { PairExample } from './pools.ts';

/** How well pairs of one group were judged, each by a model that saw neither of its documents. */
export interface GroupScore {
  readonly group: string;
  readonly pairs: number;
  readonly positive: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Expected calibration error over ten bins (Guo et al. 2017). */
  readonly calibrationError: number;
}

/** What a pair is, and what it was judged. */
export interface JudgedPair {
  readonly positive: boolean;
  readonly probability: number;
}

/** Models of one set of examples, each without the documents of some folds; fitted when first asked for. */
export class FoldModels {
  readonly #examples: readonly PairExample[];
  readonly #ridge: number;
  readonly #models = new Map<string, LinearModel>();

  constructor(examples: readonly PairExample[], ridge: number) {
    this.#examples = examples;
    this.#ridge = ridge;
  }

  /** The model that saw no document of these folds; of none, the model of all. */
  without(folds: readonly number[]): LinearModel {
    const left = [...new Set(folds)].sort((x, y) => x - y);
    const key = left.join(' ');
    const known = this.#models.get(key);
    if (known !== undefined) return known;
    const examples = left.length === 0 ? this.#examples : this.#examples.filter((example) => !left.some((fold) => example.folds.includes(fold)));
    const model = fitLogistic(examples, this.#ridge, left.length === 0 ? undefined : this.without([]));
    this.#models.set(key, model);
    return model;
  }
}

/** Judges every pair by a model trained on the folds of neither of its documents; scores by group, then all. */
export function crossValidate(examples: readonly PairExample[], models: FoldModels): GroupScore[] {
  const judged = examples.map(({ group, positive, features, folds }) => {
    return { group, positive, probability: 1 / (1 + Math.exp(-logOdds(models.without(folds), features))) };
  });
  const groups = [...new Set(examples.map(({ group }) => group))];
  return [...groups.map((group) => score(group, judged.filter((each) => each.group === group))), score('all', judged)];
}

function score(group: string, judged: readonly JudgedPair[]): GroupScore {
  const count = (test: (each: JudgedPair) => boolean): number => judged.filter(test).length;
  const found = count((each) => each.positive && each.probability >= 0.5);
  const claimed = count(({ probability }) => probability >= 0.5);
  const positive = count((each) => each.positive);
  const precision = claimed === 0 ? 1 : found / claimed;
  const recall = positive === 0 ? 1 : found / positive;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const figures = { precision, recall, f1, calibrationError: calibrationError(judged) };
  const rounded = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(4))]));
  return { group, pairs: judged.length, positive, ...figures, ...rounded };
}

/** Pairs by probability in steps of a tenth. */
export const BINS = 10;

/** The bin of a probability. */
export function binOf(probability: number): number {
  return Math.min(BINS - 1, Math.floor(BINS * probability));
}

/** Expected calibration error (Guo et al. 2017): how far, on average, what is claimed of a bin is from what is so. */
export function calibrationError(judged: readonly JudgedPair[]): number {
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const inBin = judged.filter(({ probability }) => binOf(probability) === bin);
    const claimed = inBin.reduce((sum, { probability }) => sum + probability, 0);
    const right = inBin.filter(({ positive }) => positive).length;
    error += Math.abs(claimed - right) / Math.max(1, judged.length);
  }
  return error;
}
