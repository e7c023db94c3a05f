import { FoldModels } from '../training/crossvalidate.ts';
import { logOdds, type LinearModel } from '../training/logistic.ts';
import { foldOf, type PairExample, type Pool } from '../training/pools.ts';
import { RIDGE, weighable, type Part } from '../training/recipe.ts';
import type { Labelled } from '../training/corpora.ts';
import { FEATURE_NAMES, partOf, type FeatureName } from '../../src/judge/features.ts';
import type { JudgeModel, LogisticModel } from '../../src/judge/model.ts';

/**
 * The product's judge, except that a pair is judged by the model that saw neither of its documents' folds (and a set that
 * nothing was learned from, by the model of all).
 */
export class CrossValidatedJudge {
  readonly #models: Readonly<Record<Part, FoldModels>>;

  constructor(parts: Readonly<Record<Part, readonly PairExample[]>>, omitted: ReadonlySet<FeatureName> = new Set()) {
    const models = (part: Part): FoldModels => new FoldModels(weighable(part, parts[part], omitted), RIDGE);
    this.#models = { across: models('across'), unaided: models('unaided'), within: models('within'), briefWithin: models('briefWithin'), briefAcross: models('briefAcross'), story: models('story') };
  }

  /** Log-odds that two documents of a pool, given by their places, are one report. */
  report(pool: Pool, a: number, b: number): number {
    const features = pool.featuresOf(a, b);
    return logOdds(this.#models[partOf(features)].without(foldsOf(pool, a, b)), features);
  }

  /** Log-odds that they tell one event: never under those of one report. */
  story(pool: Pool, a: number, b: number): number {
    return Math.max(this.report(pool, a, b), logOdds(this.#models.story.without(foldsOf(pool, a, b)), pool.featuresOf(a, b)));
  }

  /** The model for two documents in the form that the product reads. */
  modelFor(a: Labelled, b: Labelled): JudgeModel {
    const part = (name: Part): LogisticModel => inForm(this.#models[name].without([foldOf(a), foldOf(b)]));
    return { across: part('across'), unaided: part('unaided'), within: part('within'), briefWithin: part('briefWithin'), briefAcross: part('briefAcross'), story: part('story') };
  }
}

/** Nothing was learned from these: no fold has to be left out. */
const UNSEEN_SETS = new Set(['og2021']);

function foldsOf({ documents }: Pool, a: number, b: number): number[] {
  return [documents[a], documents[b]].flatMap((document) => (document === undefined || UNSEEN_SETS.has(document.set) ? [] : [foldOf(document)]));
}

function inForm({ bias, weights }: LinearModel): LogisticModel {
  return { bias, weights: Object.fromEntries(FEATURE_NAMES.map((name, at) => [name, weights[at] ?? 0])), means: {} };
}
