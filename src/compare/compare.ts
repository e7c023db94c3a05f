import { alignSentences, type AlignedPair, type Alignment } from './align.ts';
import type { SentenceModel } from './sentence-model.ts';
import { sharedKeys, shingleContainment, type SharedKeys } from './share.ts';
import { familyIndex, type Fingerprint } from '../fingerprint/fingerprint.ts';
import { KEY_FAMILIES, type KeyFamily } from '../types.ts';

/** The evidence for one pair. Every likeness lies in [0, 1]. */
export interface Comparison {
  /** Cosine of the document vectors. */
  readonly cosine: number;
  /** The same by key family. */
  readonly families: Readonly<Record<KeyFamily, number>>;
  /** Weight of the shared names (numbers) over that of the document with fewer. */
  readonly nameContainment: number;
  readonly quantityContainment: number;
  /** Sum of the weights of the shared keys: how much the sharing tells in all, in nats. */
  readonly sharedWeight: number;
  /** Gain of the alignment over the number of sentences of the shorter document. */
  readonly alignment: number;
  /** The same with one document's sentences in reverse order. */
  readonly reverseAlignment: number;
  /** Sum of the gains: in a long excerpt much, whatever surrounds it. */
  readonly totalGain: number;
  /** Sum of the log-odds of the aligned pairs that are likelier versions than not: sure pairs count for more. */
  readonly totalLogOdds: number;
  /** Share of the gain that is left when the order counts: of each sentence's best partner, whatever the order. */
  readonly orderShare: number;
  /** Share of each document's letters in aligned sentences, each by its probability. */
  readonly expectedCoverageA: number;
  readonly expectedCoverageB: number;
  /** Mean gain of an aligned pair: chance pairs are weak, however many. */
  readonly meanGain: number;
  /** Share of each document's letters in aligned sentences. */
  readonly coverageA: number;
  readonly coverageB: number;
  /** The same for pairs that are hardly chance. */
  readonly strongCoverageA: number;
  readonly strongCoverageB: number;
  /** The same with one document's sentences in reverse order. */
  readonly chanceCoverageA: number;
  readonly chanceCoverageB: number;
  /** Share of the documents' weight in dictionary words (geometric mean): how much of their likeness their languages let us see. */
  readonly commonWords: number;
  /** How far the names (figures, words) of aligned sentences are the same; one half where there are none. */
  readonly alignedNames: number;
  readonly alignedQuantities: number;
  readonly alignedWords: number;
  /** Weight of the names (figures) of aligned sentences that both have and do not share: other figures in a like sentence. */
  readonly conflictingNames: number;
  readonly conflictingQuantities: number;
  /** Share of aligned pairs that follow straight on the one before in both documents. */
  readonly adjacency: number;
  /** Mean absolute deviation of the aligned sentences' log length ratios: translations keep lengths. */
  readonly lengthSpread: number;
  /** Shorter over longer, in letters. */
  readonly lengthRatio: number;
  /** Sentences of the shorter document. */
  readonly sentences: number;
  readonly sameLanguage: boolean;
  /** Share of each document's running word sequences that the other has too. */
  readonly shinglesInA: number;
  readonly shinglesInB: number;
}

/** A comparison with the sentence pairs it rests on. */
export interface DetailedComparison extends Comparison {
  readonly pairs: readonly AlignedPair[];
}

/** Compares two documents; symmetric but for the sides named A and B, whatever the documents are called. */
export function compare(a: Fingerprint, b: Fingerprint, model: SentenceModel): DetailedComparison {
  return comesFirst(a, b) ? compareInOrder(a, b, model) : mirrored(compareInOrder(b, a, model));
}

/** Of two alignments as good as each other one is taken by side: so the sides are chosen by content. */
function comesFirst(a: Fingerprint, b: Fingerprint): boolean {
  if (a.lengths.length !== b.lengths.length) return a.lengths.length < b.lengths.length;
  const at = a.lengths.findIndex((length, index) => length !== b.lengths[index]);
  if (at >= 0) return (a.lengths[at] ?? 0) < (b.lengths[at] ?? 0);
  const place = a.places.findIndex((sentence, index) => sentence !== b.places[index] || a.keys[index] !== b.keys[index]);
  return place < 0 || (a.keys[place] ?? a.places[place] ?? 0) <= (b.keys[place] ?? b.places[place] ?? 0);
}

