import { hashText, mix } from '../extract/shingles.ts';
import { documentWeight, stepsIn, type PrintCore } from '../fingerprint/print.ts';
import { STEPS_PER_NAT } from '../fingerprint/weight.ts';

/**
 * A key this light is in too many documents to look for a partner by: it stands for a rate of 8 % in the background
 * (2.5 nats). The cut-off is the background's and not the folder's, so that what is found does not depend on what else is there.
 */
const LEAST_STEPS = 2.5 * STEPS_PER_NAT;

/** Shares are whole parts of this: their sums are exact, so it makes no difference from which of two documents one looks. */
const WHOLE = 65_535;

/** What a document is looked for by. */
export interface Posted {
  /** Ascending. */
  readonly keys: Uint32Array;
  /** Each key's part of the document: the cosine of two documents is about the sum of the products. */
  readonly shares: Uint16Array;
  /** Hashes of its word sequences, which meet in one language only. */
  readonly shingles: Uint32Array;
  /** The part of each word sequence. */
  readonly sequenceShare: number;
}

/** Takes from a fingerprint what blocking needs. */
export function postedOf(print: PrintCore): Posted {
  const [keys, shares] = [new Uint32Array(print.keys.length), new Uint16Array(print.keys.length)];
  const norm = print.norms.at(-1) ?? 1;
  let count = 0;
  for (let at = 0; at < keys.length; at++) {
    const detail = print.details[at] ?? 0;
    if (!isPosted(detail)) continue;
    keys[count] = print.keys[at] ?? 0;
    shares[count++] = shareOf(detail, norm);
  }
  return { keys: keys.subarray(0, count), shares: shares.subarray(0, count), shingles: postedShingles(print), sequenceShare: sequenceShareOf(print) };
}

/** Whether a document is looked for by a key of which it keeps this. */
export function isPosted(detail: number): boolean {
  return stepsIn(detail) >= LEAST_STEPS;
}

/** The share of such a key in a document with such a norm of all weights. */
export function shareOf(detail: number, norm: number): number {
  return Math.max(1, Math.round((WHOLE * documentWeight(detail)) / norm));
}

/**
 * Word sequences a document is looked for by: the lowest hashes, so that two documents with much in common have the same. Those that share
 * a sequence mostly share keys too; to look for all costs a quarter of the index and of the search.
 */
const MOST_SEQUENCES = 32;

/** What of a fingerprint tells its word sequences. */
export type Sequences = Pick<PrintCore, 'language' | 'shingles'>;

/** The word sequences in the form in which those of one language meet. */
export function postedShingles({ shingles, language }: Sequences): Uint32Array {
  const salt = hashText(language);
  return shingles.subarray(0, MOST_SEQUENCES).map((shingle) => mix(shingle ^ salt));
}

export function sequenceShareOf({ shingles }: Sequences): number {
  return Math.round(WHOLE / Math.sqrt(Math.max(1, Math.min(MOST_SEQUENCES, shingles.length))));
}
