import type { AlignedPair } from './align.ts';
import type { KeyFamily } from '../types.ts';

/** The evidence for one pair. Every likeness lies in [0, 1]. */
export interface Comparison {
  /** Cosine of the document vectors. */
  readonly cosine: number;
  /** The same by key family. */
  readonly families: Readonly<Record<KeyFamily, number>>;
  /** Weight of the shared names (numbers) over that of the document with fewer. */
  readonly nameContainment: number;
  readonly quantityContainment: number;
  /** Sum of the weights of the shared keys: how much the sharing tells in all, in nats. */
  readonly sharedWeight: number;
  /** Gain of the alignment over the number of sentences of the shorter document. */
  readonly alignment: number;
  /** The same with one document's sentences in reverse order. */
  readonly reverseAlignment: number;
  /** Sum of the gains: in a long excerpt much, whatever surrounds it. */
  readonly totalGain: number;
  /** Sum of the log-odds of the aligned pairs that are likelier versions than not: sure pairs count for more. */
  readonly totalLogOdds: number;
  /** Share of the gain that is left when the order counts: of each sentence's best partner, whatever the order. */
  readonly orderShare: number;
  /** Share of each document's letters in aligned sentences, each by its probability. */
  readonly expectedCoverageA: number;
  readonly expectedCoverageB: number;
  /** Mean gain of an aligned pair: chance pairs are weak, however many. */
  readonly meanGain: number;
  /** Share of each document's letters in aligned sentences. */
  readonly coverageA: number;
  readonly coverageB: number;
  /** The same for pairs that are hardly chance. */
  readonly strongCoverageA: number;
  readonly strongCoverageB: number;
  /** The same with one document's sentences in reverse order. */
  readonly chanceCoverageA: number;
  readonly chanceCoverageB: number;
  /** Share of the documents' weight in dictionary words (geometric mean): how much of their likeness their languages let us see. */
  readonly commonWords: number;
  /** How far the names (figures, words) of aligned sentences are the same; one half where there are none. */
  readonly alignedNames: number;
  readonly alignedQuantities: number;
  readonly alignedWords: number;
  /** Weight of the names (figures) of aligned sentences that both have and do not share: other figures in a like sentence. */
  readonly conflictingNames: number;
  readonly conflictingQuantities: number;
  /**
   * Of two texts in one language, what each has of its own in aligned sentences, of the one with less: its heaviest own key over
   * its heaviest, the share of its own keys in its squared weight, and the weight of the heaviest own key that recurs, in nats.
   * 0 of what was taken for two languages.
   */
  readonly ownSubject: number;
  readonly ownShare: number;
  readonly ownRecurring: number;
  /** Share of aligned pairs that follow straight on the one before in both documents. */
  readonly adjacency: number;
  /** Mean absolute deviation of the aligned sentences' log length ratios: translations keep lengths. */
  readonly lengthSpread: number;
  /** Shorter over longer, in letters. */
  readonly lengthRatio: number;
  /** Sentences of the shorter document. */
  readonly sentences: number;
  /** In one language, or in what was taken for two and is one by the word sequences in common. */
  readonly sameLanguage: boolean;
  /** Share of each document's running word sequences that the other has too. */
  readonly shinglesInA: number;
  readonly shinglesInB: number;
}

/** A comparison with the sentence pairs it rests on. */
export interface DetailedComparison extends Comparison {
  readonly pairs: readonly AlignedPair[];
}