function mirrored(comparison: DetailedComparison): DetailedComparison {
  return {
    ...comparison,
    coverageA: comparison.coverageB,
    coverageB: comparison.coverageA,
    strongCoverageA: comparison.strongCoverageB,
    strongCoverageB: comparison.strongCoverageA,
    chanceCoverageA: comparison.chanceCoverageB,
    chanceCoverageB: comparison.chanceCoverageA,
    expectedCoverageA: comparison.expectedCoverageB,
    expectedCoverageB: comparison.expectedCoverageA,
    shinglesInA: comparison.shinglesInB,
    shinglesInB: comparison.shinglesInA,
    pairs: comparison.pairs.map(({ a, b, gain }) => ({ a: b, b: a, gain })),
  };
}

function compareInOrder(a: Fingerprint, b: Fingerprint, model: SentenceModel): DetailedComparison {
  const shared = sharedKeys(a, b);
  const { inOrder: alignment, reversed, unordered } = alignSentences(a, b, shared, model);
  const shingles = shingleContainment(a.shingles, b.shingles);
  const sentences = Math.min(a.lengths.length, b.lengths.length);
  return {
    ...likenesses(a, b, shared),
    alignment: alignment.gain / Math.max(1, sentences),
    reverseAlignment: reversed.gain / Math.max(1, sentences),
    totalGain: alignment.gain,
    orderShare: ratio(alignment.gain, unordered),
    meanGain: alignment.gain / Math.max(1, alignment.pairs.length),
    ...shapeOf(a, b, alignment),
    ...chanceOf(a, b, reversed),
    ...agreements(a, b, shared, alignment),
    commonWords: Math.sqrt(wordShare(a) * wordShare(b)),
    lengthRatio: Math.min(a.length, b.length) / Math.max(a.length, b.length, 1),
    sentences,
    sameLanguage: a.language === b.language,
    shinglesInA: shingles.inA,
    shinglesInB: shingles.inB,
    pairs: alignment.pairs,
  };
}

const FAMILIES = KEY_FAMILIES.length;
const WORD = KEY_FAMILIES.indexOf('word');

type Likenesses = Pick<Comparison, 'cosine' | 'families' | 'nameContainment' | 'quantityContainment' | 'sharedWeight'>;

function likenesses(a: Fingerprint, b: Fingerprint, { inA, inB }: SharedKeys): Likenesses {
  const products = new Float64Array(KEY_FAMILIES.length + 1);
  const all = KEY_FAMILIES.length;
  let sharedWeight = 0;
  for (let at = 0; at < inA.length; at++) {
    const [x = 0, y = 0] = [inA[at], inB[at]];
    const product = (a.documentWeights[x] ?? 0) * (b.documentWeights[y] ?? 0);
    const family = familyIndex(a.keys[x] ?? 0);
    products[family] = (products[family] ?? 0) + product;
    products[all] = (products[all] ?? 0) + product;
    sharedWeight += Math.min(a.weights[x] ?? 0, b.weights[y] ?? 0);
  }
  const cosine = (index: number): number => ratio(products[index] ?? 0, (a.norms[index] ?? 0) * (b.norms[index] ?? 0));
  const containment = (index: number): number => ratio(products[index] ?? 0, Math.min(a.norms[index] ?? 0, b.norms[index] ?? 0) ** 2);
  return {
    cosine: cosine(all),
    families: { name: cosine(0), quantity: cosine(1), word: cosine(2), cognate: cosine(3) },
    nameContainment: containment(0),
    quantityContainment: containment(1),
    sharedWeight,
  };
}

type Shape = Pick<Comparison, 'coverageA' | 'coverageB' | 'strongCoverageA' | 'strongCoverageB' | 'expectedCoverageA' | 'expectedCoverageB' | 'totalLogOdds' | 'adjacency' | 'lengthSpread'>;

/** From here on two sentences are likelier versions of each other than not. */
const STRONG_GAIN = 0.5;

/** One pair of sentences, however alike, is no more certain than this. */
const MOST_LOG_ODDS = 8;

