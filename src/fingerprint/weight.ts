import type { KeyName } from '../extract/key-name.ts';
import { isCased } from '../language/table.ts';
import type { Key } from '../types.ts';
import type { Background } from './background.ts';

/** Added to a rate so that a key never seen weighs 7.6 and not infinitely much (the prototype's figure). */
const RATE_FLOOR = 0.0005;

/** The rate of a word of middling frequency: what an unmeasured word is taken for. */
const UNMEASURED_RATE = 0.02;

/** Weights are kept in eighths of a nat: finer ones than six bits hold change no judgement. */
export const STEPS_PER_NAT = 8;
const MOST_STEPS = 63;

/** A weight in whole steps. */
export function stepsOf(weight: number): number {
  return Math.min(MOST_STEPS, Math.round(weight * STEPS_PER_NAT));
}

/** The steps of a key that such a share of documents holds, in a language that was measured. */
export function stepsOfRate(rate: number): number {
  return stepsOf(-Math.log(rate + RATE_FLOOR));
}

/** The steps of what may be a common word of a language that was not measured. */
export const UNMEASURED_STEPS: number = stepsOf(-Math.log(UNMEASURED_RATE));

/** How much sharing the key tells: minus the logarithm of how often news has it, times the share of the meaning. */
export function weightOf({ text, share }: Pick<Key, 'text' | 'share'>, language: string, background: Background): number {
  return weightOfRate(background.rateOf(text), text, language, background) * share;
}

/** The weight of a key that stands for one meaning alone. */
export function nameWeight(name: KeyName, language: string, background: Background): number {
  return weightOfRate(name.figure(background, background.rateOf), name.text, language, background);
}

function weightOfRate(rate: number, text: string, language: string, background: Background): number {
  const floor = rate === 0 && mayBeCommon(text, language, background) ? UNMEASURED_RATE : RATE_FLOOR;
  return -Math.log(rate + floor);
}

/**
 * Whether a key never seen may be a common word of a language in which nothing was measured: a spelling that is no name for
 * certain, since the script has no capitals or the word has none.
 */
function mayBeCommon(key: string, language: string, background: Background): boolean {
  if (background.knows(language)) return false;
  return key.startsWith('c:') || (/^[ns]:/u.test(key) && !isCased(language));
}
