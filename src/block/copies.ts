import { hashText, mix } from '../extract/shingles.ts';
import type { PrintCore } from '../fingerprint/print.ts';
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
  const byHash = new Map<number, number[]>();
  for (let index = 0; index < prints.length; index++) {
    first[index] = index;
    const print = prints.at(index);
    // What holds nothing is like nothing.
    if (print.keys.length + print.shingles.length === 0) continue;
    const hash = hashOf(print);
    const known = byHash.get(hash);
    const same = known?.find((other) => timeAt(other) === timeAt(index) && isAlike(print, prints.at(other)));
    first[index] = same ?? index;
    rank[index] = counts[same ?? index] ?? 0;
    counts[same ?? index] = (rank[index] ?? 0) + 1;
    if (known === undefined) byHash.set(hash, [index]);
    else if (same === undefined) known.push(index);
  }
  return { first, rank };
}

function hashOf({ language, lengths, keys, details, further, shingles }: PrintCore): number {
  let hash = hashText(language);
  for (const list of [lengths, keys, details, further, shingles]) {
    hash = mix(hash ^ list.length);
    for (let at = 0; at < list.length; at++) hash = Math.imul(hash ^ (list[at] ?? 0), 0x01000193);
  }
  return mix(hash);
}

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
