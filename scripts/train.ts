/**
 * Learns what `src/data` holds of figures: key rates (background.tsv), letters a language needs (lengths.tsv) and the judge
 * (model.json), from the evaluation data beside the repository. `npm run train`; deterministic.
 */
import { writeFileSync } from 'node:fs';
import { loadSet, parallelTexts, type Labelled } from './training/corpora.ts';
import { crossValidate, type GroupScore } from './training/crossvalidate.ts';
import { fitLogistic, type LinearModel } from './training/logistic.ts';
import { copyExamples, damaged, lookAlikeExamples, poolExamples, sameActorExamples, scoredExamples, storyExamples, withoutDictionary, type PairExample } from './training/pools.ts';
import { keyRates, lengthFactors } from './training/rates.ts';
import { makeBackground, type Background } from '../src/fingerprint/background.ts';
import { FEATURE_NAMES } from '../src/judge/features.ts';

/**
 * What is learned from. `swissgov` is not: its pages are no news, and some of its groups are one page twice (a netiquette, a
 * commission's portrait), which would teach that equal texts are two reports. It stays a test set.
 */
const SETS = ['ntrex', 'newstest', 'meantime', 'ecbplus'] as const;
const SOURCE =
  'Learned by scripts/train.ts from NTREX-128 (CC BY-SA 4.0), WMT news test sets 2008-2013 (research use), MEANTIME (CC BY 4.0), ' +
  'ECB+ (CC BY 3.0), In The News (CC BY-SA 3.0), SemEval-2022 Task 8 (research use), FLORES-200 dev (CC BY-SA 4.0); no text of theirs is kept.';

/** Rates under this are left out: the key weighs nearly what an unseen one does, and the table would be ten times as long. */
const LEAST_RATE = 0.004;

/** Strength of the ridge penalty: weights stay readable while a hundred thousand examples outweigh it. */
const RIDGE = 1;

/** One-sentence notices tell little of articles, and there are many pairs of them. */
const HEADLINE_WEIGHT = 0.1;

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** What tells a copy from another report of the event in the same words: the running word sequences and how they lie. */
const OF_COPIES: ReadonlySet<string> = new Set(['wordSequences', 'wordSequencesInBoth', 'rareWordSequences', 'greaterStrongCoverage', 'greaterCoverage', 'meanGain']);

/** What means nothing across languages. */
const WITHIN_ONE_LANGUAGE: ReadonlySet<string> = new Set(['oneLanguage', 'wordSequences', 'wordSequencesInBoth', 'rareWordSequences']);

/** Which features each model may weigh. */
const MAY_WEIGH: Readonly<Record<string, (feature: string) => boolean>> = {
  across: (feature) => !WITHIN_ONE_LANGUAGE.has(feature),
  within: (feature) => OF_COPIES.has(feature),
  story: () => true,
};

say('reading');
const sets = SETS.map((set) => loadSet(set));
const [itn, semeval] = [loadSet('itn'), loadSet('semeval22')];
const all = sets.flat();
const parallel = parallelTexts();
const seen = keyRates([...all, ...semeval, ...parallel]);
const rates = new Map([...seen].filter(([, rate]) => rate >= LEAST_RATE));
const lengths = lengthFactors();
const background = makeBackground(rates, lengths);
say(`${all.length} articles, ${seen.size} keys seen again, ${rates.size} kept`);

const reports = gatherExamples(all, background);
const independent = all.filter(({ set }) => set === 'ecbplus');
const examples = [...reports, ...independentAsNoCopies(independent, background)];
const parts = {
  across: examples.filter(({ oneLanguage }) => !oneLanguage),
  within: examples.filter(({ oneLanguage }) => oneLanguage),
  story: [
    ...lookAlikeExamples(independent, background),
    ...storyExamples(independent, background, 'ecbplus').filter(({ positive }) => !positive),
    ...storyExamples(itn, background, 'itn').map((pair) => ({ ...pair, weight: HEADLINE_WEIGHT })),
    ...scoredExamples(semeval, background),
    ...reports.filter(({ group }, at) => group === 'meantime' || at % 10 === 0),
  ],
};

