import type { SentenceModel } from './sentence-model.ts';
import { roomForFeatures, sentenceFeatures, versionProbability } from './sentence-pair.ts';
import type { SharedKeys } from './share.ts';
import { familyIndex, type Fingerprint } from '../fingerprint/fingerprint.ts';
import { KEY_FAMILIES } from '../types.ts';

/** Two sentences taken for versions of each other. */
export interface AlignedPair {
  readonly a: number;
  readonly b: number;
  /** What the pair adds to the alignment, in [0, 1]. */
  readonly gain: number;
}

export interface Alignment {
  readonly pairs: readonly AlignedPair[];
  /** Sum of the gains. */
  readonly gain: number;
}

/** An alignment beside the one that chance and a common topic give: with the sentences of `b` in reverse order. */
export interface AlignmentWithChance {
  readonly inOrder: Alignment;
  readonly reversed: Alignment;
  /** Sum of the gains of each sentence's best partner, whatever the order: the lesser of both documents' sums. */
  readonly unordered: number;
}

/** Pairs of sentences less probable than this are left out: of all pairs of two texts about one in twenty is a version by chance. */
const LEAST_PROBABILITY = 0.05;

const FAMILIES = KEY_FAMILIES.length;

/**
 * The monotone alignment of two documents' sentences with the greatest gain. Translations keep the order of sentences; two
 * reports of one event don't.
 *
 * Method: dynamic programming over sentence pairs as Gale and Church (1993), the gain of a pair being the probability that
 * its sentences are versions of each other, by a logistic regression over what they share and what they do not.
 */
export function alignSentences(a: Fingerprint, b: Fingerprint, shared: SharedKeys, model: SentenceModel): AlignmentWithChance {
  const [rows, columns] = [a.lengths.length, b.lengths.length];
  const gains = sentenceGains(a, b, shared, model);
  const mirrored = new Float32Array(gains.length);
  for (let row = 0; row < rows * columns; row += columns) {
    for (let j = 0; j < columns; j++) mirrored[row + j] = gains[row + columns - 1 - j] ?? 0;
  }
  const chance = bestAlignment(mirrored, rows, columns);
  const reversed = { ...chance, pairs: chance.pairs.map((pair) => ({ ...pair, b: columns - 1 - pair.b })) };
  return { inOrder: bestAlignment(gains, rows, columns), reversed, unordered: bestPartners(gains, rows, columns) };
}

function bestPartners(gains: Float32Array, rows: number, columns: number): number {
  const ofRows = new Float32Array(rows);
  const ofColumns = new Float32Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const gain = gains[i * columns + j] ?? 0;
      if (gain > (ofRows[i] ?? 0)) ofRows[i] = gain;
      if (gain > (ofColumns[j] ?? 0)) ofColumns[j] = gain;
    }
  }
  const sum = (values: Float32Array): number => values.reduce((total, value) => total + value, 0);
  return Math.min(sum(ofRows), sum(ofColumns));
}

function bestAlignment(gains: Float32Array, rows: number, columns: number): Alignment {
  const table = bestPaths(gains, rows, columns);
  return { pairs: tracePath(table, gains, rows, columns), gain: table.at(-1) ?? 0 };
}

/**
 * The gain of every pair of sentences, those of `a` in rows: the probability that they are versions of each other, 0 where
 * they share no key or where that is unlikely.
 */
function sentenceGains(a: Fingerprint, b: Fingerprint, shared: SharedKeys, model: SentenceModel): Float32Array {
  const [rows, columns] = [a.lengths.length, b.lengths.length];
  const gains = new Float32Array(rows * columns);
  const keysOfRow = sharedByRow(a, shared, rows);
  const matched = new Float64Array(columns * FAMILIES);
  const products = new Float64Array(columns);
  const features = roomForFeatures();
  for (const [row, keys] of keysOfRow.entries()) {
    const touched = addRow(keys, a, b, shared, matched, products);
    for (const column of touched) {
      sentenceFeatures(a, row, b, column, { matched, at: column * FAMILIES, product: products[column] ?? 0 }, features);
      const probability = versionProbability(features, model);
      if (probability >= LEAST_PROBABILITY) gains[row * columns + column] = probability;
      matched.fill(0, column * FAMILIES, (column + 1) * FAMILIES);
      products[column] = 0;
    }
  }
  return gains;
}

/** The shared keys, by their places in `shared`, of each sentence of `a`. */
function sharedByRow(a: Fingerprint, { inA }: SharedKeys, rows: number): readonly (readonly number[])[] {
  const byRow: number[][] = Array.from({ length: rows }, () => []);
  for (const [at, key] of inA.entries()) {
    for (let place = a.first[key] ?? 0; place < (a.first[key + 1] ?? 0); place++) byRow[a.places[place] ?? 0]?.push(at);
  }
  return byRow;
}

/** Adds up what a sentence of `a` shares with each of `b`; returns the columns touched. */
function addRow(keys: readonly number[], a: Fingerprint, b: Fingerprint, shared: SharedKeys, matched: Float64Array, products: Float64Array): number[] {
  const touched: number[] = [];
  for (const at of keys) {
    const [inA = 0, inB = 0] = [shared.inA[at], shared.inB[at]];
    const [weightA = 0, weightB = 0] = [a.weights[inA], b.weights[inB]];
    const family = familyIndex(a.keys[inA] ?? 0);
    for (let place = b.first[inB] ?? 0; place < (b.first[inB + 1] ?? 0); place++) {
      const column = b.places[place] ?? 0;
      if (products[column] === 0) touched.push(column);
      products[column] = (products[column] ?? 0) + weightA * weightB;
      const cell = column * FAMILIES + family;
      matched[cell] = (matched[cell] ?? 0) + Math.min(weightA, weightB);
    }
  }
  return touched;
}

/** Best gain of the first i and j sentences at `i * (columns + 1) + j`. */
function bestPaths(gains: Float32Array, rows: number, columns: number): Float32Array {
  const width = columns + 1;
  const table = new Float32Array((rows + 1) * width);
  for (let i = 1; i <= rows; i++) {
    for (let j = 1; j <= columns; j++) {
      const both = (table[(i - 1) * width + j - 1] ?? 0) + (gains[(i - 1) * columns + j - 1] ?? 0);
      table[i * width + j] = Math.max(both, table[(i - 1) * width + j] ?? 0, table[i * width + j - 1] ?? 0);
    }
  }
  return table;
}

function tracePath(table: Float32Array, gains: Float32Array, rows: number, columns: number): AlignedPair[] {
  const width = columns + 1;
  const pairs: AlignedPair[] = [];
  let i = rows;
  let j = columns;
  while (i > 0 && j > 0) {
    const here = table[i * width + j] ?? 0;
    if (here === (table[(i - 1) * width + j] ?? 0)) i--;
    else if (here === (table[i * width + j - 1] ?? 0)) j--;
    else {
      i--;
      j--;
      pairs.push({ a: i, b: j, gain: gains[i * columns + j] ?? 0 });
    }
  }
  return pairs.reverse();
}
