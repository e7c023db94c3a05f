import { roomFor } from './room.ts';
import type { SentenceModel } from './sentence-model.ts';
import { roomForFeatures, sentenceFeatures, versionProbability } from './sentence-pair.ts';
import type { SharedKeys } from './share.ts';
import { familyIndex, type Fingerprint } from '../fingerprint/print.ts';
import { KEY_FAMILIES } from '../types.ts';

/** Pairs of sentences less probable than this are left out: of two texts of twenty sentences one pair in twenty is a version. */
const LEAST_PROBABILITY = 0.05;

const FAMILIES = KEY_FAMILIES.length;

// Filled anew for each pair of documents; nothing of one is left for the next.
let gainRoom = new Float32Array(4096);
let [firstRoom, keyRoom] = [new Uint32Array(64), new Uint32Array(1024)];
const row: Row = { matched: new Float64Array(64 * FAMILIES), products: new Float64Array(64), touched: new Uint32Array(64), count: 0 };
const features = roomForFeatures();

/**
 * The gain of every pair of sentences, those of `a` in rows: the probability that they are versions of each other, 0 where
 * they share no key or where that is unlikely. Good until the next call.
 */
export function sentenceGains(a: Fingerprint, b: Fingerprint, shared: SharedKeys, model: SentenceModel): Float32Array {
  const rows = a.lengths.length;
  const columns = b.lengths.length;
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
