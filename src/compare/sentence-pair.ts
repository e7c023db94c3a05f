import { ownDesk } from './desk.ts';
import type { PackedPrint } from '../fingerprint/packed-print.ts';

/** What is weighed of the first sentences of two documents, in the order of `SENTENCE_FEATURES`: what the model is learned from. Undefined where they share no key. */
export function featuresOfFirst(one: PackedPrint, other: PackedPrint): readonly number[] | undefined {
  const desk = ownDesk();
  const [a, b] = desk.lay(one, other);
  desk.kernel.shareKeys(a.address, b.address, desk.address);
  return desk.kernel.firstFeatures(a.address, b.address, desk.address) === 0 ? undefined : Array.from(desk.features);
}
