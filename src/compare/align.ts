import { roomFor } from './room.ts';
import type { SentenceModel } from './sentence-model.ts';
import { sentenceGains } from './sentence-gains.ts';
import type { SharedKeys } from './share.ts';
import type { Fingerprint } from '../fingerprint/print.ts';

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

/**
 * The monotone alignment of two documents' sentences with the greatest gain. Translations keep the order of sentences; two
 * reports of one event don't.
 *
 * Method: dynamic programming over sentence pairs as Gale and Church (1993), the gain of a pair being the probability that
 * its sentences are versions of each other, by a logistic regression over what they share and what they do not.
 */
export function alignSentences(a: Fingerprint, b: Fingerprint, shared: SharedKeys, model: SentenceModel): AlignmentWithChance {
  const rows = a.lengths.length;
  const columns = b.lengths.length;
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
  let ofRows = 0;
  let ofColumns = 0;
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

// Filled anew for each pair of documents; nothing of one is left for the next.
let [pathRoom, columnRoom] = [new Float32Array(4096), new Float32Array(64)];

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
