import type { Comparison } from '../compare/comparison.ts';
import { kindOfPair, type PairKind } from '../compare/pair-kind.ts';
import { BRIEF } from '../fingerprint/print.ts';

/** Added before a logarithm: one shared common word, or one weak pair of sentences, is as good as none. */
const FLOOR = 0.01;

const log = (likeness: number): number => Math.log(likeness + FLOOR);

/**
 * What the judge weighs, by name: each a function of the evidence. Logarithms where a factor counts (twice as alike), plain
 * shares where a difference does.
 */
export const FEATURES = {
  likeness: ({ cosine }) => log(cosine),
  names: ({ families }) => families.name,
  quantities: ({ families }) => families.quantity,
  words: ({ families }) => families.word,
  cognates: ({ families }) => families.cognate,
  nameContainment: ({ nameContainment }) => nameContainment,
  quantityContainment: ({ quantityContainment }) => quantityContainment,
  sharedWeight: ({ sharedWeight }) => Math.log(1 + sharedWeight),
  alignment: ({ alignment }) => log(alignment),
  sentenceOrder: ({ alignment, reverseAlignment }) => Math.log((alignment + 2 * FLOOR) / (reverseAlignment + 2 * FLOOR)),
  lesserCoverage: ({ coverageA, coverageB }) => Math.min(coverageA, coverageB),
  greaterCoverage: ({ coverageA, coverageB }) => Math.max(coverageA, coverageB),
  chanceAlignment: ({ reverseAlignment }) => log(reverseAlignment),
  coverageOverChance: ({ coverageA, coverageB, chanceCoverageA, chanceCoverageB }) =>
    Math.min(coverageA, coverageB) - Math.min(chanceCoverageA, chanceCoverageB),
  commonWords: ({ commonWords }) => commonWords,
  likenessOfCommon: ({ cosine, commonWords }) => log(cosine) * commonWords,
  alignmentOfCommon: ({ alignment, commonWords }) => log(alignment) * commonWords,
  lesserStrongCoverage: ({ strongCoverageA, strongCoverageB }) => Math.min(strongCoverageA, strongCoverageB),
  greaterStrongCoverage: ({ strongCoverageA, strongCoverageB }) => Math.max(strongCoverageA, strongCoverageB),
  lesserExpectedCoverage: ({ expectedCoverageA, expectedCoverageB }) => Math.min(expectedCoverageA, expectedCoverageB),
  greaterExpectedCoverage: ({ expectedCoverageA, expectedCoverageB }) => Math.max(expectedCoverageA, expectedCoverageB),
  totalLogOdds: ({ totalLogOdds }) => Math.log(1 + totalLogOdds),
  orderShare: ({ orderShare }) => orderShare,
  alignedNames: ({ alignedNames }) => alignedNames,
  alignedQuantities: ({ alignedQuantities }) => alignedQuantities,
  alignedWords: ({ alignedWords }) => alignedWords,
  conflictingNames: ({ conflictingNames }) => Math.log(1 + conflictingNames),
  conflictingQuantities: ({ conflictingQuantities }) => Math.log(1 + conflictingQuantities),
  ownSubject: ({ ownSubject }) => ownSubject,
  ownShare: ({ ownShare }) => ownShare,
  ownRecurring: ({ ownRecurring }) => Math.log(1 + ownRecurring),
  totalGain: ({ totalGain }) => log(totalGain),
  meanGain: ({ meanGain }) => log(meanGain),
  adjacency: ({ adjacency }) => adjacency,
  lengthSpread: ({ lengthSpread }) => lengthSpread,
  lengthRatio: ({ lengthRatio }) => Math.log(lengthRatio + FLOOR),
  sentences: ({ sentences }) => Math.log(Math.max(1, sentences)),
  coverageOfMany: ({ coverageA, coverageB, sentences }) => Math.min(coverageA, coverageB) * Math.log(Math.max(1, sentences)),
  oneLanguage: ({ sameLanguage }) => (sameLanguage ? 1 : 0),
  wordSequences: ({ shinglesInA, shinglesInB }) => Math.max(shinglesInA, shinglesInB),
  rareWordSequences: ({ shinglesInA, shinglesInB }) => log(Math.max(shinglesInA, shinglesInB)),
  wordSequencesInBoth: ({ shinglesInA, shinglesInB }) => Math.min(shinglesInA, shinglesInB),
} as const satisfies Record<string, (comparison: Comparison) => number>;

export type FeatureName = keyof typeof FEATURES;

export const FEATURE_NAMES: readonly FeatureName[] = Object.keys(FEATURES).filter((name): name is FeatureName => name in FEATURES);

/** Looked up once. */
const IN_ORDER = FEATURE_NAMES.map((name) => FEATURES[name]);

/** The features of a comparison in the order of `FEATURE_NAMES`. */
export function featuresOf(comparison: Comparison): number[] {
  return IN_ORDER.map((feature) => feature(comparison));
}

const ONE_LANGUAGE = FEATURE_NAMES.indexOf('oneLanguage');
const COMMON_WORDS = FEATURE_NAMES.indexOf('commonWords');
const SENTENCES = FEATURE_NAMES.indexOf('sentences');

/**
 * Which of the judge's models a pair is for: that of its kind, or where one of the texts is brief, that for these, in one language or in
 * two. In a line or three the words around two names say little: verdicts, results and appointments are all told in the same.
 */
export type JudgePart = PairKind | 'briefWithin' | 'briefAcross';

/** The model that a pair is for, by its features. */
export function partOf(features: readonly number[]): JudgePart {
  if (features[ONE_LANGUAGE] === 1) return partWithin(features);
  return isBrief(features) ? 'briefAcross' : kindOfPair(false, features[COMMON_WORDS] ?? 0);
}

/** The same of a pair that is known to be in one language. */
export function partWithin(features: readonly number[]): 'within' | 'briefWithin' {
  return isBrief(features) ? 'briefWithin' : 'within';
}

function isBrief(features: readonly number[]): boolean {
  return (features[SENTENCES] ?? 0) <= Math.log(BRIEF);
}
