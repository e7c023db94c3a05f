import type { Desk, Side } from './desk.ts';

/** Two sentences taken for versions of each other. */
export interface AlignedPair {
  readonly a: number;
  readonly b: number;
  /** What the pair adds to the alignment, in [0, 1]. */
  readonly gain: number;
}

export interface Alignment {
  readonly pairs: readonly AlignedPair[];
  /** Sum of the gains. */
  readonly gain: number;
}

/** An alignment beside the one that chance and a common topic give: with the sentences of `b` in reverse order. */
export interface AlignmentWithChance {
  readonly inOrder: Alignment;
  readonly reversed: Alignment;
  /** Sum of the gains of each sentence's best partner, whatever the order: the lesser of both documents' sums. */
  readonly unordered: number;
}

/**
 * The monotone alignment of two documents' sentences with the greatest gain. Translations keep the order of sentences; two
 * reports of one event don't. The keys they share have been found; the pairs in order stay on the desk.
 *
 * Method: dynamic programming over sentence pairs as Gale and Church (1993), the gain of a pair being the probability that
 * its sentences are versions of each other, by a logistic regression over what they share and what they do not.
 */
export function alignSentences(desk: Desk, a: Side, b: Side): AlignmentWithChance {
  desk.kernel.addGains(a.address, b.address, desk.address);
  const unordered = desk.kernel.bestPartners(a.address, b.address, desk.address);
  const reversed = bestAlignment(desk, a, b, true);
  return { inOrder: bestAlignment(desk, a, b, false), reversed, unordered };
}

function bestAlignment(desk: Desk, a: Side, b: Side, isReversed: boolean): Alignment {
  const count = desk.kernel.alignGains(a.address, b.address, desk.address, isReversed);
  const { pairsA, pairsB, pairGains } = desk.pairs;
  const pairs: AlignedPair[] = [];
  for (let at = 0; at < count; at++) pairs.push({ a: pairsA[at] ?? 0, b: pairsB[at] ?? 0, gain: pairGains[at] ?? 0 });
  return { pairs, gain: desk.out[0] ?? 0 };
}
