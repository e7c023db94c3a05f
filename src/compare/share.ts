import { SHINGLE_BITS } from '../extract/shingles.ts';

/**
 * The share of each document's shingles that the other has too, in [0, 1]; 0 where it has none. Both samples, ascending, are
 * first cut to the sparser one's range.
 */
export function shingleContainment(a: Uint32Array, b: Uint32Array): { inA: number; inB: number } {
  const cut = Math.min(rangeOf(a), rangeOf(b));
  let i = 0;
  let j = 0;
  let common = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x >= cut || y >= cut) break;
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const [ofA, ofB] = [countUnder(a, cut), countUnder(b, cut)];
  return { inA: ofA === 0 ? 0 : common / ofA, inB: ofB === 0 ? 0 : common / ofB };
}

function countUnder(ascending: Uint32Array, cut: number): number {
  let count = ascending.length;
  while (count > 0 && (ascending[count - 1] ?? 0) >= cut) count--;
  return count;
}

/** A thinned sample has 64 shingles, give or take 6: one under this was never thinned. */
const SPARSE = 40;

/** The power of two that bounds a sample: the cut-off it was thinned to, or a lower one that loses nothing. */
function rangeOf(sample: Uint32Array): number {
  const highest = sample.at(-1) ?? 0;
  return sample.length < SPARSE ? 2 ** SHINGLE_BITS : 2 ** Math.ceil(Math.log2(highest + 1));
}
