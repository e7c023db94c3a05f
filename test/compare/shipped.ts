import { alignSentences, type AlignmentWithChance } from '../../src/compare/align.ts';
import { compare as compareBy } from '../../src/compare/compare.ts';
import type { DetailedComparison } from '../../src/compare/comparison.ts';
import { shippedSentenceModel } from '../../src/compare/sentence-model.ts';
import { sharedKeys } from '../../src/compare/share.ts';
import type { Fingerprint } from '../../src/fingerprint/sums.ts';

/** Comparison and alignment as the product does them, with the shipped figures. */
export const compare = (a: Fingerprint, b: Fingerprint): DetailedComparison => compareBy(a, b, shippedSentenceModel());
export const align = (a: Fingerprint, b: Fingerprint): AlignmentWithChance => alignSentences(a, b, sharedKeys(a, b), shippedSentenceModel());
