import { KeyCounts, type SharedCounts } from './key-counts.ts';
import type { KernelMemory } from '../kernel/kernel.ts';

/** Postings looked at for one document before the longest lists are cut: three thousand articles of one day seldom share more with it. */
export const MOST_POSTINGS = 16_384;

/** Of a list that is cut, the first documents stand for all: whoever shares it with thousands meets them there too. */
export const CUT_LIST = 64;

/** What is posted of a list of documents: visits each key of each, documents ascending, with what its share is found by. */
export type EachKey<P> = (visit: (key: number, document: number, print: P, at: number) => void) => void;

/** The share of the key at a place of a print. */
type ShareOf<P> = (print: P, at: number) => number;

/**
 * Documents are told by the range they are in and their place there, which takes two bytes. So many have their sums made up at a time, too: they take
 * 512 KB, which stay near a core. All sums of a million take 8 MB, and to add one up then waits for memory.
 */
export const RANGE: number = 2 ** 16;

/**
 * An inverted index in flat arrays, which threads share. The posts of the key in slot `i` of `keys` begin at `first[i]`, documents ascending; of a list
 * that every search would cut only the first, though `keys` counts all. Most keys that only one document has are not in it: they lead to
 * no partner.
 *
 * A post has the document's place in its range above, and its share, never 0, in the lower two bytes. Before the first post of a range, other than the
 * first of all, its number stands above a share of 0.
 */
export interface Postings {
  readonly keys: SharedCounts;
  readonly first: Uint32Array;
  readonly posts: Uint32Array;
}

/** Bits of a share. */
export const SHARE_BITS = 16;

/** Cells of the filter for each posted key: enough that few single keys fall together, and 32 MB at most. */
const CELLS_PER_KEY = 4;
const MOST_BITS = 25;

/** Which of some shards a key is in: parts of an index that are built, and looked up, each by itself. */
export function shardOf(key: number, shards: number): number {
  return shards === 1 ? 0 : (Math.imul(key, 0x9e3779b1) >>> 24) % shards;
}

/** The index of `size` posted keys, in three passes over them and without an object a key. */
export function buildPostings<P>(memory: KernelMemory, size: number, eachKey: EachKey<P>, shareOf: ShareOf<P>): Postings {
  const repeated = repeatedKeys(size, eachKey);
  const counts = new KeyCounts(memory, repeated.count);
  let last = 0;
  eachKey((key, document) => {
    if (repeated.has(key)) counts.add(key);
    last = document;
  });
  const keys = counts.shared();
  const first = memory.uint32(counts.slots + 1);
  const furtherRanges = Math.floor(last / RANGE);
  for (let slot = 0; slot < counts.slots; slot++) {
    const documents = kept(keys.counts[slot] ?? 0);
    first[slot + 1] = (first[slot] ?? 0) + documents + Math.min(documents, furtherRanges);
  }
  const postings = { keys, first, posts: memory.uint32(first[counts.slots] ?? 0) };
  fill(eachKey, shareOf, postings, repeated, counts);
  return postings;
}

/** How many documents of a list are kept. */
function kept(length: number): number {
  return length <= MOST_POSTINGS ? length : CUT_LIST;
}

/** Keys that may be in two documents. */
interface RepeatedKeys {
  readonly has: (key: number) => boolean;
  /** How many there are, or hardly less. */
  readonly count: number;
}

/** Those of one document alone are most, and a table of them all would be the largest thing here. */
function repeatedKeys<P>(size: number, eachKey: EachKey<P>): RepeatedKeys {
  const bits = Math.min(MOST_BITS, Math.ceil(Math.log2(2 + size * CELLS_PER_KEY)));
  const seen = new Uint8Array(2 ** bits);
  const cellOf = (key: number): number => Math.imul(key ^ (key >>> 16), 0x9e3779b1) >>> (32 - bits);
  let count = 0;
  eachKey((key) => {
    const cell = cellOf(key);
    const times = seen[cell] ?? 0;
    if (times < 2) seen[cell] = times + 1;
    if (times === 1) count++;
  });
  return { has: (key) => seen[cellOf(key)] === 2, count };
}

function fill<P>(eachKey: EachKey<P>, shareOf: ShareOf<P>, { keys, first, posts }: Postings, repeated: RepeatedKeys, counts: KeyCounts): void {
  const next = first.slice();
  const left = keys.counts.map(kept);
  const ranges = new Uint16Array(counts.slots);
  eachKey((key, document, print, at) => {
    if (!repeated.has(key)) return;
    const slot = counts.slotOf(key);
    if (left[slot] === 0) return;
    left[slot] = (left[slot] ?? 0) - 1;
    let post = next[slot] ?? 0;
    const range = Math.floor(document / RANGE);
    if (range !== ranges[slot]) posts[post++] = range << SHARE_BITS;
    ranges[slot] = range;
    posts[post] = ((document % RANGE) << SHARE_BITS) | shareOf(print, at);
    next[slot] = post + 1;
  });
}
