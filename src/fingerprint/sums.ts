import { familyIndex, firstIn, stepsIn, timesIn, type PrintCore } from './print.ts';
import { logOfSteps, STEPS_PER_NAT } from './weight.ts';
import { KEY_FAMILIES } from '../types.ts';

const FAMILIES = KEY_FAMILIES.length;

/** A fingerprint with the sums that every comparison needs. */
export interface Fingerprint extends PrintCore {
  /** Sum of `lengths`. */
  readonly length: number;
  /** The sentences of key `i` are `places[first[i]]` to `places[first[i + 1] - 1]`, ascending. */
  readonly first: Uint32Array;
  readonly places: Uint16Array;
  /** Euclidean norm of each sentence's weights, in nats. */
  readonly sentenceNorms: Float32Array;
  /** Sum of each sentence's weights by family, in steps: those of sentence `i` from `i * KEY_FAMILIES.length` on. */
  readonly sentenceSteps: Uint32Array;
  /** `SENTENCE_LOGS` of each sentence: the logarithms of one and its weight in each family, and of its length and a few letters. */
  readonly sentenceLogs: Float64Array;
}

export const SENTENCE_LOGS: number = FAMILIES + 1;

/** Letters added to a length before its logarithm: between sentences of a word or two a ratio tells nothing. */
export const LENGTH_FLOOR = 5;

/** Adds the sums. */
export function withSums(core: PrintCore): Fingerprint {
  return new SumsRoom().withSums(core);
}

/**
 * Room for the sums of fingerprints, one after the other: each is good until the next. To ask for memory anew takes longer than to work out what goes
 * into it.
 */
export class SumsRoom {
  #first = new Uint32Array();
  #places = new Uint16Array();
  #squares = new Uint32Array();
  #norms = new Float32Array();
  #steps = new Uint32Array();
  #logs = new Float64Array();

  #makeRoom(keys: number, places: number, sentences: number): void {
    if (this.#first.length <= keys) this.#first = new Uint32Array(keys + 1);
    if (this.#places.length < places) this.#places = new Uint16Array(places);
    if (this.#norms.length >= sentences) return;
    this.#squares = new Uint32Array(sentences);
    this.#norms = new Float32Array(sentences);
    this.#steps = new Uint32Array(sentences * FAMILIES);
    this.#logs = new Float64Array(sentences * SENTENCE_LOGS);
  }

  withSums(core: PrintCore): Fingerprint {
    const { language, lengths, keys, details, further, shingles, norms } = core;
    const [count, sentences] = [keys.length, lengths.length];
    this.#makeRoom(count, count + further.length, sentences);
    const placed = this.#addUp(core);
    const length = this.#finish(lengths);
    return {
      language, lengths, keys, details, further, shingles, norms, length,
      first: this.#first.subarray(0, count + 1),
      places: this.#places.subarray(0, placed),
      sentenceNorms: this.#norms.subarray(0, sentences),
      sentenceSteps: this.#steps.subarray(0, sentences * FAMILIES),
      sentenceLogs: this.#logs.subarray(0, sentences * SENTENCE_LOGS),
    };
  }

  /** Tells the sentences of each key, and adds its weight up in each; how many those are together. */
  #addUp({ keys, details, further, lengths }: PrintCore): number {
    const [first, places, squares, steps] = [this.#first, this.#places, this.#squares, this.#steps];
    squares.fill(0, 0, lengths.length);
    steps.fill(0, 0, lengths.length * FAMILIES);
    let [placed, taken] = [0, 0];
    for (let at = 0; at < keys.length; at++) {
      const detail = details[at] ?? 0;
      const own = stepsIn(detail);
      const family = familyIndex(keys[at] ?? 0);
      let sentence = firstIn(detail);
      for (let left = timesIn(detail); left > 0; left--) {
        const cell = sentence * FAMILIES + family;
        squares[sentence] = (squares[sentence] ?? 0) + own * own;
        steps[cell] = (steps[cell] ?? 0) + own;
        places[placed++] = sentence;
        if (left > 1) sentence = further[taken++] ?? 0;
      }
      first[at + 1] = placed;
    }
    return placed;
  }

  /** Takes the roots and logarithms; the sum of the lengths. */
  #finish(lengths: Uint32Array): number {
    const [squares, norms, steps, logs] = [this.#squares, this.#norms, this.#steps, this.#logs];
    let length = 0;
    for (let sentence = 0; sentence < lengths.length; sentence++) {
      const own = lengths[sentence] ?? 0;
      norms[sentence] = Math.sqrt(squares[sentence] ?? 0) / STEPS_PER_NAT;
      for (let family = 0; family < FAMILIES; family++) logs[sentence * SENTENCE_LOGS + family] = logOfSteps(steps[sentence * FAMILIES + family] ?? 0);
      logs[sentence * SENTENCE_LOGS + FAMILIES] = Math.log(own + LENGTH_FLOOR);
      length += own;
    }
    return length;
  }
}
