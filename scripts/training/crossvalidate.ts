import { fitLogistic, logOdds } from './logistic.ts';
import { FOLDS, type PairExample } from './pools.ts';

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

interface Judged {
  readonly example: PairExample;
  readonly probability: number;
}

/** Judges every pair by a model trained on the folds of neither of its documents; scores by group, then all. */
export function crossValidate(examples: readonly PairExample[], ridge: number): GroupScore[] {
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitLogistic(examples.filter(({ folds }) => !folds.includes(fold)), ridge);
    for (const example of examples) {
      if (example.folds[0] === fold) judged.push({ example, probability: 1 / (1 + Math.exp(-logOdds(model, example.features))) });
    }
  }
  const groups = [...new Set(examples.map(({ group }) => group))];
  return [...groups.map((group) => score(group, judged.filter(({ example }) => example.group === group))), score('all', judged)];
}

function score(group: string, judged: readonly Judged[]): GroupScore {
  const count = (test: (each: Judged) => boolean): number => judged.filter(test).length;
  const found = count(({ example, probability }) => example.positive && probability >= 0.5);
  const claimed = count(({ probability }) => probability >= 0.5);
  const positive = count(({ example }) => example.positive);
  const precision = claimed === 0 ? 1 : found / claimed;
  const recall = positive === 0 ? 1 : found / positive;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const figures = { precision, recall, f1, calibrationError: calibrationError(judged) };
  const rounded = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(4))]));
  return { group, pairs: judged.length, positive, ...figures, ...rounded };
}

function calibrationError(judged: readonly Judged[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inBin = judged.filter(({ probability }) => Math.min(9, Math.floor(10 * probability)) === bin);
    const claimed = inBin.reduce((sum, { probability }) => sum + probability, 0);
    const right = inBin.filter(({ example }) => example.positive).length;
    error += Math.abs(claimed - right) / Math.max(1, judged.length);
  }
  return error;
}
