import { KeyCounts, type SharedCounts } from './key-counts.ts';
import { sharedUint16, sharedUint32 } from './shared.ts';

/** What is posted of a list of documents: visits each key of each, documents ascending, with its share. */
export type EachKey = (visit: (key: number, document: number, share: number) => void) => void;

/**
 * An inverted index in flat arrays, which threads share. The documents of the key in slot `i` of `keys` are `documents[first[i]]` to
 * `documents[first[i + 1] - 1]`, ascending. Most keys that only one document has are not in it: they lead to no partner.
 */
export interface Postings {
  readonly keys: SharedCounts;
  readonly first: Uint32Array;
  readonly documents: Uint32Array;
  readonly shares: Uint16Array;
}

/** Cells of the filter for each posted key: enough that few single keys fall together, and a quarter of a gigabyte at most. */
const CELLS_PER_KEY = 4;
const MOST_BITS = 28;

/** The index of `size` posted keys, in three passes over them and without an object a key. */
export function buildPostings(size: number, eachKey: EachKey): Postings {
  const isRepeated = repeatedKeys(size, eachKey);
  const counts = new KeyCounts();
  eachKey((key) => {
    if (isRepeated(key)) counts.add(key);
  });
  const keys = counts.shared();
  const first = sharedUint32(counts.slots + 1);
  for (let slot = 0; slot < counts.slots; slot++) first[slot + 1] = (first[slot] ?? 0) + (keys.counts[slot] ?? 0);
  const posts = first[counts.slots] ?? 0;
  const postings = { keys, first, documents: sharedUint32(posts), shares: sharedUint16(posts) };
  fill(eachKey, postings, isRepeated, counts);
  return postings;
}

/** Whether a key may be in two documents: those of one alone are most, and a table of them all would be the largest thing here. */
function repeatedKeys(size: number, eachKey: EachKey): (key: number) => boolean {
  const bits = Math.min(MOST_BITS, Math.ceil(Math.log2(2 + size * CELLS_PER_KEY)));
  const seen = new Uint8Array(2 ** bits);
  const cellOf = (key: number): number => Math.imul(key ^ (key >>> 16), 0x9e3779b1) >>> (32 - bits);
  eachKey((key) => {
    const cell = cellOf(key);
    if ((seen[cell] ?? 0) < 2) seen[cell] = (seen[cell] ?? 0) + 1;
  });
  return (key) => seen[cellOf(key)] === 2;
}

function fill(eachKey: EachKey, { first, documents, shares }: Postings, isRepeated: (key: number) => boolean, counts: KeyCounts): void {
  const next = first.slice();
  eachKey((key, document, share) => {
    if (!isRepeated(key)) return;
    const slot = counts.slotOf(key);
    const at = next[slot] ?? 0;
    next[slot] = at + 1;
    documents[at] = document;
    shares[at] = share;
  });
}
