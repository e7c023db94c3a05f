import { hashText, mix } from '../extract/shingles.ts';
import type { Fingerprint } from '../fingerprint/fingerprint.ts';

/** Documents alike to the last key. */
export interface Alike {
  /** For each document the first that is alike: itself, where none before it is. */
  readonly first: Uint32Array;
  /** How many alike stand before it. */
  readonly rank: Uint32Array;
}

/** Finds the documents whose fingerprints are the same but for their ids. */
export function firstAlike(fingerprints: readonly Fingerprint[]): Alike {
  const first = new Uint32Array(fingerprints.length);
  const rank = new Uint32Array(fingerprints.length);
  const counts = new Uint32Array(fingerprints.length);
  const byHash = new Map<number, number[]>();
  for (const [index, fingerprint] of fingerprints.entries()) {
    first[index] = index;
    // What holds nothing is like nothing.
    if (fingerprint.keys.length + fingerprint.shingles.length === 0) continue;
    const hash = hashOf(fingerprint);
    const known = byHash.get(hash);
    const same = known?.find((other) => isAlike(fingerprint, fingerprints[other]));
    first[index] = same ?? index;
    rank[index] = counts[same ?? index] ?? 0;
    counts[same ?? index] = (rank[index] ?? 0) + 1;
    if (known === undefined) byHash.set(hash, [index]);
    else if (same === undefined) known.push(index);
  }
  return { first, rank };
}

function hashOf({ language, lengths, keys, places, shingles }: Fingerprint): number {
  let hash = hashText(language);
  for (const list of [lengths, keys, places, shingles]) {
    hash = mix(hash ^ list.length);
    for (let at = 0; at < list.length; at++) hash = Math.imul(hash ^ (list[at] ?? 0), 0x01000193);
  }
  return mix(hash);
}

function isAlike(a: Fingerprint, b: Fingerprint | undefined): boolean {
  if (b === undefined || a.language !== b.language) return false;
  return isSame(a.lengths, b.lengths) && isSame(a.keys, b.keys) && isSame(a.first, b.first) && isSame(a.places, b.places)
    && isSame(a.documentWeights, b.documentWeights) && isSame(a.shingles, b.shingles);
}

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
