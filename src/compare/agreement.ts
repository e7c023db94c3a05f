import type { AlignedPair, Alignment } from './align.ts';
import type { Comparison } from './comparison.ts';
import type { SharedKeys } from './share.ts';
import { familyIndex, type Fingerprint } from '../fingerprint/print.ts';
import { KEY_FAMILIES } from '../types.ts';

const FAMILIES = KEY_FAMILIES.length;

/** About the weight of one rare key: with so little to go by, the agreement stays near one half. */
const LITTLE_WEIGHT = 5;

type Agreement = Pick<Comparison, 'alignedNames' | 'alignedQuantities' | 'alignedWords' | 'conflictingNames' | 'conflictingQuantities'>;

/** How far the aligned sentences say the same, by family. */
export function agreements(a: Fingerprint, b: Fingerprint, shared: SharedKeys, { pairs }: Alignment): Agreement {
  const matched = matchedWeights(a, b, shared, pairs);
  const [totals, agreed, conflict] = [new Float64Array(FAMILIES), new Float64Array(FAMILIES), new Float64Array(FAMILIES)];
  for (const [index, pair] of pairs.entries()) {
    for (let family = 0; family < FAMILIES; family++) {
      const weightA = a.sentenceWeights[pair.a * FAMILIES + family] ?? 0;
      const weightB = b.sentenceWeights[pair.b * FAMILIES + family] ?? 0;
      const match = matched[index * FAMILIES + family] ?? 0;
      totals[family] = (totals[family] ?? 0) + (weightA + weightB) / 2;
      agreed[family] = (agreed[family] ?? 0) + match;
      conflict[family] = (conflict[family] ?? 0) + pair.gain * Math.max(0, Math.min(weightA, weightB) - match);
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

/** For each aligned pair, by family, the weight of the keys that both sentences have. */
function matchedWeights(a: Fingerprint, b: Fingerprint, { inA, inB }: SharedKeys, pairs: readonly AlignedPair[]): Float64Array {
  const pairOf = new Int32Array(a.lengths.length).fill(-1);
  for (const [index, pair] of pairs.entries()) pairOf[pair.a] = index;
  const matched = new Float64Array(pairs.length * FAMILIES);
  for (let at = 0; at < inA.length; at++) {
    const x = inA[at] ?? 0;
    const y = inB[at] ?? 0;
    for (let place = a.first[x] ?? 0; place < (a.first[x + 1] ?? 0); place++) {
      const index = pairOf[a.places[place] ?? 0] ?? -1;
      const partner = pairs[index]?.b;
      if (partner === undefined || !standsIn(b, y, partner)) continue;
      const cell = index * FAMILIES + familyIndex(a.keys[x] ?? 0);
      matched[cell] = (matched[cell] ?? 0) + ((a.weights[x] ?? 0) + (b.weights[y] ?? 0)) / 2;
    }
  }
  return matched;
}

/** Whether a key, by its place, stands in a sentence. */
function standsIn({ first, places }: Fingerprint, key: number, sentence: number): boolean {
  for (let at = first[key] ?? 0; at < (first[key + 1] ?? 0); at++) if (places[at] === sentence) return true;
  return false;
}
