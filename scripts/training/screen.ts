import { foldOf, type Pool } from './pools.ts';
import { fitLogistic, logOdds, type Example, type LinearModel } from './logistic.ts';
import { Glance, GLANCE_FEATURES } from '../../src/compare/glance.ts';
import { laidOut } from '../../src/fingerprint/packed-print.ts';
import type { PairKind } from '../../src/compare/pair-kind.ts';
import { screenPartOf } from '../../src/compare/screen.ts';
import { hashText } from '../../src/extract/shingles.ts';
import { logistic } from '../../src/judge/judge.ts';
import type { JudgeModel } from '../../src/judge/model.ts';
import { judgeFeatures } from '../../src/judge/judge.ts';

/** A pair that the judge finds at least so probable (one report, one story) is told to somebody, or may keep another apart. */
const WORTH_JUDGING = { report: 0.1, story: 0.5 };

/** Of the pairs that are worth it, this share may get lost: with one in a thousand hardly a true one is. */
const LOST = 1e-3;

/** Of the others this share is learned from: there are a million. */
const SHARE_OF_STRANGERS = 0.2;

/** Strength of the ridge penalty: there are a hundred thousand times as many examples. */
const RIDGE = 1;

interface ScreenExample extends Example {
  readonly pool: string;
  readonly folds: readonly [number, number];
  readonly part: PairKind;
}

/** What was learned for pairs of one kind, and how it does on pairs of whose documents it saw neither. */
export interface LearnedScreen extends LinearModel {
  readonly least: number;
  readonly crossValidated: readonly ScreenScore[];
}

interface ScreenScore {
  readonly pool: string;
  readonly pairs: number;
  /** Share of the pairs that pass. */
  readonly passed: number;
  /** Pairs worth judging, and how many of them were lost. */
  readonly worth: number;
  readonly lost: number;
}

/** Learns which candidate pairs of the pools the judge need not see. */
export function learnScreen(pools: ReadonlyMap<string, Pool>, model: JudgeModel): Readonly<Record<PairKind, LearnedScreen>> {
  const examples = [...pools].flatMap(([name, pool]) => examplesOf(name, pool, model));
  const learned = (name: PairKind): LearnedScreen => learnPart(examples.filter(({ part }) => part === name));
  return { within: learned('within'), across: learned('across'), unaided: learned('unaided') };
}

function learnPart(examples: readonly ScreenExample[]): LearnedScreen {
  const scored = scoresOf(examples);
  const worth = scored.filter(({ positive }) => positive).map(({ score }) => score).sort((x, y) => x - y);
  const least = Math.floor(100 * (worth[Math.floor(LOST * worth.length)] ?? 0)) / 100;
  const crossValidated = [...new Set(examples.map(({ pool }) => pool))].map((pool): ScreenScore => {
    const own = scored.filter((each) => each.pool === pool);
    const total = (list: readonly ScreenExample[]): number => list.reduce((sum, { weight }) => sum + weight, 0);
    const wanted = own.filter(({ positive }) => positive);
    return { pool, pairs: total(own), passed: Number((total(own.filter(({ score }) => score >= least)) / total(own)).toFixed(4)), worth: wanted.length, lost: wanted.filter(({ score }) => score < least).length };
  });
  return { ...fitLogistic(examples, RIDGE), least, crossValidated };
}

function examplesOf(name: string, pool: Pool, model: JudgeModel): ScreenExample[] {
  const glance = new Glance();
  return pool.pairs.flatMap(({ a, b }) => {
    const [x, y] = [pool.documents[a], pool.documents[b]];
    if (x === undefined || y === undefined) return [];
    const { logOdds: report, story } = judgeFeatures(pool.featuresOf(a, b), model);
    const positive = logistic(report) >= WORTH_JUDGING.report || logistic(story) >= WORTH_JUDGING.story;
    if (!positive && hashText(`${a} ${b}`) / 2 ** 32 >= SHARE_OF_STRANGERS) return [];
    glance.lookFrom(pool.prints.at(a));
    const features = [...glance.at(laidOut(pool.prints.packedAt(b)))];
    return [{ pool: name, features, positive, weight: positive ? 1 : 1 / SHARE_OF_STRANGERS, folds: [foldOf(x), foldOf(y)] as const, part: screenPartOf(features, pool.fingerprints[a]?.language === pool.fingerprints[b]?.language) }];
  });
}

/** Each example with the log-odds that a model gives it which saw the fold of neither of its documents. */
function scoresOf<E extends ScreenExample>(examples: readonly E[]): readonly (E & { readonly score: number })[] {
  const models = new Map<string, LinearModel>();
  return examples.map((each) => {
    const [x, y] = each.folds;
    const key = `${Math.min(x, y)} ${Math.max(x, y)}`;
    const model = models.get(key) ?? fitLogistic(examples.filter(({ folds }) => !folds.includes(x) && !folds.includes(y)), RIDGE);
    models.set(key, model);
    return { ...each, score: logOdds(model, each.features) };
  });
}

/** What was learned as a table has it. */
export function screenTable({ bias, weights, least, crossValidated }: LearnedScreen, rounded: (value: number) => number): object {
  return { bias: rounded(bias), least, weights: Object.fromEntries(GLANCE_FEATURES.map((name, at) => [name, rounded(weights[at] ?? 0)])), crossValidated };
}
