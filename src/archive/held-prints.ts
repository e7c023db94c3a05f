import { measure, memoryOf, packed, putPrint, type PackedPrint, type PrintMemory } from '../fingerprint/packed-print.ts';
import type { PrintCore } from '../fingerprint/print.ts';

/** Memory is taken a slab at a time, and in the end the oldest slab is written anew: 256 MB hold some 80,000 articles of 4,000 characters. */
const SLAB_BYTES = 2 ** 20;
const SLABS = 256;

/** A longer fingerprint is not held: it would take the place of very many. */
const MOST_BYTES = SLAB_BYTES / 16;

interface Slab {
  readonly memory: PrintMemory;
  /** The documents in it. */
  readonly numbers: number[];
}

/**
 * Decoded fingerprints held in memory outside of the heap. A search reads some 140: held as objects, most of them grow old before others
 * take their place, and to find that out the collector has to look through the whole heap every few dozen searches.
 */
export class HeldPrints {
  readonly #slabs: Slab[] = [];
  readonly #places = new Map<number, PackedPrint>();
  /** The slab that is written, up to where, and which comes next. */
  #slab: Slab = emptySlab(0);
  #used = SLAB_BYTES;
  #next = 0;
  readonly #most: number;

  constructor(slabs = SLABS) {
    this.#most = slabs;
  }

  /** The fingerprint of a document, good until another is held; undefined where it is not held. */
  at(number: number): PackedPrint | undefined {
    return this.#places.get(number);
  }

  /** Holds the fingerprint of a document of which none is held; where it lies, good until another is held. */
  hold(number: number, print: PrintCore): PackedPrint {
    const measured = measure(print);
    const size = measured.bytes;
    if (size > MOST_BYTES) return packed(print);
    if (this.#used + size > SLAB_BYTES) this.#turnOver();
    const place = { memory: this.#slab.memory, start: this.#used };
    this.#used += size;
    this.#slab.numbers.push(number);
    this.#places.set(number, place);
    putPrint(place, print, measured);
    return place;
  }

  /** Goes to the next slab, and lets go of what is in it. */
  #turnOver(): void {
    this.#next %= this.#most;
    const slab = this.#slabs[this.#next] ?? emptySlab(SLAB_BYTES);
    for (const number of slab.numbers) this.#places.delete(number);
    slab.numbers.length = 0;
    this.#slabs[this.#next++] = slab;
    [this.#slab, this.#used] = [slab, 0];
  }
}

/** In shared memory: of what is not shared V8 collects all that is old for each 64 MB that it grows by, which slowed one check in six. */
function emptySlab(bytes: number): Slab {
  return { memory: memoryOf(new SharedArrayBuffer(bytes)), numbers: [] };
}
