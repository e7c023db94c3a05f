import type { Comparison } from './comparison.ts';
import type { Desk, Side } from './desk.ts';
import { KEY_FAMILIES } from '../types.ts';

const FAMILIES = KEY_FAMILIES.length;

/** About the weight of one rare key: with so little to go by, the agreement stays near one half. */
const LITTLE_WEIGHT = 5;

type Agreement = Pick<Comparison, 'alignedNames' | 'alignedQuantities' | 'alignedWords' | 'conflictingNames' | 'conflictingQuantities'>;

/** How far the aligned sentences say the same, by family; so many pairs of them are on the desk. */
export function agreements(desk: Desk, a: Side, b: Side, pairs: number): Agreement {
  desk.kernel.addAgreement(a.address, b.address, desk.address, pairs);
  const { out } = desk;
  const agreement = (family: number): number => ((out[FAMILIES + family] ?? 0) + LITTLE_WEIGHT / 2) / ((out[family] ?? 0) + LITTLE_WEIGHT);
  return {
    alignedNames: agreement(0),
    alignedQuantities: agreement(1),
    alignedWords: agreement(2),
    conflictingNames: out[2 * FAMILIES] ?? 0,
    conflictingQuantities: out[2 * FAMILIES + 1] ?? 0,
  };
}
