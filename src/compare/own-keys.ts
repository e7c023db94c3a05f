import type { Comparison } from './comparison.ts';
import type { Desk, Side } from './desk.ts';
import { ratio } from './ratio.ts';

type OwnKeys = Pick<Comparison, 'ownSubject' | 'ownShare' | 'ownRecurring'>;

/** Of what was taken for two languages most keys are of one text alone, whatever it tells. */
export const NO_OWN_KEYS: OwnKeys = { ownSubject: 0, ownShare: 0, ownRecurring: 0 };

/** Numbers that tell what one of both has of its own. */
const OF_ONE = 5;

/**
 * What each of two texts in one language has of its own where their sentences are aligned, of the one with less: a form filled
 * anew (the market report of the next day, the same label for another appliance) has another subject in every sentence, a copy
 * that was reworded a word here and there, an excerpt or an older version nothing that the other has not. So many aligned pairs are on the desk.
 */
export function ownKeys(desk: Desk, a: Side, b: Side, pairs: number): OwnKeys {
  desk.kernel.addOwn(a.address, b.address, desk.address, pairs);
  const [ofA, ofB] = [ownOf(desk.out, 0), ownOf(desk.out, OF_ONE)];
  return {
    ownSubject: Math.min(ofA.ownSubject, ofB.ownSubject),
    ownShare: Math.min(ofA.ownShare, ofB.ownShare),
    ownRecurring: Math.min(ofA.ownRecurring, ofB.ownRecurring),
  };
}

/** The same of one text, from its heaviest key, the heaviest of its own, the squared weights of all and of its own, and the heaviest of its own that recurs. */
function ownOf(figures: Float64Array, from: number): OwnKeys {
  return {
    ownSubject: ratio(figures[from + 1] ?? 0, figures[from] ?? 0),
    ownShare: ratio(figures[from + 3] ?? 0, figures[from + 2] ?? 0),
    ownRecurring: figures[from + 4] ?? 0,
  };
}
