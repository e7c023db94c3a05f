import { placedAt, printAt, putPrint, sizeOf, type PackedPrint } from '../fingerprint/packed-print.ts';
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
  readonly head: PackedPrint;
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
    return place === undefined ? undefined : printAt(place.buffer, place.head);
  }

  /** Holds the fingerprint of a document of which none is held. */
  hold(number: number, print: PrintCore): void {
    const size = sizeOf(placedAt(print, 0));
    if (size > MOST_BYTES) return;
    if (this.#used + size > SLAB_BYTES) this.#turnOver();
    const place = { buffer: this.#slab.buffer, head: placedAt(print, this.#used) };
    this.#used += size;
    this.#slab.numbers.push(number);
    this.#places.set(number, place);
    putPrint(place.buffer, place.head, print);
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
