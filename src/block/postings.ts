import { KeyCounts, RepeatedKeys, type KeyTable } from './key-counts.ts';
import type { PostedList } from './posted.ts';
import type { KernelMemory } from '../kernel/kernel.ts';

/** Postings looked at for one document before the longest lists are cut: three thousand articles of one day seldom share more with it. */
export const MOST_POSTINGS = 16_384;

/** Of a list that is cut, the first documents stand for all: whoever shares it with thousands meets them there too. */
export const CUT_LIST = 64;

/** Visits what is posted of each document, ascending; the list is good until the next. */
export type EachDocument = (visit: (document: number, list: PostedList) => void) => void;

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
  readonly keys: KeyTable;
  readonly first: Uint32Array;
  readonly posts: Uint32Array;
}

/** Bits of a share. */
export const SHARE_BITS = 16;

/** The index of `size` posted keys, in three passes over them and without an object a key. */
export function buildPostings(memory: KernelMemory, size: number, eachDocument: EachDocument): Postings {
  const repeated = new RepeatedKeys(memory, size);
  eachDocument((_document, list) => repeated.add(list));
  const counts = new KeyCounts(memory, repeated);
  let last = 0;
  eachDocument((document, list) => {
    counts.add(list);
    last = document;
  });
  const { keys, counts: documents } = counts.table;
  const first = memory.uint32(keys.length + 1);
  const furtherRanges = Math.floor(last / RANGE);
  for (let slot = 0; slot < keys.length; slot++) {
    const own = kept(documents[slot] ?? 0);
    first[slot + 1] = (first[slot] ?? 0) + own + Math.min(own, furtherRanges);
  }
  const posts = memory.uint32(first[keys.length] ?? 0);
  const room = { next: memory.uint32(keys.length), left: memory.uint32(keys.length), ranges: memory.uint16(keys.length) };
  for (let slot = 0; slot < keys.length; slot++) {
    room.next[slot] = first[slot] ?? 0;
    room.left[slot] = kept(documents[slot] ?? 0);
  }
  eachDocument((document, list) => {
    memory.kernel.postDocument(
      list.keys.byteOffset, list.shares.byteOffset, list.count, repeated.cells.byteOffset, repeated.bits, keys.byteOffset, documents.byteOffset, keys.length - 1,
      document, posts.byteOffset, room.next.byteOffset, room.left.byteOffset, room.ranges.byteOffset,
    );
  });
  return { keys: counts.table, first, posts };
}

/** How many documents of a list are kept. */
function kept(length: number): number {
  return length <= MOST_POSTINGS ? length : CUT_LIST;
}
