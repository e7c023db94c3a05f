import { agreements } from './agreement.ts';
import { alignSentences } from './align.ts';
import type { DetailedComparison } from './comparison.ts';
import { likenesses, wordShare } from './likeness.ts';
import { NO_OWN_KEYS, ownKeys } from './own-keys.ts';
import { ratio } from './ratio.ts';
import type { SentenceModel } from './sentence-model.ts';
import { coverageOf, shapeOf } from './shape.ts';
import { sharedKeys, shingleContainment } from './share.ts';
import type { Fingerprint } from '../fingerprint/sums.ts';

/**
 * Texts of one language may be taken for two of its kin (Indonesian and Malay, Norwegian and Danish). Of texts in two languages only
 * names and quotes are the same three words in a row: from this share of word sequences on they are in one.
 */
const SEQUENCES_OF_ONE_LANGUAGE = 0.3;

/** Compares two documents; symmetric but for the sides named A and B, whatever the documents are called. */
export function compare(a: Fingerprint, b: Fingerprint, model: SentenceModel): DetailedComparison {
  return comesFirst(a, b) ? compareInOrder(a, b, model) : mirrored(compareInOrder(b, a, model));
}

/** Of two alignments as good as each other one is taken by side: so the sides are chosen by content. */
function comesFirst(a: Fingerprint, b: Fingerprint): boolean {
  if (a.lengths.length !== b.lengths.length) return a.lengths.length < b.lengths.length;
  const at = a.lengths.findIndex((length, index) => length !== b.lengths[index]);
  if (at >= 0) return (a.lengths[at] ?? 0) < (b.lengths[at] ?? 0);
  const place = a.places.findIndex((sentence, index) => sentence !== b.places[index] || a.keys[index] !== b.keys[index]);
  return place < 0 || (a.keys[place] ?? a.places[place] ?? 0) <= (b.keys[place] ?? b.places[place] ?? 0);
}

function mirrored(comparison: DetailedComparison): DetailedComparison {
  return {
    ...comparison,
    coverageA: comparison.coverageB,
    coverageB: comparison.coverageA,
    strongCoverageA: comparison.strongCoverageB,
    strongCoverageB: comparison.strongCoverageA,
    chanceCoverageA: comparison.chanceCoverageB,
    chanceCoverageB: comparison.chanceCoverageA,
    expectedCoverageA: comparison.expectedCoverageB,
    expectedCoverageB: comparison.expectedCoverageA,
    shinglesInA: comparison.shinglesInB,
    shinglesInB: comparison.shinglesInA,
    pairs: comparison.pairs.map(({ a, b, gain }) => ({ a: b, b: a, gain })),
  };
}

function compareInOrder(a: Fingerprint, b: Fingerprint, model: SentenceModel): DetailedComparison {
  const shared = sharedKeys(a, b);
  const { inOrder: alignment, reversed, unordered } = alignSentences(a, b, shared, model);
  const shingles = shingleContainment(a.shingles, b.shingles);
  const byChance = coverageOf(a, b, reversed);
  const sentences = Math.min(a.lengths.length, b.lengths.length);
  const { cosine, families, nameContainment, quantityContainment, sharedWeight } = likenesses(a, b, shared);
  const shape = shapeOf(a, b, alignment);
  const agreement = agreements(a, b, shared, alignment);
  const sameLanguage = a.language === b.language || Math.max(shingles.inA, shingles.inB) >= SEQUENCES_OF_ONE_LANGUAGE;
  const own = a.language === b.language ? ownKeys(a, b, shared, alignment.pairs) : NO_OWN_KEYS;
  // Field by field: to spread five objects into one takes longer than to align two articles.
  return {
    cosine,
    families,
    nameContainment,
    quantityContainment,
    sharedWeight,
    alignment: alignment.gain / Math.max(1, sentences),
    reverseAlignment: reversed.gain / Math.max(1, sentences),
    totalGain: alignment.gain,
    orderShare: ratio(alignment.gain, unordered),
    meanGain: alignment.gain / Math.max(1, alignment.pairs.length),
    coverageA: shape.coverageA,
    coverageB: shape.coverageB,
    strongCoverageA: shape.strongCoverageA,
    strongCoverageB: shape.strongCoverageB,
    expectedCoverageA: shape.expectedCoverageA,
    expectedCoverageB: shape.expectedCoverageB,
    totalLogOdds: shape.totalLogOdds,
    adjacency: shape.adjacency,
    lengthSpread: shape.lengthSpread,
    chanceCoverageA: byChance.coverageA,
    chanceCoverageB: byChance.coverageB,
    alignedNames: agreement.alignedNames,
    alignedQuantities: agreement.alignedQuantities,
    alignedWords: agreement.alignedWords,
    conflictingNames: agreement.conflictingNames,
    conflictingQuantities: agreement.conflictingQuantities,
    ownSubject: own.ownSubject,
    ownShare: own.ownShare,
    ownRecurring: own.ownRecurring,
    commonWords: Math.sqrt(wordShare(a.norms) * wordShare(b.norms)),
    lengthRatio: Math.min(a.length, b.length) / Math.max(a.length, b.length, 1),
    sentences,
    sameLanguage,
    shinglesInA: shingles.inA,
    shinglesInB: shingles.inB,
    pairs: alignment.pairs,
  };
}
