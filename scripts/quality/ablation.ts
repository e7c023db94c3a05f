import { hardPairs, outcomesAlone } from './alone.ts';
import { differenceOf, estimatesOf, type Outcome, type Resamples } from './bootstrap.ts';
import { resamplesOf } from './clusters.ts';
import type { CrossValidatedJudge } from './judge.ts';
import { MEASURED_NOISE, type MeasuredNoise } from './noise.ts';
import { groupsOf, outcomesOfGroups } from './outcomes.ts';
import { shown, shownDifference, type Section } from './section.ts';
import type { PoolName } from './texts.ts';
import type { Workbench } from './workbench.ts';
import { CORE } from '../training/recipe.ts';
import type { FeatureName } from '../../src/judge/features.ts';

/** Kinds of key taken away before fingerprinting, by what a key's canonical text begins with. */
const KEYS = {
  'names (all name keys)': /^[nsme]:/u,
  'names in the entity table': /^e:/u,
  'names by their spelling': /^[nsm]:/u,
  quantities: /^q:/u,
  'dictionary words': /^w:(?!month-|weekday-)/u,
  'months and weekdays': /^w:(?:month-|weekday-)/u,
  cognates: /^c:/u,
} as const satisfies Readonly<Record<string, RegExp>>;

/** Kinds of evidence taken from the judge. */
const FEATURES = {
  'likeness of whole documents': ['likeness', 'names', 'quantities', 'words', 'cognates', 'nameContainment', 'quantityContainment', 'sharedWeight', 'likenessOfCommon'],
  'alignment of sentences': [
    'alignment', 'alignmentOfCommon', 'lesserCoverage', 'greaterCoverage', 'lesserStrongCoverage', 'greaterStrongCoverage', 'lesserExpectedCoverage', 'greaterExpectedCoverage', 'coverageOfMany', 'totalGain', 'meanGain', 'totalLogOdds',
  ],
  'order, against chance': ['orderShare', 'sentenceOrder', 'chanceAlignment', 'coverageOverChance', 'adjacency'],
  'agreement and conflict of aligned sentences': ['alignedNames', 'alignedQuantities', 'alignedWords', 'conflictingNames', 'conflictingQuantities'],
  'lengths and number of sentences': ['lengthSpread', 'lengthRatio', 'sentences'],
  'what each text has of its own': ['ownSubject', 'ownShare', 'ownRecurring'],
  'word sequences': ['wordSequences', 'rareWordSequences', 'wordSequencesInBoth'],
} as const satisfies Readonly<Record<string, readonly FeatureName[]>>;

const NOISES = Object.keys(MEASURED_NOISE).filter((name): name is MeasuredNoise => name in MEASURED_NOISE);

/** What is measured with each kind of evidence taken away. */
const MEASURES = ['clusters', 'pairs alone', 'with noise', '27 languages'] as const;
type Measured = Readonly<Record<(typeof MEASURES)[number], readonly Outcome[]>>;

function measured(bench: Workbench, judge: CrossValidatedJudge): Measured {
  const clusters = (name: PoolName): Outcome[] => outcomesOfGroups(bench.pool(name), groupsOf(bench.pool(name), judge, 'report'), 'report');
  return {
    clusters: clusters(CORE),
    'pairs alone': outcomesAlone(bench.pool(CORE), hardPairs(bench.pool(CORE)), judge),
    'with noise': NOISES.flatMap(clusters),
    '27 languages': clusters('ntrex'),
  };
}

interface Variant {
  readonly name: string;
  readonly outcomes: Measured;
}

function* variants(bench: Workbench): Generator<Variant> {
  for (const [name, features] of Object.entries(FEATURES)) {
    bench.say(`without ${name}`);
    yield { name, outcomes: measured(bench, bench.judgeWithout(new Set(features))) };
  }
  for (const [name, pattern] of Object.entries(KEYS)) {
    bench.say(`without ${name}`);
    const changed = bench.withKeys((key) => !pattern.test(key));
    yield { name, outcomes: measured(changed, changed.judge()) };
  }
}

/** Judges learn from this share of the pairs here: fourteen of them are fitted, fifteen models each. */
const SHARE_OF_PAIRS = 0.25;

/** What each kind of evidence is worth: F1 with all, and how far it lies from that without each. */
export function ablationSection(whole: Workbench, count: number): Section {
  const bench = whole.thinned(SHARE_OF_PAIRS);
  bench.say('with all evidence');
  const all = measured(bench, bench.judge());
  const core = resamplesOf(bench.pool(CORE), count);
  const resamples: Record<keyof Measured, Resamples> = { clusters: core, 'pairs alone': core, 'with noise': core, '27 languages': resamplesOf(bench.pool('ntrex'), count) };
  const first = ['with all evidence: F1', ...MEASURES.map((name) => shown(estimatesOf(all[name], resamples[name]).f1))];
  const rows = [...variants(bench)].map(({ name, outcomes }) => {
    return [`without ${name}`, ...MEASURES.map((measure) => shownDifference(differenceOf(outcomes[measure], all[measure], resamples[measure])))];
  });
  return {
    title: 'What each kind of evidence is worth',
    method:
      'Each kind taken away, the judge fitted anew without it and cross-validated, and the pools measured again: the difference of F1 under the same resamples. ' +
      `The judges of this section learn from ${100 * SHARE_OF_PAIRS} % of the pairs, the one with all evidence too, so that its figures are not quite those above. ` +
      'Keys are taken away before fingerprinting, blocking included; what the tables do besides giving keys (telling German nouns from names, parting Chinese runs) stays. ' +
      '“With noise” puts the three kinds of noise together. An interval that holds 0 says that the evidence is not missed on this pool: other evidence stands in for it.',
    tables: [{ columns: ['evidence', ...MEASURES], rows: [first, ...rows] }],
    goals: [],
  };
}
