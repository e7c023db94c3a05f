import { roomFor } from './room.ts';
import type { SentenceModel } from './sentence-model.ts';
import { sentenceGains, type SentenceGains } from './sentence-gains.ts';
import type { SharedKeys } from './share.ts';
import type { Fingerprint } from '../fingerprint/sums.ts';

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
  const gains = sentenceGains(a, b, shared, model);
  return { inOrder: bestAlignment(gains), reversed: bestAlignment(gains, true), unordered: bestPartners(gains) };
}

function bestPartners({ rows, columns, first, column, gain }: SentenceGains): number {
  columnRoom = roomFor(columnRoom, columns);
  columnRoom.fill(0, 0, columns);
  let ofRows = 0;
  for (let i = 0; i < rows; i++) {
    let best = 0;
    const end = first[i + 1] ?? 0;
    for (let at = first[i] ?? 0; at < end; at++) {
      const [own, j] = [gain[at] ?? 0, column[at] ?? 0];
      if (own > best) best = own;
      if (own > (columnRoom[j] ?? 0)) columnRoom[j] = own;
    }
    ofRows += best;
  }
  let ofColumns = 0;
  for (let j = 0; j < columns; j++) ofColumns += columnRoom[j] ?? 0;
  return Math.min(ofRows, ofColumns);
}

function bestAlignment(gains: SentenceGains, isReversed = false): Alignment {
  const table = bestPaths(gains, isReversed);
  return { pairs: tracePath(table, gains, isReversed), gain: table[(gains.rows + 1) * (gains.columns + 1) - 1] ?? 0 };
}

// Filled anew for each pair of documents; nothing of one is left for the next.
let [pathRoom, columnRoom] = [new Float32Array(4096), new Float32Array(64)];

/**
 * Best gain of the first i and j sentences at `i * (columns + 1) + j`. Good until the next call. A row is that before it, but for what a pair of
 * its sentence makes better, from there to where it was as good already.
 */
function bestPaths({ rows, columns, first, column, gain }: SentenceGains, isReversed: boolean): Float32Array {
  const width = columns + 1;
  pathRoom = roomFor(pathRoom, (rows + 1) * width);
  const table = pathRoom;
  table.fill(0, 0, width);
  for (let i = 0; i < rows; i++) {
    const above = i * width;
    const here = above + width;
    for (let j = 0; j < width; j++) table[here + j] = table[above + j] ?? 0;
    const [start, end] = [first[i] ?? 0, first[i + 1] ?? 0];
    for (let n = start; n < end; n++) {
      const at = isReversed ? start + end - 1 - n : n;
      const before = isReversed ? columns - 1 - (column[at] ?? 0) : (column[at] ?? 0);
      const best = Math.fround((table[above + before] ?? 0) + (gain[at] ?? 0));
      for (let j = here + before + 1; j < here + width && (table[j] ?? 0) < best; j++) table[j] = best;
    }
  }
  return table;
}

function tracePath(table: Float32Array, gains: SentenceGains, isReversed: boolean): AlignedPair[] {
  const width = gains.columns + 1;
  const pairs: AlignedPair[] = [];
  let i = gains.rows;
  let j = gains.columns;
  while (i > 0 && j > 0) {
    const here = table[i * width + j] ?? 0;
    if (here === (table[(i - 1) * width + j] ?? 0)) i--;
    else if (here === (table[i * width + j - 1] ?? 0)) j--;
    else {
      i--;
      j--;
      const b = isReversed ? gains.columns - 1 - j : j;
      pairs.push({ a: i, b, gain: gainAt(gains, i, b) });
    }
  }
  return pairs.reverse();
}

function gainAt({ first, column, gain }: SentenceGains, i: number, j: number): number {
  let at = first[i] ?? 0;
  while (column[at] !== j) at++;
  return gain[at] ?? 0;
}