function shapeOf(a: Fingerprint, b: Fingerprint, { pairs }: Alignment): Shape {
  let [coveredA, coveredB, strongA, strongB, adjacent, expectedA, expectedB, totalLogOdds] = [0, 0, 0, 0, 0, 0, 0, 0];
  const logRatios: number[] = [];
  for (const [index, pair] of pairs.entries()) {
    const [lengthA = 1, lengthB = 1] = [a.lengths[pair.a], b.lengths[pair.b]];
    coveredA += lengthA;
    coveredB += lengthB;
    expectedA += pair.gain * lengthA;
    expectedB += pair.gain * lengthB;
    const before = pairs[index - 1];
    if (before !== undefined && before.a === pair.a - 1 && before.b === pair.b - 1) adjacent++;
    if (pair.gain >= STRONG_GAIN) {
      strongA += lengthA;
      strongB += lengthB;
      totalLogOdds += Math.min(MOST_LOG_ODDS, Math.log(pair.gain / (1 - pair.gain)));
    }
    logRatios.push(Math.log(lengthA / lengthB));
  }
  const middle = median(logRatios);
  return {
    coverageA: ratio(coveredA, a.length),
    coverageB: ratio(coveredB, b.length),
    strongCoverageA: ratio(strongA, a.length),
    strongCoverageB: ratio(strongB, b.length),
    expectedCoverageA: ratio(expectedA, a.length),
    expectedCoverageB: ratio(expectedB, b.length),
    totalLogOdds,
    adjacency: ratio(adjacent, pairs.length - 1),
    lengthSpread: ratio(logRatios.reduce((sum, value) => sum + Math.abs(value - middle), 0), logRatios.length),
  };
}

/** About the weight of one rare key: with so little to go by, the agreement stays near one half. */
const LITTLE_WEIGHT = 5;

type Agreement = Pick<Comparison, 'alignedNames' | 'alignedQuantities' | 'alignedWords' | 'conflictingNames' | 'conflictingQuantities'>;

/** How far the aligned sentences say the same, by family. */
function agreements(a: Fingerprint, b: Fingerprint, shared: SharedKeys, { pairs }: Alignment): Agreement {
  const matched = matchedWeights(a, b, shared, pairs);
  const [totals, agreed, conflict] = [new Float64Array(FAMILIES), new Float64Array(FAMILIES), new Float64Array(FAMILIES)];
  for (const [index, pair] of pairs.entries()) {
    for (let family = 0; family < FAMILIES; family++) {
      const [weightA, weightB] = [a.sentenceWeights[pair.a * FAMILIES + family] ?? 0, b.sentenceWeights[pair.b * FAMILIES + family] ?? 0];
      const match = matched[index * FAMILIES + family] ?? 0;
      totals[family] = (totals[family] ?? 0) + (weightA + weightB) / 2;
      agreed[family] = (agreed[family] ?? 0) + match;
      conflict[family] = (conflict[family] ?? 0) + pair.gain * Math.max(0, Math.min(weightA, weightB) - match);
    }
  }
  const agreement = (family: number): number => ((agreed[family] ?? 0) + LITTLE_WEIGHT / 2) / ((totals[family] ?? 0) + LITTLE_WEIGHT);
  return {
    alignedNames: agreement(0),
    alignedQuantities: agreement(1),
    alignedWords: agreement(2),
    conflictingNames: conflict[0] ?? 0,
    conflictingQuantities: conflict[1] ?? 0,
  };
}

/** For each aligned pair, by family, the weight of the keys that both sentences have. */
function matchedWeights(a: Fingerprint, b: Fingerprint, { inA, inB }: SharedKeys, pairs: readonly AlignedPair[]): Float64Array {
  const pairOf = new Int32Array(a.lengths.length).fill(-1);
  for (const [index, pair] of pairs.entries()) pairOf[pair.a] = index;
  const matched = new Float64Array(pairs.length * FAMILIES);
  for (let at = 0; at < inA.length; at++) {
    const [x = 0, y = 0] = [inA[at], inB[at]];
    const theirs = b.places.subarray(b.first[y] ?? 0, b.first[y + 1] ?? 0);
    for (let place = a.first[x] ?? 0; place < (a.first[x + 1] ?? 0); place++) {
      const index = pairOf[a.places[place] ?? 0] ?? -1;
      const partner = pairs[index]?.b;
      if (partner === undefined || !theirs.includes(partner)) continue;
      const cell = index * FAMILIES + familyIndex(a.keys[x] ?? 0);
      matched[cell] = (matched[cell] ?? 0) + ((a.weights[x] ?? 0) + (b.weights[y] ?? 0)) / 2;
    }
  }
  return matched;
}

function chanceOf(a: Fingerprint, b: Fingerprint, reversed: Alignment): Pick<Comparison, 'chanceCoverageA' | 'chanceCoverageB'> {
  const { coverageA, coverageB } = shapeOf(a, b, reversed);
  return { chanceCoverageA: coverageA, chanceCoverageB: coverageB };
}

function wordShare({ norms }: Fingerprint): number {
  return ratio((norms[WORD] ?? 0) ** 2, (norms[KEY_FAMILIES.length] ?? 0) ** 2);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[sorted.length >> 1] ?? 0;
}

/** A quotient held in [0, 1]; 0 where there is nothing to divide by. */
function ratio(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
