import { mix } from '../extract/shingles.ts';
import type { Posted } from '../block/posted.ts';

/**
 * Bits of a mark: as many as a key has (`KEY_BITS`), so that marks meet by chance about as often as keys do. Each bit more would cost
 * every list, of which an article makes some hundred, most of them with one document.
 */
export const MARK_BITS = 28;

/** What a document is looked for by, keys and word sequences in one space of `MARK_BITS`, evenly spread. */
export interface Marks {
  /** In no order; now and then one twice. */
  readonly hashes: Uint32Array;
  /** Each mark's part of the document. */
  readonly shares: Uint16Array;
  /** The same in the form in which it is kept. */
  readonly levels: Uint8Array;
}

/** Sets keys apart from word sequences, which are spread out already. */
const KEY_SALT = 0x2545f491;

/** The marks of what is posted of a document. */
export function marksOf({ keys, shares, shingles, sequenceShare }: Posted): Marks {
  const count = keys.length + shingles.length;
  const marks = { hashes: new Uint32Array(count), shares: new Uint16Array(count), levels: new Uint8Array(count) };
  for (let at = 0; at < keys.length; at++) marks.hashes[at] = mix((keys[at] ?? 0) ^ KEY_SALT) >>> (32 - MARK_BITS);
  marks.shares.set(shares);
  for (let at = 0; at < shingles.length; at++) marks.hashes[keys.length + at] = (shingles[at] ?? 0) >>> (32 - MARK_BITS);
  marks.shares.fill(sequenceShare, keys.length);
  for (let at = 0; at < count; at++) marks.levels[at] = levelOf(marks.shares[at] ?? 0);
  return marks;
}

const LARGEST_SHARE = 65_535;

/** Bits of a level: with 280 postings an article, each bit more would cost it 35 bytes. */
export const LEVEL_BITS = 4;
const LOWEST_LEVEL = 2 ** LEVEL_BITS - 1;

/**
 * Levels within which a share halves: none is more than fifteen in a hundred off, down to a 64th of a document, and the sum of many much
 * less.
 */
const LEVELS_PER_HALF = 2.5;

/** A share in `LEVEL_BITS`, by its logarithm; 0 is the largest. */
function levelOf(share: number): number {
  return Math.min(LOWEST_LEVEL, Math.round(LEVELS_PER_HALF * Math.log2(LARGEST_SHARE / Math.max(1, share))));
}

/** The share that a level stands for: whole, so that sums are exact in any order. */
export const SHARE_OF_LEVEL: Float64Array = Float64Array.from({ length: 1 + LOWEST_LEVEL }, (_, level) => Math.round(LARGEST_SHARE * 2 ** (-level / LEVELS_PER_HALF)));
