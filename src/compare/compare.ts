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
    shinglesInA: comparison.shinglesInB,
    shinglesInB: comparison.shinglesInA,
    pairs: comparison.pairs.map(({ a, b, gain }) => ({ a: b, b: a, gain })),
  };
}

function compareInOrder(a: Fingerprint, b: Fingerprint, model: SentenceModel): DetailedComparison {
  const shared = sharedKeys(a, b);
  const { inOrder: alignment, reversed } = alignSentences(a, b, shared, model);
  const shingles = shingleContainment(a.shingles, b.shingles);
  const sentences = Math.min(a.lengths.length, b.lengths.length);
  return {
    ...likenesses(a, b, shared),
    alignment: alignment.gain / Math.max(1, sentences),
    reverseAlignment: reversed.gain / Math.max(1, sentences),
    totalGain: alignment.gain,
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

type Shape = Pick<Comparison, 'coverageA' | 'coverageB' | 'strongCoverageA' | 'strongCoverageB' | 'adjacency' | 'lengthSpread'>;

/** From here on two sentences are likelier versions of each other than not. */
const STRONG_GAIN = 0.5;

function shapeOf(a: Fingerprint, b: Fingerprint, { pairs }: Alignment): Shape {
  let [coveredA, coveredB, strongA, strongB, adjacent] = [0, 0, 0, 0, 0];
  const logRatios: number[] = [];
  for (const [index, pair] of pairs.entries()) {
    const [lengthA = 1, lengthB = 1] = [a.lengths[pair.a], b.lengths[pair.b]];
    coveredA += lengthA;
    coveredB += lengthB;
    if (pair.gain >= STRONG_GAIN) {
      strongA += lengthA;
      strongB += lengthB;
    }
    logRatios.push(Math.log(lengthA / lengthB));
    const before = pairs[index - 1];
    if (before !== undefined && before.a === pair.a - 1 && before.b === pair.b - 1) adjacent++;
  }
  const middle = median(logRatios);
  return {
    coverageA: ratio(coveredA, a.length),
    coverageB: ratio(coveredB, b.length),
    strongCoverageA: ratio(strongA, a.length),
    strongCoverageB: ratio(strongB, b.length),
    adjacency: ratio(adjacent, pairs.length - 1),
    lengthSpread: ratio(logRatios.reduce((sum, value) => sum + Math.abs(value - middle), 0), logRatios.length),
  };
}

/** About the weight of one rare key: with so little to go by, the agreement stays near one half. */
const LITTLE_WEIGHT = 5;

/** By family, the weight of the keys that aligned sentences share over the mean weight of those they have. */
function agreements(a: Fingerprint, b: Fingerprint, shared: SharedKeys, { pairs }: Alignment): Pick<Comparison, 'alignedNames' | 'alignedQuantities' | 'alignedWords'> {
  const partnerOf = new Int32Array(a.lengths.length).fill(-1);
  const totals = new Float64Array(KEY_FAMILIES.length);
  for (const pair of pairs) {
    partnerOf[pair.a] = pair.b;
    for (let family = 0; family < totals.length; family++) {
      const weight = (a.sentenceWeights[pair.a * totals.length + family] ?? 0) + (b.sentenceWeights[pair.b * totals.length + family] ?? 0);
      totals[family] = (totals[family] ?? 0) + weight / 2;
    }
  }
  const matched = new Float64Array(KEY_FAMILIES.length);
  for (let at = 0; at < shared.inA.length; at++) {
    const [x = 0, y = 0] = [shared.inA[at], shared.inB[at]];
    const family = familyIndex(a.keys[x] ?? 0);
    const theirs = b.places.subarray(b.first[y] ?? 0, b.first[y + 1] ?? 0);
    for (let place = a.first[x] ?? 0; place < (a.first[x + 1] ?? 0); place++) {
      const partner = partnerOf[a.places[place] ?? 0] ?? -1;
      if (partner >= 0 && theirs.includes(partner)) matched[family] = (matched[family] ?? 0) + ((a.weights[x] ?? 0) + (b.weights[y] ?? 0)) / 2;
    }
  }
  const [names = 0, quantities = 0, words = 0] = [...matched].map((weight, family) => (weight + LITTLE_WEIGHT / 2) / ((totals[family] ?? 0) + LITTLE_WEIGHT));
  return { alignedNames: names, alignedQuantities: quantities, alignedWords: words };
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
