import { alignSentences, type AlignmentWithChance } from '../../src/compare/align.ts';
import { compare as compareBy } from '../../src/compare/compare.ts';
import type { DetailedComparison } from '../../src/compare/comparison.ts';
import { ownDesk } from '../../src/compare/desk.ts';
import { shippedSentenceModel } from '../../src/compare/sentence-model.ts';
import { packed } from '../../src/fingerprint/packed-print.ts';
import type { PrintCore } from '../../src/fingerprint/print.ts';

/** Comparison and alignment as the product does them, with the shipped figures. */
export const compare = (a: PrintCore, b: PrintCore): DetailedComparison => compareBy(packed(a), packed(b), shippedSentenceModel());

export function align(one: PrintCore, other: PrintCore): AlignmentWithChance {
  const desk = ownDesk();
  const [a, b] = desk.lay(packed(one), packed(other));
  desk.use(shippedSentenceModel());
  desk.kernel.shareKeys(a.address, b.address, desk.address);
  return alignSentences(desk, a, b);
}
