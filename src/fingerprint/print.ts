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

/** A text of so many sentences is brief. */
export const BRIEF = 3;

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

/** The weight of a key within a sentence, in nats. */
export function sentenceWeight(detail: number): number {
  return stepsIn(detail) / STEPS_PER_NAT;
}

/** The weight of a key within the document, in nats: in more sentences is more, by the root. */
export function documentWeight(detail: number): number {
  return sentenceWeight(detail) * Math.sqrt(timesIn(detail));
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
