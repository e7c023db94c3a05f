import { KeyCounts } from './key-counts.ts';

/** What is posted of each document: those of its keys whose weight is not under `least`, each with its share of the document. */
export interface Posted {
  readonly documents: number;
  readonly keysOf: (document: number) => Uint32Array;
  /** Undefined where all keys are posted. */
  readonly weightsOf: (document: number) => Float32Array | undefined;
  readonly least: number;
  readonly shareOf: (document: number, at: number) => number;
}

/**
 * An inverted index in flat arrays. The documents of the key in slot `i` of `keys` are `documents[first[i]]` to
 * `documents[first[i + 1] - 1]`, ascending. Most keys that only one document has are not in it: they lead to no partner.
 */
export interface Postings {
  readonly keys: KeyCounts;
  readonly first: Uint32Array;
  readonly documents: Uint32Array;
  readonly weights: Float32Array;
}

/** Cells of the filter for each posted key: enough that few single keys fall together, and a quarter of a gigabyte at most. */
const CELLS_PER_KEY = 4;
const MOST_BITS = 28;

/** The index of what is posted, in three passes over it and without an object a key. */
export function buildPostings(posted: Posted): Postings {
  const isRepeated = repeatedKeys(posted);
  const keys = new KeyCounts();
  eachKey(posted, (key) => {
    if (isRepeated(key)) keys.add(key);
  });
  const first = new Uint32Array(keys.slots + 1);
  for (let slot = 0; slot < keys.slots; slot++) first[slot + 1] = (first[slot] ?? 0) + keys.countAt(slot);
  const size = first[keys.slots] ?? 0;
  const postings = { keys, first, documents: new Uint32Array(size), weights: new Float32Array(size) };
  fill(posted, postings, isRepeated);
  return postings;
}

/** Whether a key may be in two documents: those of one alone are most, and a table of them all would be the largest thing here. */
function repeatedKeys(posted: Posted): (key: number) => boolean {
  let posts = 0;
  for (let document = 0; document < posted.documents; document++) posts += posted.keysOf(document).length;
  const bits = Math.min(MOST_BITS, Math.ceil(Math.log2(2 + posts * CELLS_PER_KEY)));
  const seen = new Uint8Array(2 ** bits);
  const cellOf = (key: number): number => Math.imul(key ^ (key >>> 16), 0x9e3779b1) >>> (32 - bits);
  eachKey(posted, (key) => {
    const cell = cellOf(key);
    if ((seen[cell] ?? 0) < 2) seen[cell] = (seen[cell] ?? 0) + 1;
  });
  return (key) => seen[cellOf(key)] === 2;
}

function fill(posted: Posted, { keys, first, documents, weights }: Postings, isRepeated: (key: number) => boolean): void {
  const next = first.slice();
  eachKey(posted, (key, document, place) => {
    if (!isRepeated(key)) return;
    const slot = keys.slotOf(key);
    const at = next[slot] ?? 0;
    next[slot] = at + 1;
    documents[at] = document;
    weights[at] = posted.shareOf(document, place);
  });
}

function eachKey(posted: Posted, visit: (key: number, document: number, place: number) => void): void {
  for (let document = 0; document < posted.documents; document++) {
    const [keys, weights] = [posted.keysOf(document), posted.weightsOf(document)];
    for (let at = 0; at < keys.length; at++) {
      if (weights === undefined || (weights[at] ?? 0) >= posted.least) visit(keys[at] ?? 0, document, at);
    }
  }
}