writeBackground(rates, lengths);
writeModel(parts);

function gatherExamples(documents: readonly Labelled[], figures: Background): PairExample[] {
  const western = new Set(['it', 'de', 'en']);
  const core = documents.filter(({ language }) => western.has(language));
  const gathered = [
    ...poolExamples(core, figures, 'it de en'),
    ...poolExamples(damaged(core), figures, 'it de en, damaged'),
    ...SETS.flatMap((set) => poolExamples(documents.filter((each) => each.set === set), figures, set, set === 'ntrex' ? 0.2 : 1)),
    ...poolExamples(damaged(documents.filter(({ set }) => set === 'ntrex')), figures, 'ntrex, damaged', 0.2),
    ...poolExamples(withoutDictionary(documents.filter(({ set }) => set === 'ntrex')), figures, 'ntrex, half without dictionary', 0.2),
    ...sameActorExamples(documents.filter(({ set }) => set !== 'ecbplus'), figures, 0.7),
    ...copyExamples(documents, figures, 0.15),
  ];
  say(`${gathered.length} pairs`);
  return gathered;
}

/** Independent reports of one story in one language are no copies, unless they share their word sequences. */
function independentAsNoCopies(documents: readonly Labelled[], figures: Background): PairExample[] {
  const at = FEATURE_NAMES.indexOf('wordSequences');
  return storyExamples(documents, figures, 'one story, no copy')
    .filter(({ positive, features }) => positive && (features[at] ?? 0) < 0.1)
    .map((pair) => ({ ...pair, positive: false }));
}

function writeBackground(shares: ReadonlyMap<string, number>, factors: ReadonlyMap<string, number>): void {
  const perMille = [...shares].map(([key, rate]) => `${key}\t${Number((1_000 * rate).toPrecision(2))}`);
  writeTable('background.tsv', `Share of news documents that hold a key, per thousand, in the language where it is highest.\n# ${SOURCE}`, perMille);
  const letters = [...factors].map(([language, factor]) => `${language}\t${factor.toFixed(3)}`);
  writeTable('lengths.tsv', 'Letters a language needs for what English says in one.\n# Learned by scripts/train.ts from FLORES-200 dev (CC BY-SA 4.0).', letters);
}

function writeTable(name: string, head: string, rows: readonly string[]): void {
  writeFileSync(new URL(`../src/data/${name}`, import.meta.url), `# ${head}\n${[...rows].sort().join('\n')}\n`);
}

function writeModel(pairs: Readonly<Record<'across' | 'within' | 'story', readonly PairExample[]>>): void {
  const fitted = Object.entries(pairs).map(([name, list]) => {
    const used = FEATURE_NAMES.map((feature) => MAY_WEIGH[name]?.(feature) ?? true);
    const masked = list.map((pair) => ({ ...pair, features: pair.features.map((value, at) => (used[at] === true ? value : 0)) }));
    const scores = crossValidate(masked, RIDGE);
    report(name, scores);
    return [name, { ...named(fitLogistic(masked, RIDGE)), means: meansOf(masked), pairs: list.length, positive: list.filter(({ positive }) => positive).length, crossValidated: scores }];
  });
  const model = { source: SOURCE, method: 'Logistic regression; crossValidated: figures of each fold by a model of the other four, pairs alone, at probability 0.5', ...Object.fromEntries(fitted) };
  writeFileSync(new URL('../src/data/model.json', import.meta.url), `${JSON.stringify(model, undefined, 1)}\n`);
}

function named({ bias, weights }: LinearModel): { bias: number; weights: Record<string, number> } {
  const figures = FEATURE_NAMES.map((name, at) => [name, Number((weights[at] ?? 0).toPrecision(6))] as const);
  return { bias: Number(bias.toPrecision(6)), weights: Object.fromEntries(figures.filter(([, weight]) => weight !== 0)) };
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
