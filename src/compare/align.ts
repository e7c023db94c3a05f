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
  const unordered = bestPartners(gains, rows, columns);
  const inOrder = bestAlignment(gains, rows, columns);
  mirror(gains, rows, columns);
  const chance = bestAlignment(gains, rows, columns);
  return { inOrder, reversed: { ...chance, pairs: chance.pairs.map((pair) => ({ ...pair, b: columns - 1 - pair.b })) }, unordered };
}

/** Turns each row of the gains round, in place. */
function mirror(gains: Float32Array, rows: number, columns: number): void {
  for (let row = 0; row < rows; row++) {
    for (let left = row * columns, right = left + columns - 1; left < right; left++, right--) {
      const gain = gains[left] ?? 0;
      gains[left] = gains[right] ?? 0;
      gains[right] = gain;
    }
  }
}

function bestPartners(gains: Float32Array, rows: number, columns: number): number {
  columnRoom = roomFor(columnRoom, columns);
  columnRoom.fill(0, 0, columns);
  let [ofRows, ofColumns] = [0, 0];
  for (let i = 0; i < rows; i++) {
    let best = 0;
    for (let j = 0; j < columns; j++) {
      const gain = gains[i * columns + j] ?? 0;
      if (gain > best) best = gain;
      if (gain > (columnRoom[j] ?? 0)) columnRoom[j] = gain;
    }
    ofRows += best;
  }
  for (let j = 0; j < columns; j++) ofColumns += columnRoom[j] ?? 0;
  return Math.min(ofRows, ofColumns);
}

function bestAlignment(gains: Float32Array, rows: number, columns: number): Alignment {
  const table = bestPaths(gains, rows, columns);
  return { pairs: tracePath(table, gains, rows, columns), gain: table[(rows + 1) * (columns + 1) - 1] ?? 0 };
}

/**
 * Room that serves pair after pair, and grows with the longest documents: each piece of memory asked for outside the heap costs
 * more than what is worked out in it.
 */
let [gainRoom, pathRoom, columnRoom] = [new Float32Array(4096), new Float32Array(4096), new Float32Array(64)];
let [firstRoom, keyRoom] = [new Uint32Array(64), new Uint32Array(1024)];
const row: Row = { matched: new Float64Array(64 * FAMILIES), products: new Float64Array(64), touched: new Uint32Array(64), count: 0 };
const features = roomForFeatures();

function roomFor<A extends Float32Array | Uint32Array | Float64Array>(room: A, size: number): A;
function roomFor(room: Float32Array | Uint32Array | Float64Array, size: number): Float32Array | Uint32Array | Float64Array {
  if (room.length >= size) return room;
  if (room instanceof Float32Array) return new Float32Array(2 * size);
  return room instanceof Uint32Array ? new Uint32Array(2 * size) : new Float64Array(2 * size);
}

/**
 * The gain of every pair of sentences, those of `a` in rows: the probability that they are versions of each other, 0 where
 * they share no key or where that is unlikely. Good until the next call.
 */
function sentenceGains(a: Fingerprint, b: Fingerprint, shared: SharedKeys, model: SentenceModel): Float32Array {
  const [rows, columns] = [a.lengths.length, b.lengths.length];
  gainRoom = roomFor(gainRoom, rows * columns);
  gainRoom.fill(0, 0, rows * columns);
  groupByRow(a, shared, rows);
  row.matched = roomFor(row.matched, columns * FAMILIES);
  row.products = roomFor(row.products, columns);
  row.touched = roomFor(row.touched, columns);
  const sharing = { matched: row.matched, at: 0, product: 0 };
  for (let i = 0; i < rows; i++) {
    addRow(firstRoom[i] ?? 0, firstRoom[i + 1] ?? 0, a, b, shared);
    for (let at = 0; at < row.count; at++) {
      const column = row.touched[at] ?? 0;
      sharing.at = column * FAMILIES;
      sharing.product = row.products[column] ?? 0;
      sentenceFeatures(a, i, b, column, sharing, features);
      const probability = versionProbability(features, model);
      if (probability >= LEAST_PROBABILITY) gainRoom[i * columns + column] = probability;
      row.matched.fill(0, column * FAMILIES, (column + 1) * FAMILIES);
      row.products[column] = 0;
    }
    row.count = 0;
  }
  return gainRoom;
}

/** Puts the shared keys, by their places in `shared`, to each sentence of `a`: those of row `i` are in `keyRoom` from `firstRoom[i]` on. */
function groupByRow({ first, places }: Fingerprint, { inA }: SharedKeys, rows: number): void {
  firstRoom = roomFor(firstRoom, rows + 2);
  firstRoom.fill(0, 0, rows + 2);
  for (let at = 0; at < inA.length; at++) {
    const key = inA[at] ?? 0;
    for (let place = first[key] ?? 0; place < (first[key + 1] ?? 0); place++) {
      const after = (places[place] ?? 0) + 2;
      firstRoom[after] = (firstRoom[after] ?? 0) + 1;
    }
  }
  for (let at = 2; at < rows + 2; at++) firstRoom[at] = (firstRoom[at] ?? 0) + (firstRoom[at - 1] ?? 0);
  keyRoom = roomFor(keyRoom, firstRoom[rows + 1] ?? 0);
  for (let at = 0; at < inA.length; at++) {
    const key = inA[at] ?? 0;
    for (let place = first[key] ?? 0; place < (first[key + 1] ?? 0); place++) {
      const next = (places[place] ?? 0) + 1;
      keyRoom[firstRoom[next] ?? 0] = at;
      firstRoom[next] = (firstRoom[next] ?? 0) + 1;
    }
  }
}

/** What a sentence of `a` shares with each of `b`, and the columns touched. */
interface Row {
  matched: Float64Array;
  products: Float64Array;
  touched: Uint32Array;
  count: number;
}

function addRow(from: number, to: number, a: Fingerprint, b: Fingerprint, { inA, inB }: SharedKeys): void {
  const { matched, products, touched } = row;
  let count = 0;
  for (let index = from; index < to; index++) {
    const at = keyRoom[index] ?? 0;
    const keyA = inA[at] ?? 0;
    const keyB = inB[at] ?? 0;
    const weightA = a.weights[keyA] ?? 0;
    const weightB = b.weights[keyB] ?? 0;
    const family = familyIndex(a.keys[keyA] ?? 0);
    for (let place = b.first[keyB] ?? 0; place < (b.first[keyB + 1] ?? 0); place++) {
      const column = b.places[place] ?? 0;
      const cell = column * FAMILIES + family;
      if (products[column] === 0) touched[count++] = column;
      products[column] = (products[column] ?? 0) + weightA * weightB;
      matched[cell] = (matched[cell] ?? 0) + Math.min(weightA, weightB);
    }
  }
  row.count = count;
}

/** Best gain of the first i and j sentences at `i * (columns + 1) + j`. Good until the next call. */
function bestPaths(gains: Float32Array, rows: number, columns: number): Float32Array {
  const width = columns + 1;
  pathRoom = roomFor(pathRoom, (rows + 1) * width);
  const table = pathRoom;
  table.fill(0, 0, width);
  for (let i = 1; i <= rows; i++) {
    const here = i * width;
    table[here] = 0;
    let left = 0;
    for (let j = 1; j <= columns; j++) {
      const both = (table[here - width + j - 1] ?? 0) + (gains[(i - 1) * columns + j - 1] ?? 0);
      const above = table[here - width + j] ?? 0;
      table[here + j] = Math.max(both, above, left);
      left = table[here + j] ?? 0;
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
