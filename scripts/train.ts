/**
 * Learns what `src/data` holds of figures: key rates (background.tsv), letters a language needs (lengths.tsv) and the judge
 * (model.json), from the evaluation data beside the repository. `npm run train`; deterministic.
 */
import { writeFileSync } from 'node:fs';
import { crossValidate, FoldModels, type GroupScore } from './training/crossvalidate.ts';
import type { LinearModel } from './training/logistic.ts';
import { Pool, type PairExample } from './training/pools.ts';
import { learnScreen, screenTable } from './training/screen.ts';
import { gatherMaterial, learnKeyFigures, loadCorpora, PARTS, RIDGE, trainingParts, weighable, type Part } from './training/recipe.ts';
import { SENTENCE_FEATURES, type SentenceModel } from '../src/compare/sentence-model.ts';
import { FEATURE_NAMES } from '../src/judge/features.ts';
import { shippedModel } from '../src/judge/model.ts';

const SOURCE =
  'Learned by scripts/train.ts from NTREX-128 (CC BY-SA 4.0), WMT news test sets 2008-2013 (research use), MEANTIME (CC BY 4.0), SwissGov-RSD, ' +
  'ECB+ (CC BY 3.0), In The News (CC BY-SA 3.0), SemEval-2022 Task 8 (research use), FLORES-200 dev (CC BY-SA 4.0); no text of theirs is kept.';

const say = (text: string): void => void process.stderr.write(`${text}\n`);

say('reading');
const corpora = loadCorpora();
const { seen, rates, lengths, figures: learned } = learnKeyFigures(corpora);
say(`${corpora.articles.length} articles, ${seen} keys seen again, ${rates.size} kept`);

const pools = new Map<string, Pool>();
const parts = trainingParts(gatherMaterial(corpora), learned, ({ name, documents }) => {
  const pool = new Pool(documents, learned);
  pools.set(name, pool);
  return pool;
});
say(`${parts.across.length + parts.unaided.length + parts.within.length + parts.briefWithin.length + parts.briefAcross.length} pairs`);
writeBackground(rates, lengths);
writeSentences(learned.sentences);
writeModel(parts);
writeScreen();

function writeBackground(shares: ReadonlyMap<string, number>, factors: ReadonlyMap<string, number>): void {
  const perMille = [...shares].map(([key, rate]) => `${key}\t${Number((1_000 * rate).toPrecision(2))}`);
  writeTable('background.tsv', `Share of news documents that hold a key, per thousand, in the language where it is highest.\n# ${SOURCE}`, perMille);
  const letters = [...factors].map(([language, factor]) => `${language}\t${factor.toFixed(3)}`);
  writeTable('lengths.tsv', 'Letters a language needs for what English says in one.\n# Learned by scripts/train.ts from FLORES-200 dev (CC BY-SA 4.0).', letters);
}

function writeTable(name: string, head: string, rows: readonly string[]): void {
  writeFileSync(new URL(`../src/data/${name}`, import.meta.url), `# ${head}\n${[...rows].sort().join('\n')}\n`);
}

function writeSentences({ bias, weights }: SentenceModel): void {
  const source = 'Learned by scripts/train.ts from FLORES-200 dev (CC BY-SA 4.0): versions of a sentence against its neighbours, in 27 languages.';
  const byName = Object.fromEntries(SENTENCE_FEATURES.map((name, at) => [name, sixDigits(weights[at] ?? 0)]));
  writeJson('sentences.json', { source, method: 'Logistic regression; see src/compare/sentence-pair.ts', bias: sixDigits(bias), weights: byName });
}

function writeJson(name: string, value: unknown): void {
  writeFileSync(new URL(`../src/data/${name}`, import.meta.url), `${JSON.stringify(value, undefined, 1)}\n`);
}

/** Weights as they are kept; what rounding has left of a nought is one. */
function sixDigits(value: number): number {
  return Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(6));
}

function writeModel(pairs: Readonly<Record<Part, readonly PairExample[]>>): void {
  const fitted = PARTS.map((part) => {
    const list = weighable(part, pairs[part]);
    const models = new FoldModels(list, RIDGE);
    const scores = crossValidate(list, models);
    report(part, scores);
    const positive = list.filter((pair) => pair.positive).length;
    return [part, { ...named(models.without([])), means: meansOf(list), pairs: list.length, positive, crossValidated: scores }];
  });
  const method = 'Logistic regression; crossValidated: each pair by a model that saw neither of its documents, pairs alone, at probability 0.5';
  writeJson('model.json', { source: SOURCE, method, ...Object.fromEntries(fitted) });
}

/** Needs the model that was just written. */
function writeScreen(): void {
  const learnedScreen = learnScreen(pools, shippedModel());
  for (const [part, { crossValidated }] of Object.entries(learnedScreen)) {
    say(`\nscreen, ${part}`);
    for (const { pool, pairs, passed, worth, lost } of crossValidated) say(`  ${pool.padEnd(34)} ${pairs.toFixed(0).padStart(7)} pairs  ${(100 * passed).toFixed(1).padStart(5)} % pass  ${String(worth).padStart(6)} worth judging, ${lost} lost`);
  }
  const method = 'Logistic regression; crossValidated: each pair by a model that saw neither of its documents. See src/compare/screen.ts';
  const tables = Object.entries(learnedScreen).map(([part, learnedPart]) => [part, screenTable(learnedPart, sixDigits)]);
  writeJson('screen.json', { source: SOURCE, method, ...Object.fromEntries(tables) });
}

function named({ bias, weights }: LinearModel): { bias: number; weights: Record<string, number> } {
  const figures = FEATURE_NAMES.map((name, at) => [name, sixDigits(weights[at] ?? 0)] as const);
  return { bias: sixDigits(bias), weights: Object.fromEntries(figures.filter(([, weight]) => weight !== 0)) };
}

function meansOf(pairs: readonly PairExample[]): Record<string, number> {
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  return Object.fromEntries(
    FEATURE_NAMES.map((name, at) => {
      const sum = pairs.reduce((running, { features, weight }) => running + weight * (features[at] ?? 0), 0);
      return [name, Number((sum / total).toPrecision(4))];
    }),
  );
}

function report(name: string, scores: readonly GroupScore[]): void {
  say(`\n${name}`);
  for (const { group, pairs, positive, precision, recall, f1, calibrationError } of scores) {
    const figures = [precision, recall, f1, calibrationError].map((figure) => figure.toFixed(4));
    say(`  ${group.padEnd(34)} ${String(pairs).padStart(7)} pairs ${String(positive).padStart(6)} true  P ${figures[0]}  R ${figures[1]}  F1 ${figures[2]}  ECE ${figures[3]}`);
  }
}
