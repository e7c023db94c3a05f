import type { Comparison } from './comparison.ts';
import type { Desk, Side } from './desk.ts';
import { ratio } from './ratio.ts';
import type { Laid } from '../fingerprint/packed-print.ts';
import { KEY_FAMILIES } from '../types.ts';

type Likenesses = Pick<Comparison, 'cosine' | 'families' | 'nameContainment' | 'quantityContainment' | 'sharedWeight'>;

const ALL = KEY_FAMILIES.length;

/** How alike two documents are as wholes: cosines of their weights, of each family and of all. The keys they share have been found. */
export function likenesses(desk: Desk, a: Side, b: Side): Likenesses {
  desk.kernel.addLikeness(a.address, b.address, desk.address);
  const { out } = desk;
  const cosine = (index: number): number => ratio(out[index] ?? 0, normAt(a.laid, index) * normAt(b.laid, index));
  const containment = (index: number): number => ratio(out[index] ?? 0, Math.min(normAt(a.laid, index), normAt(b.laid, index)) ** 2);
  return {
    cosine: cosine(ALL),
    families: { name: cosine(0), quantity: cosine(1), word: cosine(2), cognate: cosine(3) },
    nameContainment: containment(0),
    quantityContainment: containment(1),
    sharedWeight: out[ALL + 1] ?? 0,
  };
}

function normAt({ memory, atNorms }: Laid, index: number): number {
  return memory.floats[atNorms + index] ?? 0;
}

const WORD = KEY_FAMILIES.indexOf('word');

/** The share of a document's weight that is dictionary words, in [0, 1]. */
export function wordShare(laid: Laid): number {
  return ratio(normAt(laid, WORD) ** 2, normAt(laid, ALL) ** 2);
}

/** The same by its norms. */
export function wordShareOf(norms: Float32Array): number {
  return ratio((norms[WORD] ?? 0) ** 2, (norms[ALL] ?? 0) ** 2);
}
