import { NOTHING, type PrintCore } from '../fingerprint/print.ts';
import type { PrintList } from '../fingerprint/shelf.ts';
import { sharedUint32 } from './shared.ts';
import type { DateWindow } from './window.ts';

/** Documents alike to the last key. */
export interface Alike {
  /** For each document the first that is alike: itself, where none before it is. */
  readonly first: Uint32Array;
  /** How many alike stand before it. */
  readonly rank: Uint32Array;
}

/** Finds the documents whose fingerprints are the same; within a window, of one time too, so that all of them meet the same others. */
export function firstAlike(prints: PrintList, window?: DateWindow): Alike {
  const [first, rank] = [sharedUint32(prints.length), sharedUint32(prints.length)];
  const counts = new Uint32Array(prints.length);
  const timeAt = (place: number): number => window?.times[place] ?? 0;
  // Of the first of their kind that have a hash, the last; and the one before each.
  const lastWith = new Map<number, number>();
  const before = new Int32Array(prints.length);
  for (let index = 0; index < prints.length; index++) {
    first[index] = index;
    const hash = prints.hashAt(index);
    if (hash === NOTHING) continue;
    const last = lastWith.get(hash) ?? NONE;
    let same = last;
    while (same !== NONE && !(timeAt(same) === timeAt(index) && isAlike(prints.at(index), prints.at(same)))) same = before[same] ?? NONE;
    first[index] = same === NONE ? index : same;
    rank[index] = counts[first[index] ?? index] ?? 0;
    counts[first[index] ?? index] = (rank[index] ?? 0) + 1;
    if (same !== NONE) continue;
    before[index] = last;
    lastWith.set(hash, index);
  }
  return { first, rank };
}

const NONE = -1;

/** Whether two fingerprints are the same; those that hold nothing are like nothing. */
export function isAlike(a: PrintCore, b: PrintCore): boolean {
  return a.keys.length + a.shingles.length > 0 && a.language === b.language && isSame(a.lengths, b.lengths) && isSame(a.keys, b.keys) && isSame(a.details, b.details)
    && isSame(a.further, b.further) && isSame(a.shingles, b.shingles);
}

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
