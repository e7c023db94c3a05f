import { readTable } from '../data/load.ts';

/** A logistic regression over `SENTENCE_FEATURES`: the log-odds that one sentence is a version of another. */
export interface SentenceModel {
  readonly bias: number;
  /** In the order of `SENTENCE_FEATURES`. */
  readonly weights: readonly number[];
}

/**
 * What is weighed of two sentences. For each key family: how much weight they share, and how much more the sentence with more
 * of it has and the one with less has; logarithms, since the first shared name tells more than the fifth.
 */
export const SENTENCE_FEATURES = [
  'names shared', 'names left in the richer', 'names left in the poorer',
  'quantities shared', 'quantities left in the richer', 'quantities left in the poorer',
  'words shared', 'words left in the richer', 'words left in the poorer',
  'cognates shared', 'cognates left in the richer', 'cognates left in the poorer',
  'cosine', 'logarithm of the cosine', 'difference in length', 'square of the difference in length', 'length', 'all shared',
] as const;

let shipped: SentenceModel | undefined;

/** The model in `src/data/sentences.json`, learned by `npm run train`. */
export function shippedSentenceModel(): SentenceModel {
  shipped ??= parseSentenceModel(readTable('sentences.json'));
  return shipped;
}

function parseSentenceModel(json: string): SentenceModel {
  const value: unknown = JSON.parse(json);
  const figures = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const weights: unknown = figures.get('weights');
  const byName = new Map<string, unknown>(typeof weights === 'object' && weights !== null ? Object.entries(weights) : []);
  return { bias: figure(figures.get('bias')), weights: SENTENCE_FEATURES.map((name) => figure(byName.get(name))) };
}

function figure(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError('sentences.json: a figure is missing; run npm run train');
  return value;
}
