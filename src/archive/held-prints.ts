import { KEY_FAMILIES } from '../types.ts';
import type { PrintCore } from '../fingerprint/print.ts';

/** Memory is taken a slab at a time, and in the end the oldest slab is written anew: 64 MB hold some 13,000 articles of 4,000 characters. */
const SLAB_BYTES = 2 ** 20;
const SLABS = 64;

/** A longer fingerprint is not held: it would take the place of very many. */
const MOST_BYTES = SLAB_BYTES / 16;

interface Slab {
  readonly buffer: ArrayBuffer;
  /** The documents in it. */
  readonly numbers: number[];
}

/** Where a fingerprint lies. */
interface Place {
  readonly buffer: ArrayBuffer;
  /** In bytes. */
  readonly start: number;
  readonly language: string;
  readonly sentences: number;
  readonly keys: number;
  readonly places: number;
  readonly shingles: number;
}

/**
 * Decoded fingerprints held in memory outside of the heap. A search reads some 140: held as objects, most of them grow old before others
 * take their place, and to find that out the collector has to look through the whole heap every few dozen searches.
 */
export class HeldPrints {
  readonly #slabs: Slab[] = [];
  readonly #places = new Map<number, Place>();
  /** The slab that is written, up to where, and which comes next. */
  #slab: Slab = { buffer: new ArrayBuffer(0), numbers: [] };
  #used = SLAB_BYTES;
  #next = 0;

  /** The fingerprint of a document, good until another is held; undefined where it is not held. */
  at(number: number): PrintCore | undefined {
    const place = this.#places.get(number);
    return place === undefined ? undefined : viewOf(place);
  }

  /** Holds the fingerprint of a document of which none is held. */
  hold(number: number, print: PrintCore): void {
    const { language, lengths, keys, places, shingles } = print;
    const sizes = { language, sentences: lengths.length, keys: keys.length, places: places.length, shingles: shingles.length };
    const size = sizeOf(sizes);
    if (size > MOST_BYTES) return;
    if (this.#used + size > SLAB_BYTES) this.#turnOver();
    const place = { buffer: this.#slab.buffer, start: this.#used, ...sizes };
    this.#used += size;
    this.#slab.numbers.push(number);
    this.#places.set(number, place);
    const view = viewOf(place);
    view.lengths.set(lengths);
    view.keys.set(keys);
    view.first.set(print.first);
    view.shingles.set(shingles);
    view.norms.set(print.norms);
    view.places.set(places);
    view.steps.set(print.steps);
  }

  /** Goes to the next slab, and lets go of what is in it. */
  #turnOver(): void {
    this.#next %= SLABS;
    const slab = this.#slabs[this.#next] ?? { buffer: new ArrayBuffer(SLAB_BYTES), numbers: [] };
    for (const number of slab.numbers) this.#places.delete(number);
    slab.numbers.length = 0;
    this.#slabs[this.#next++] = slab;
    [this.#slab, this.#used] = [slab, 0];
  }
}

const NORMS = KEY_FAMILIES.length + 1;

/** Words of four bytes, then the places of two and the weights of one, filled up to a word. */
function sizeOf({ sentences, keys, places, shingles }: Pick<Place, 'sentences' | 'keys' | 'places' | 'shingles'>): number {
  return 4 * (sentences + 2 * keys + 1 + shingles + NORMS + Math.ceil((2 * places + keys) / 4));
}

function viewOf({ buffer, start, language, sentences, keys, places, shingles }: Place): PrintCore {
  const atKeys = start + 4 * sentences;
  const atFirst = atKeys + 4 * keys;
  const atShingles = atFirst + 4 * (keys + 1);
  const atNorms = atShingles + 4 * shingles;
  const atPlaces = atNorms + 4 * NORMS;
  return {
    language,
    lengths: new Uint32Array(buffer, start, sentences),
    keys: new Uint32Array(buffer, atKeys, keys),
    first: new Uint32Array(buffer, atFirst, keys + 1),
    shingles: new Uint32Array(buffer, atShingles, shingles),
    norms: new Float32Array(buffer, atNorms, NORMS),
    places: new Uint16Array(buffer, atPlaces, places),
    steps: new Uint8Array(buffer, atPlaces + 2 * places, keys),
  };
}
