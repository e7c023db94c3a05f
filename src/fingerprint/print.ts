import { KEY_FAMILIES } from '../types.ts';
import { STEPS_PER_NAT } from './weight.ts';

/** What is kept of a document to compare it. */
export interface PrintCore {
  readonly language: string;
  /** Letters of each sentence, in English letters: what it would need there. */
  readonly lengths: Uint32Array;
  /** Ascending. A key's low two bits are its family's place in `KEY_FAMILIES`. */
  readonly keys: Uint32Array;
  /** Weight of each key within a sentence, in steps (`STEPS_PER_NAT`). */
  readonly steps: Uint8Array;
  /** The sentences of key `i` are `places[first[i]]` to `places[first[i + 1] - 1]`, ascending. */
  readonly first: Uint32Array;
  readonly places: Uint16Array;
  /** Ascending. */
  readonly shingles: Uint32Array;
  /** Euclidean norm of the document weights: of each family, and last of all. */
  readonly norms: Float32Array;
}

/** The same with the sums that every comparison needs. Weights are in nats. */
export interface Fingerprint extends PrintCore {
  /** Sum of `lengths`. */
  readonly length: number;
  /** Weight of each key within a sentence. */
  readonly weights: Float32Array;
  /** Weight of the key within the document: in more sentences is more, by the root. */
  readonly documentWeights: Float32Array;
  /** Euclidean norm of each sentence's weights. */
  readonly sentenceNorms: Float32Array;
  /** Sum of each sentence's weights by family: those of sentence `i` from `i * KEY_FAMILIES.length` on. */
  readonly sentenceWeights: Float32Array;
}

/** Adds the sums. */
export function withSums(core: PrintCore): Fingerprint {
  const { language, lengths, keys, steps, first, places, shingles, norms } = core;
  const weights = new Float32Array(steps.length);
  for (let at = 0; at < steps.length; at++) weights[at] = (steps[at] ?? 0) / STEPS_PER_NAT;
  const documentWeights = documentWeightsOf(core);
  const { sentenceNorms, sentenceWeights } = sentenceSums(core, weights);
  let length = 0;
  for (let at = 0; at < lengths.length; at++) length += lengths[at] ?? 0;
  return { language, lengths, keys, steps, first, places, shingles, length, weights, documentWeights, sentenceNorms, sentenceWeights, norms };
}

/** The place of a key's family in `KEY_FAMILIES`. */
export function familyIndex(key: number): number {
  return key & 3;
}

/** The weight of each key within the document. */
function documentWeightsOf({ steps, first }: Pick<PrintCore, 'steps' | 'first'>): Float32Array {
  const weights = new Float32Array(steps.length);
  for (let at = 0; at < steps.length; at++) weights[at] = ((steps[at] ?? 0) / STEPS_PER_NAT) * Math.sqrt((first[at + 1] ?? 0) - (first[at] ?? 0));
  return weights;
}

/** The norms of the document weights, of each family and last of all. */
export function normsOf({ keys, steps, first }: Pick<PrintCore, 'keys' | 'steps' | 'first'>): Float32Array {
  const weights = documentWeightsOf({ steps, first });
  const squares = new Float32Array(KEY_FAMILIES.length + 1);
  for (let at = 0; at < keys.length; at++) {
    const square = (weights[at] ?? 0) ** 2;
    const family = familyIndex(keys[at] ?? 0);
    squares[family] = (squares[family] ?? 0) + square;
    squares[KEY_FAMILIES.length] = (squares[KEY_FAMILIES.length] ?? 0) + square;
  }
  return squares.map(Math.sqrt);
}

/** The norm of each sentence's weights, and their sums by family. */
function sentenceSums({ lengths, keys, first, places }: PrintCore, weights: Float32Array): Pick<Fingerprint, 'sentenceNorms' | 'sentenceWeights'> {
  const squares = new Float32Array(lengths.length);
  const sums = new Float32Array(lengths.length * KEY_FAMILIES.length);
  for (let at = 0; at < keys.length; at++) {
    const weight = weights[at] ?? 0;
    const family = familyIndex(keys[at] ?? 0);
    const end = first[at + 1] ?? 0;
    for (let place = first[at] ?? 0; place < end; place++) {
      const sentence = places[place] ?? 0;
      const cell = sentence * KEY_FAMILIES.length + family;
      squares[sentence] = (squares[sentence] ?? 0) + weight * weight;
      sums[cell] = (sums[cell] ?? 0) + weight;
    }
  }
  return { sentenceNorms: squares.map(Math.sqrt), sentenceWeights: sums };
}
