import type { Fingerprint } from '../fingerprint/fingerprint.ts';
import type { SharedKeys } from './share.ts';

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
}

/** A pair of sentences must be this alike to count at all: chance gives about as much. */
const LEAST_COSINE = 0.05;

/** Sentences of lengths up to 1 : 1.25 count in full: that much translations differ. */
const LENGTH_TOLERANCE = 1.25;

/**
 * The monotone alignment of two documents' sentences with the greatest gain. Translations keep the order of sentences; two
 * reports of one event don't.
 *
 * Method: dynamic programming over sentence pairs as Gale and Church (1993), the gain of a pair being the cosine of its
 * keys, lowered where the lengths differ.
 */
export function alignSentences(a: Fingerprint, b: Fingerprint, shared: SharedKeys): AlignmentWithChance {
  const [rows, columns] = [a.lengths.length, b.lengths.length];
  const gains = sentenceGains(a, b, shared);
  const mirrored = new Float32Array(gains.length);
  for (let row = 0; row < rows * columns; row += columns) {
    for (let j = 0; j < columns; j++) mirrored[row + j] = gains[row + columns - 1 - j] ?? 0;
  }
  const chance = bestAlignment(mirrored, rows, columns);
  const reversed = { ...chance, pairs: chance.pairs.map((pair) => ({ ...pair, b: columns - 1 - pair.b })) };
  return { inOrder: bestAlignment(gains, rows, columns), reversed };
}

function bestAlignment(gains: Float32Array, rows: number, columns: number): Alignment {
  const table = bestPaths(gains, rows, columns);
  return { pairs: tracePath(table, gains, rows, columns), gain: table.at(-1) ?? 0 };
}

function sentenceGains(a: Fingerprint, b: Fingerprint, shared: SharedKeys): Float32Array {
  const columns = b.lengths.length;
  const gains = new Float32Array(a.lengths.length * columns);
  for (let at = 0; at < shared.inA.length; at++) {
    const [inA = 0, inB = 0] = [shared.inA[at], shared.inB[at]];
    const product = (a.weights[inA] ?? 0) * (b.weights[inB] ?? 0);
    for (let p = a.first[inA] ?? 0; p < (a.first[inA + 1] ?? 0); p++) {
      const row = (a.places[p] ?? 0) * columns;
      for (let q = b.first[inB] ?? 0; q < (b.first[inB + 1] ?? 0); q++) {
        const cell = row + (b.places[q] ?? 0);
        gains[cell] = (gains[cell] ?? 0) + product;
      }
    }
  }
  for (let cell = 0; cell < gains.length; cell++) {
    const dot = gains[cell] ?? 0;
    if (dot > 0) gains[cell] = gainOf(dot, a, Math.floor(cell / columns), b, cell % columns);
  }
  return gains;
}

function gainOf(dot: number, a: Fingerprint, i: number, b: Fingerprint, j: number): number {
  const cosine = dot / ((a.sentenceNorms[i] ?? 1) * (b.sentenceNorms[j] ?? 1));
  const [lengthA = 1, lengthB = 1] = [a.lengths[i], b.lengths[j]];
  const ratio = Math.min(lengthA, lengthB) / Math.max(lengthA, lengthB);
  return Math.max(0, cosine * Math.min(1, LENGTH_TOLERANCE * ratio) - LEAST_COSINE);
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
