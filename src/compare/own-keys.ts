import type { AlignedPair } from './align.ts';
import type { Comparison } from './comparison.ts';
import { ratio } from './ratio.ts';
import type { SharedKeys } from './share.ts';
import { sentenceWeight } from '../fingerprint/print.ts';
import type { Fingerprint } from '../fingerprint/sums.ts';

type OwnKeys = Pick<Comparison, 'ownSubject' | 'ownShare' | 'ownRecurring'>;

/** Of what was taken for two languages most keys are of one text alone, whatever it tells. */
export const NO_OWN_KEYS: OwnKeys = { ownSubject: 0, ownShare: 0, ownRecurring: 0 };

/** Aligned sentences, each by its probability, from which on a key recurs. */
const RECURRING = 1.5;

/**
 * What each of two texts in one language has of its own where their sentences are aligned, of the one with less: a form filled
 * anew (the market report of the next day, the same label for another appliance) has another subject in every sentence, a copy
 * that was reworded a word here and there, an excerpt or an older version nothing that the other has not.
 */
export function ownKeys(a: Fingerprint, b: Fingerprint, { inA, inB }: SharedKeys, pairs: readonly AlignedPair[]): OwnKeys {
  const [alignedA, alignedB] = [new Float32Array(a.lengths.length), new Float32Array(b.lengths.length)];
  for (const pair of pairs) {
    alignedA[pair.a] = pair.gain;
    alignedB[pair.b] = pair.gain;
  }
  const [ofA, ofB] = [ownOf(a, inA, alignedA), ownOf(b, inB, alignedB)];
  return {
    ownSubject: Math.min(ofA.ownSubject, ofB.ownSubject),
    ownShare: Math.min(ofA.ownShare, ofB.ownShare),
    ownRecurring: Math.min(ofA.ownRecurring, ofB.ownRecurring),
  };
}

/** The same of one text: `shared` are the places of the keys that the other has too, ascending; `aligned` how far each sentence is aligned. */
function ownOf({ details, first, places }: Fingerprint, shared: Uint32Array, aligned: Float32Array): OwnKeys {
  let heaviest = 0;
  let heaviestOwn = 0;
  let all = 0;
  let own = 0;
  let recurring = 0;
  let next = 0;
  for (let at = 0; at < details.length; at++) {
    let sentences = 0;
    for (let place = first[at] ?? 0; place < (first[at + 1] ?? 0); place++) sentences += aligned[places[place] ?? 0] ?? 0;
    const weight = sentenceWeight(details[at] ?? 0) * Math.sqrt(sentences);
    heaviest = Math.max(heaviest, weight);
    all += weight * weight;
    if (shared[next] === at) {
      next++;
      continue;
    }
    heaviestOwn = Math.max(heaviestOwn, weight);
    own += weight * weight;
    if (sentences > RECURRING) recurring = Math.max(recurring, weight);
  }
  return { ownSubject: ratio(heaviestOwn, heaviest), ownShare: ratio(own, all), ownRecurring: recurring };
}
