import { FEATURE_NAMES, type FeatureName } from './features.ts';
import { readTable } from '../data/load.ts';

/** One logistic regression: the log-odds are `bias + Σ weight · value`. */
export interface LogisticModel {
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<FeatureName, number>>>;
  /** The mean value of each feature in training: what an explanation measures from. */
  readonly means: Readonly<Partial<Record<FeatureName, number>>>;
}

/** The learned judge. */
export interface JudgeModel {
  /** One report, told in two languages. */
  readonly across: LogisticModel;
  /** The same where the dictionary knows the words of one of the languages, or of neither. */
  readonly unaided: LogisticModel;
  /** One report, told in one language: copy, rewrite or excerpt. */
  readonly within: LogisticModel;
  /** The same two where one of the texts is brief. */
  readonly briefWithin: LogisticModel;
  readonly briefAcross: LogisticModel;
  /** One event, whoever reports it. */
  readonly story: LogisticModel;
}

let shipped: JudgeModel | undefined;

/** The model in `src/data/model.json`, learned by `npm run train`. */
export function shippedModel(): JudgeModel {
  shipped ??= parseModel(readTable('model.json'));
  return shipped;
}

function parseModel(json: string): JudgeModel {
  const value: unknown = JSON.parse(json);
  const part = (name: string): LogisticModel => parseLogistic(field(value, name), name);
  return { across: part('across'), unaided: part('unaided'), within: part('within'), briefWithin: part('briefWithin'), briefAcross: part('briefAcross'), story: part('story') };
}

function parseLogistic(value: unknown, name: string): LogisticModel {
  const bias = field(value, 'bias');
  if (typeof bias !== 'number') throw new TypeError(`model.json: ${name}.bias is no number; run npm run train`);
  return { bias, weights: parseFigures(field(value, 'weights')), means: parseFigures(field(value, 'means')) };
}

function parseFigures(value: unknown): Readonly<Partial<Record<FeatureName, number>>> {
  const figures: Partial<Record<FeatureName, number>> = {};
  for (const name of FEATURE_NAMES) {
    const figure = field(value, name);
    if (typeof figure === 'number') figures[name] = figure;
  }
  return figures;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}
