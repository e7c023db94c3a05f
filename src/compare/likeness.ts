import type { Comparison } from './comparison.ts';
import { ratio } from './ratio.ts';
import type { SharedKeys } from './share.ts';
import { documentWeight, familyIndex, sentenceWeight } from '../fingerprint/print.ts';
import type { Fingerprint } from '../fingerprint/sums.ts';
import { KEY_FAMILIES } from '../types.ts';

type Likenesses = Pick<Comparison, 'cosine' | 'families' | 'nameContainment' | 'quantityContainment' | 'sharedWeight'>;

/** How alike two documents are as wholes: cosines of their weights, of each family and of all. */
export function likenesses(a: Fingerprint, b: Fingerprint, { inA, inB }: SharedKeys): Likenesses {
  const products = new Float64Array(KEY_FAMILIES.length + 1);
  const all = KEY_FAMILIES.length;
  let sharedWeight = 0;
  for (let at = 0; at < inA.length; at++) {
    const x = inA[at] ?? 0;
    const y = inB[at] ?? 0;
    const [detailA, detailB] = [a.details[x] ?? 0, b.details[y] ?? 0];
    // As exact as the norms.
    const product = Math.fround(documentWeight(detailA)) * Math.fround(documentWeight(detailB));
    const family = familyIndex(a.keys[x] ?? 0);
    products[family] = (products[family] ?? 0) + product;
    products[all] = (products[all] ?? 0) + product;
    sharedWeight += Math.min(sentenceWeight(detailA), sentenceWeight(detailB));
  }
  const cosine = (index: number): number => ratio(products[index] ?? 0, (a.norms[index] ?? 0) * (b.norms[index] ?? 0));
  const containment = (index: number): number => ratio(products[index] ?? 0, Math.min(a.norms[index] ?? 0, b.norms[index] ?? 0) ** 2);
  return {
    cosine: cosine(all),
    families: { name: cosine(0), quantity: cosine(1), word: cosine(2), cognate: cosine(3) },
    nameContainment: containment(0),
    quantityContainment: containment(1),
    sharedWeight,
  };
}

const WORD = KEY_FAMILIES.indexOf('word');

/** The share of a document's weight that is dictionary words, in [0, 1]. */
export function wordShare(norms: Float32Array): number {
  return wordShareIn(norms, 0);
}

/** The same of norms that begin at a place of a list. */
export function wordShareIn(floats: Float32Array, atNorms: number): number {
  return ratio((floats[atNorms + WORD] ?? 0) ** 2, (floats[atNorms + KEY_FAMILIES.length] ?? 0) ** 2);
}
