import { hashText, mix } from '../extract/shingles.ts';
import { KEY_FAMILIES } from '../types.ts';
import { STEPS_PER_NAT } from './weight.ts';

/** What is kept of a document to compare it. */
export interface PrintCore {
  readonly language: string;
  /** Letters of each sentence, in English letters: what it would need there. */
  readonly lengths: Uint32Array;
  /** Ascending. A key's low two bits are its family's place in `KEY_FAMILIES`. */
  readonly keys: Uint32Array;
  /** Of each key in one number, to be read in one look: its weight, in how many sentences it stands, and the first of these (`detailOf`). */
  readonly details: Uint32Array;
  /** The further sentences of the keys that stand in several, key after key, ascending. */
  readonly further: Uint16Array;
  /** Ascending. */
  readonly shingles: Uint32Array;
  /** Euclidean norm of the document weights: of each family, and last of all. */
  readonly norms: Float32Array;
}

/** Bits of a weight in steps, and of a count or place of sentences: of a longer text the first 2,000 are read. */
export const STEP_BITS = 6;
const SENTENCE_BITS = 11;
// Worked out once: these are looked at some hundred million times.
const STEP_MASK = 2 ** STEP_BITS - 1;
const SENTENCE_MASK = 2 ** SENTENCE_BITS - 1;
const FIRST_SHIFT = STEP_BITS + SENTENCE_BITS;

/** What is kept of a key: its weight within a sentence in steps (`STEPS_PER_NAT`), the number of its sentences, and the first. */
export function detailOf(steps: number, times: number, first: number): number {
  return steps | (times << STEP_BITS) | (first << FIRST_SHIFT);
}

export function stepsIn(detail: number): number {
  return detail & STEP_MASK;
}

export function timesIn(detail: number): number {
  return (detail >>> STEP_BITS) & SENTENCE_MASK;
}

export function firstIn(detail: number): number {
  return detail >>> FIRST_SHIFT;
}

/** The weight of a key within the document, in nats: in more sentences is more, by the root. */
export function documentWeight(detail: number): number {
  return (stepsIn(detail) / STEPS_PER_NAT) * Math.sqrt(timesIn(detail));
}

/** The same with the sums that every comparison needs. Weights are in nats. */
export interface Fingerprint extends PrintCore {
  /** Sum of `lengths`. */
  readonly length: number;
  /** The sentences of key `i` are `places[first[i]]` to `places[first[i + 1] - 1]`, ascending. */
  readonly first: Uint32Array;
  readonly places: Uint16Array;
  /** Weight of each key within a sentence. */
  readonly weights: Float32Array;
  /** Weight of each key within the document (`documentWeight`). */
  readonly documentWeights: Float32Array;
  /** Euclidean norm of each sentence's weights. */
  readonly sentenceNorms: Float32Array;
  /** Sum of each sentence's weights by family: those of sentence `i` from `i * KEY_FAMILIES.length` on. */
  readonly sentenceWeights: Float32Array;
}

/** Adds the sums. */
export function withSums(core: PrintCore): Fingerprint {
  const { language, lengths, keys, details, further, shingles, norms } = core;
  const { first, places } = placesOf(core);
  const [weights, documentWeights] = [new Float32Array(keys.length), new Float32Array(keys.length)];
  for (let at = 0; at < keys.length; at++) {
    weights[at] = stepsIn(details[at] ?? 0) / STEPS_PER_NAT;
    documentWeights[at] = documentWeight(details[at] ?? 0);
  }
  const placed = { lengths, keys, first, places };
  const { sentenceNorms, sentenceWeights } = sentenceSums(placed, weights);
  let length = 0;
  for (let at = 0; at < lengths.length; at++) length += lengths[at] ?? 0;
  return { language, ...placed, details, further, shingles, length, weights, documentWeights, sentenceNorms, sentenceWeights, norms };
}

/** The sentences of each key. */
export function placesOf({ details, further }: Pick<PrintCore, 'details' | 'further'>): Pick<Fingerprint, 'first' | 'places'> {
  const [first, places] = [new Uint32Array(details.length + 1), new Uint16Array(details.length + further.length)];
  let placed = 0;
  let taken = 0;
  for (let at = 0; at < details.length; at++) {
    const detail = details[at] ?? 0;
    places[placed++] = firstIn(detail);
    for (let left = timesIn(detail) - 1; left > 0; left--) places[placed++] = further[taken++] ?? 0;
    first[at + 1] = placed;
  }
  return { first, places };
}

/** The place of a key's family in `KEY_FAMILIES`. */
export function familyIndex(key: number): number {
  return key & 3;
}

/** The norms of the document weights, of each family and last of all. */
export function normsOf({ keys, details }: Pick<PrintCore, 'keys' | 'details'>): Float32Array {
  const squares = new Float32Array(KEY_FAMILIES.length + 1);
  for (let at = 0; at < keys.length; at++) {
    // As exact as the weights that are compared.
    const square = Math.fround(documentWeight(details[at] ?? 0)) ** 2;
    const family = familyIndex(keys[at] ?? 0);
    squares[family] = (squares[family] ?? 0) + square;
    squares[KEY_FAMILIES.length] = (squares[KEY_FAMILIES.length] ?? 0) + square;
  }
  return squares.map(Math.sqrt);
}

/** The hash of what holds nothing, and is like nothing. */
export const NOTHING = 0;

/** A signed hash of all that is kept of a document: the same for documents alike to the last key, and for others hardly ever. */
export function hashOfPrint({ language, lengths, keys, details, further, shingles }: PrintCore): number {
  if (keys.length + shingles.length === 0) return NOTHING;
  let hash = hashText(language);
  for (const list of [lengths, keys, details, further, shingles]) {
    hash = mix(hash ^ list.length);
    for (let at = 0; at < list.length; at++) hash = Math.imul(hash ^ (list[at] ?? 0), 0x01000193);
  }
  return (mix(hash) | 0) || 1;
}

/** The norm of each sentence's weights, and their sums by family. */
function sentenceSums({ lengths, keys, first, places }: Pick<Fingerprint, 'lengths' | 'keys' | 'first' | 'places'>, weights: Float32Array): Pick<Fingerprint, 'sentenceNorms' | 'sentenceWeights'> {
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
