import type { AlignedPair, Alignment } from './align.ts';
import type { Comparison } from './comparison.ts';
import type { SharedKeys } from './share.ts';
import { familyIndex, stepsIn } from '../fingerprint/print.ts';
import type { Fingerprint } from '../fingerprint/sums.ts';
import { STEPS_PER_NAT } from '../fingerprint/weight.ts';
import { KEY_FAMILIES } from '../types.ts';

const FAMILIES = KEY_FAMILIES.length;

/** About the weight of one rare key: with so little to go by, the agreement stays near one half. */
const LITTLE_WEIGHT = 5;

type Agreement = Pick<Comparison, 'alignedNames' | 'alignedQuantities' | 'alignedWords' | 'conflictingNames' | 'conflictingQuantities'>;

/** How far the aligned sentences say the same, by family. */
export function agreements(a: Fingerprint, b: Fingerprint, shared: SharedKeys, { pairs }: Alignment): Agreement {
  const matched = matchedSteps(a, b, shared, pairs);
  const [totals, agreed, conflict] = [new Float64Array(FAMILIES), new Float64Array(FAMILIES), new Float64Array(FAMILIES)];
  for (const [index, pair] of pairs.entries()) {
    for (let family = 0; family < FAMILIES; family++) {
      const stepsA = a.sentenceSteps[pair.a * FAMILIES + family] ?? 0;
      const stepsB = b.sentenceSteps[pair.b * FAMILIES + family] ?? 0;
      const match = (matched[index * FAMILIES + family] ?? 0) / 2;
      totals[family] = (totals[family] ?? 0) + (stepsA + stepsB) / (2 * STEPS_PER_NAT);
      agreed[family] = (agreed[family] ?? 0) + match / STEPS_PER_NAT;
      conflict[family] = (conflict[family] ?? 0) + (pair.gain * Math.max(0, Math.min(stepsA, stepsB) - match)) / STEPS_PER_NAT;
    }
  }
  const agreement = (family: number): number => ((agreed[family] ?? 0) + LITTLE_WEIGHT / 2) / ((totals[family] ?? 0) + LITTLE_WEIGHT);
  return {
    alignedNames: agreement(0),
    alignedQuantities: agreement(1),
    alignedWords: agreement(2),
    conflictingNames: conflict[0] ?? 0,
    conflictingQuantities: conflict[1] ?? 0,
  };
}

/** For each aligned pair, by family, the weight of the keys that both sentences have, in steps of both together. */
function matchedSteps(a: Fingerprint, b: Fingerprint, { inA, inB }: SharedKeys, pairs: readonly AlignedPair[]): Uint32Array {
  const [indexOf, partnerOf] = [new Int32Array(a.lengths.length).fill(NONE), new Int32Array(a.lengths.length).fill(NONE)];
  for (const [index, pair] of pairs.entries()) {
    indexOf[pair.a] = index;
    partnerOf[pair.a] = pair.b;
  }
  const matched = new Uint32Array(pairs.length * FAMILIES);
  for (let at = 0; at < inA.length; at++) {
    const x = inA[at] ?? 0;
    const y = inB[at] ?? 0;
    const end = a.first[x + 1] ?? 0;
    for (let place = a.first[x] ?? 0; place < end; place++) {
      const sentence = a.places[place] ?? 0;
      const partner = partnerOf[sentence] ?? NONE;
      if (partner === NONE || !standsIn(b, y, partner)) continue;
      const cell = (indexOf[sentence] ?? 0) * FAMILIES + familyIndex(a.keys[x] ?? 0);
      matched[cell] = (matched[cell] ?? 0) + stepsIn(a.details[x] ?? 0) + stepsIn(b.details[y] ?? 0);
    }
  }
  return matched;
}

/** Where a sentence is not aligned. */
const NONE = -1;

/** Whether a key, by its place, stands in a sentence. */
function standsIn({ first, places }: Fingerprint, key: number, sentence: number): boolean {
  const end = first[key + 1] ?? 0;
  for (let at = first[key] ?? 0; at < end; at++) if (places[at] === sentence) return true;
  return false;
}
