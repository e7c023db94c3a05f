import { mix } from '../extract/shingles.ts';
import type { Posted } from '../block/posted.ts';

/** What a document is looked for by, keys and word sequences in one space of 32 bits, evenly spread. */
export interface Marks {
  /** In no order; now and then one twice. */
  readonly hashes: Uint32Array;
  /** Each mark's part of the document. */
  readonly shares: Uint16Array;
}

/** Sets keys apart from word sequences, which are spread out already. */
const KEY_SALT = 0x2545f491;

/** The marks of what is posted of a document. */
export function marksOf({ keys, shares, shingles, sequenceShare }: Posted): Marks {
  const count = keys.length + shingles.length;
  const marks = { hashes: new Uint32Array(count), shares: new Uint16Array(count) };
  for (let at = 0; at < keys.length; at++) marks.hashes[at] = mix((keys[at] ?? 0) ^ KEY_SALT);
  marks.shares.set(shares);
  marks.hashes.set(shingles, keys.length);
  marks.shares.fill(sequenceShare, keys.length);
  return marks;
}

const LARGEST_SHARE = 65_535;
const LARGEST_LEVEL = 255;

/** A share in one byte, by its root: a small one is as exact in proportion as a large one. */
export function levelOf(share: number): number {
  return Math.max(1, Math.round(LARGEST_LEVEL * Math.sqrt(share / LARGEST_SHARE)));
}

/** The share that a level stands for: whole, so that sums are exact in any order. */
export const SHARE_OF_LEVEL: Float64Array = Float64Array.from({ length: 1 + LARGEST_LEVEL }, (_, level) => Math.round(LARGEST_SHARE * (level / LARGEST_LEVEL) ** 2));
