import { roomFor } from './room.ts';
import type { SentenceModel } from './sentence-model.ts';
import { roomForFeatures, sentenceFeatures, versionLogOdds } from './sentence-pair.ts';
import type { SharedKeys } from './share.ts';
import { familyIndex, stepsIn } from '../fingerprint/print.ts';
import type { Fingerprint } from '../fingerprint/sums.ts';
import { KEY_FAMILIES } from '../types.ts';

/** Pairs of sentences less probable than this are left out: of two texts of twenty sentences one pair in twenty is a version. */
const LEAST_PROBABILITY = 0.05;

/** A bit less than its log-odds: what is under it need not be made a probability. */
const LEAST_LOG_ODDS = Math.log(LEAST_PROBABILITY / (1 - LEAST_PROBABILITY)) - 1e-6;

const FAMILIES = KEY_FAMILIES.length;

/**
 * The gains of the pairs of sentences of two documents that are likely enough to be versions of each other: each the probability of that. Of all pairs they are
 * one in thirty.
 */
export interface SentenceGains {
  readonly rows: number;
  readonly columns: number;
  /** The pairs of sentence `i` of the one are in the lists below from `first[i]` on, before `first[i + 1]`. */
  readonly first: Uint32Array;
  /** The sentence of the other, ascending within a row. */
  readonly column: Uint32Array;
  readonly gain: Float32Array;
}

// Filled anew for each pair of documents; nothing of one is left for the next.
let room = { first: new Uint32Array(64), column: new Uint32Array(4096), gain: new Float32Array(4096) };
let [firstRoom, keyRoom] = [new Uint32Array(64), new Uint32Array(1024)];
const row: Row = { matched: new Uint32Array(64 * FAMILIES), products: new Uint32Array(64), touched: new Uint32Array(64), count: 0 };
const features = roomForFeatures();

/** The gain of every pair of sentences that share a key and are likely enough, those of `a` in rows. Good until the next call. */
export function sentenceGains(a: Fingerprint, b: Fingerprint, shared: SharedKeys, model: SentenceModel): SentenceGains {
  const rows = a.lengths.length;
  const columns = b.lengths.length;
  room = { first: roomFor(room.first, rows + 1), column: roomFor(room.column, rows * columns), gain: roomFor(room.gain, rows * columns) };
  groupByRow(a, shared, rows);
  row.matched = roomFor(row.matched, columns * FAMILIES);
  row.products = roomFor(row.products, columns);
  row.touched = roomFor(row.touched, columns);
  const sharing = { matched: row.matched, at: 0, product: 0 };
  let end = 0;
  for (let i = 0; i < rows; i++) {
    addRow(firstRoom[i] ?? 0, firstRoom[i + 1] ?? 0, a, b, shared);
    const start = end;
    for (let at = 0; at < row.count; at++) {
      const column = row.touched[at] ?? 0;
      sharing.at = column * FAMILIES;
      sharing.product = row.products[column] ?? 0;
      sentenceFeatures(a, i, b, column, sharing, features);
      for (let family = 0; family < FAMILIES; family++) row.matched[column * FAMILIES + family] = 0;
      row.products[column] = 0;
      const logOdds = versionLogOdds(features, model);
      if (logOdds < LEAST_LOG_ODDS) continue;
      const probability = 1 / (1 + Math.exp(-logOdds));
      if (probability >= LEAST_PROBABILITY) insert(start, end++, column, probability);
    }
    row.count = 0;
    room.first[i + 1] = end;
  }
  return { rows, columns, ...room };
}

/** Enters a pair among those of its row, which are from `start` on, before `end`. */
function insert(start: number, end: number, column: number, probability: number): void {
  const { column: columns, gain: gains } = room;
  let at = end;
  for (; at > start && (columns[at - 1] ?? 0) > column; at--) {
    columns[at] = columns[at - 1] ?? 0;
    gains[at] = gains[at - 1] ?? 0;
  }
  columns[at] = column;
  gains[at] = probability;
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

/** What a sentence of `a` shares with each of `b`, in steps, and the columns touched. */
interface Row {
  matched: Uint32Array;
  products: Uint32Array;
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
    const stepsA = stepsIn(a.details[keyA] ?? 0);
    const stepsB = stepsIn(b.details[keyB] ?? 0);
    const family = familyIndex(a.keys[keyA] ?? 0);
    for (let place = b.first[keyB] ?? 0; place < (b.first[keyB + 1] ?? 0); place++) {
      const column = b.places[place] ?? 0;
      const cell = column * FAMILIES + family;
      if (products[column] === 0) touched[count++] = column;
      products[column] = (products[column] ?? 0) + stepsA * stepsB;
      matched[cell] = (matched[cell] ?? 0) + Math.min(stepsA, stepsB);
    }
  }
  row.count = count;
}
