import { hashText, mix } from '../extract/shingles.ts';
import { documentWeightsOf, type PrintCore } from '../fingerprint/print.ts';
import { STEPS_PER_NAT } from '../fingerprint/weight.ts';

/**
 * A key this light is in too many documents to look for a partner by: it stands for a rate of 8 % in the background
 * (2.5 nats). The cut-off is the background's and not the folder's, so that what is found does not depend on what else is there.
 */
const LEAST_STEPS = 2.5 * STEPS_PER_NAT;

/** Shares are whole parts of this: their sums are exact, so it makes no difference from which of two documents one looks. */
const WHOLE = 65_535;

/** What a document is looked for by. */
export interface Posted {
  /** Ascending. */
  readonly keys: Uint32Array;
  /** Each key's part of the document: the cosine of two documents is about the sum of the products. */
  readonly shares: Uint16Array;
  /** Hashes of its word sequences, which meet in one language only. */
  readonly shingles: Uint32Array;
  /** The part of each word sequence. */
  readonly sequenceShare: number;
}

/** Takes from a fingerprint what blocking needs. */
export function postedOf({ language, keys, steps, first, shingles, norms }: PrintCore): Posted {
  const weights = documentWeightsOf({ steps, first });
  const whole = norms.at(-1) ?? 1;
  const [heavy, shares] = [new Uint32Array(keys.length), new Uint16Array(keys.length)];
  let count = 0;
  for (let at = 0; at < keys.length; at++) {
    if ((steps[at] ?? 0) < LEAST_STEPS) continue;
    heavy[count] = keys[at] ?? 0;
    shares[count++] = Math.max(1, Math.round((WHOLE * (weights[at] ?? 0)) / whole));
  }
  return {
    keys: heavy.subarray(0, count),
    shares: shares.subarray(0, count),
    shingles: inLanguage(shingles, language),
    sequenceShare: Math.round(WHOLE / Math.sqrt(Math.max(1, shingles.length))),
  };
}

function inLanguage(shingles: Uint32Array, language: string): Uint32Array {
  const salt = hashText(language);
  return shingles.map((shingle) => mix(shingle ^ salt));
}
