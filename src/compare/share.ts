import type { Fingerprint } from '../fingerprint/fingerprint.ts';

/** The keys two documents share: their places in the one's and in the other's `keys`, in ascending order of key. */
export interface SharedKeys {
  readonly inA: readonly number[];
  readonly inB: readonly number[];
}

/** The intersection of two ascending key lists, in linear time. */
export function sharedKeys(a: Fingerprint, b: Fingerprint): SharedKeys {
  const inA: number[] = [];
  const inB: number[] = [];
  for (let i = 0, j = 0; i < a.keys.length && j < b.keys.length; ) {
    const [x = 0, y = 0] = [a.keys[i], b.keys[j]];
    if (x === y) {
      inA.push(i);
      inB.push(j);
    }
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return { inA, inB };
}

/**
 * The share of the smaller document's shingles that the other has too, in [0, 1]; 0 where one has none. Both samples are
 * first cut to the sparser one's range.
 */
export function shingleContainment(a: Uint32Array, b: Uint32Array): { inA: number; inB: number } {
  const cut = Math.min(rangeOf(a), rangeOf(b));
  const inRange = (list: Uint32Array): Set<number> => new Set(list.filter((hash) => hash < cut));
  const [setA, setB] = [inRange(a), inRange(b)];
  let common = 0;
  for (const hash of setA) if (setB.has(hash)) common++;
  return { inA: setA.size === 0 ? 0 : common / setA.size, inB: setB.size === 0 ? 0 : common / setB.size };
}

/** A thinned sample has 64 shingles, give or take 6: one under this was never thinned. */
const SPARSE = 40;

/** The power of two that bounds a sample: the cut-off it was thinned to, or a lower one that loses nothing. */
function rangeOf(sample: Uint32Array): number {
  const highest = sample.at(-1) ?? 0;
  return sample.length < SPARSE ? 2 ** 32 : 2 ** Math.ceil(Math.log2(highest + 1));
}
