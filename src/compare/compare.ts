import { agreements } from './agreement.ts';
import { alignSentences } from './align.ts';
import type { DetailedComparison } from './comparison.ts';
import { ownDesk, type Desk, type Side } from './desk.ts';
import { likenesses, wordShare } from './likeness.ts';
import { NO_OWN_KEYS, ownKeys } from './own-keys.ts';
import { ratio } from './ratio.ts';
import type { SentenceModel } from './sentence-model.ts';
import { coverageOf, shapeOf } from './shape.ts';
import { shingleContainment } from './share.ts';
import { lengthAt, shinglesOf, type PackedPrint } from '../fingerprint/packed-print.ts';

/**
 * Texts of one language may be taken for two of its kin (Indonesian and Malay, Norwegian and Danish). Of texts in two languages only
 * names and quotes are the same three words in a row: from this share of word sequences on they are in one.
 */
const SEQUENCES_OF_ONE_LANGUAGE = 0.3;

/** Compares two documents; symmetric but for the sides named A and B, whatever the documents are called. */
export function compare(one: PackedPrint, other: PackedPrint, model: SentenceModel): DetailedComparison {
  const desk = ownDesk();
  const [a, b] = desk.lay(one, other);
  desk.use(model);
  return comesFirst(a, b) ? compareInOrder(desk, a, b) : mirrored(compareInOrder(desk, b, a));
}

/** Of two alignments as good as each other one is taken by side: so the sides are chosen by content. */
function comesFirst(a: Side, b: Side): boolean {
  const { sentences } = a.laid;
  if (sentences !== b.laid.sentences) return sentences < b.laid.sentences;
  for (let at = 0; at < sentences; at++) {
    const [lengthA, lengthB] = [lengthAt(a.laid, at), lengthAt(b.laid, at)];
    if (lengthA !== lengthB) return lengthA < lengthB;
  }
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

function compareInOrder(desk: Desk, a: Side, b: Side): DetailedComparison {
  const [{ laid: laidA }, { laid: laidB }] = [a, b];
  desk.kernel.shareKeys(a.address, b.address, desk.address);
  const { cosine, families, nameContainment, quantityContainment, sharedWeight } = likenesses(desk, a, b);
  const { inOrder: alignment, reversed, unordered } = alignSentences(desk, a, b);
  const agreement = agreements(desk, a, b, alignment.pairs.length);
  const own = laidA.language === laidB.language ? ownKeys(desk, a, b, alignment.pairs.length) : NO_OWN_KEYS;
  const shingles = shingleContainment(shinglesOf(laidA), shinglesOf(laidB));
  const byChance = coverageOf(laidA, laidB, reversed);
  const sentences = Math.min(laidA.sentences, laidB.sentences);
  const shape = shapeOf(laidA, laidB, alignment);
  const sameLanguage = laidA.language === laidB.language || Math.max(shingles.inA, shingles.inB) >= SEQUENCES_OF_ONE_LANGUAGE;
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
    commonWords: Math.sqrt(wordShare(laidA) * wordShare(laidB)),
    lengthRatio: Math.min(laidA.length, laidB.length) / Math.max(laidA.length, laidB.length, 1),
    sentences,
    sameLanguage,
    shinglesInA: shingles.inA,
    shinglesInB: shingles.inB,
    pairs: alignment.pairs,
  };
}
