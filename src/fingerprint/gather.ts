import { detailOf, type PrintCore } from './print.ts';

/** Slots to begin with, a power of two: twice the keys of an article of 3,500 characters. */
const FIRST_SLOTS = 1024;

/** The keys of a document, gathered. */
type Gathered = Pick<PrintCore, 'keys' | 'details' | 'further'>;

/**
 * Gathers the keys of one document after the other in the same arrays: open addressing by key, the entries in the order in which
 * keys are first met. A key has the weight with which it is entered first, in steps.
 */
export class KeyGatherer {
  /** By slot: the entry, plus one; 0 where free. */
  #slots = new Int32Array(FIRST_SLOTS);
  #keys = new Uint32Array(FIRST_SLOTS);
  #steps = new Uint8Array(FIRST_SLOTS);
  #firstPlaces = new Uint16Array(FIRST_SLOTS);
  #lastPlaces = new Int32Array(FIRST_SLOTS);
  #placeCounts = new Uint32Array(FIRST_SLOTS);
  #entries = 0;
  /** The entry and the sentence of each place but the first of an entry, in order of sentence. */
  #furtherEntries = new Uint32Array(FIRST_SLOTS);
  #further = new Uint16Array(FIRST_SLOTS);
  #placed = 0;

  /** Whether the key was entered before: then its place is kept, and `enter` is not to be called. */
  again(key: number, sentence: number): boolean {
    const entry = (this.#slots[this.#slotOf(key)] ?? 0) - 1;
    if (entry < 0) return false;
    if (this.#lastPlaces[entry] !== sentence) this.#placeAgain(entry, sentence);
    return true;
  }

  /** Enters a key that was not met before. */
  enter(key: number, steps: number, sentence: number): void {
    if (this.#entries * 2 >= this.#slots.length) this.#grow();
    const entry = this.#entries++;
    this.#slots[this.#slotOf(key)] = entry + 1;
    this.#keys[entry] = key;
    this.#steps[entry] = steps;
    this.#firstPlaces[entry] = sentence;
    this.#lastPlaces[entry] = sentence;
    this.#placeCounts[entry] = 1;
  }

  /** What was gathered since the last time. */
  finish(): Gathered {
    const count = this.#entries;
    const keys = this.#keys.slice(0, count).sort();
    const details = new Uint32Array(count);
    const nextOf = new Uint32Array(count);
    let next = 0;
    for (let at = 0; at < count; at++) {
      // The entry is found by its key again: to sort entries by their keys takes longer.
      const entry = (this.#slots[this.#slotOf(keys[at] ?? 0)] ?? 0) - 1;
      const times = this.#placeCounts[entry] ?? 0;
      details[at] = detailOf(this.#steps[entry] ?? 0, times, this.#firstPlaces[entry] ?? 0);
      nextOf[entry] = next;
      next += times - 1;
    }
    const further = new Uint16Array(this.#placed);
    for (let at = 0; at < this.#placed; at++) {
      const entry = this.#furtherEntries[at] ?? 0;
      const place = nextOf[entry] ?? 0;
      further[place] = this.#further[at] ?? 0;
      nextOf[entry] = place + 1;
    }
    this.#slots.fill(0);
    this.#entries = 0;
    this.#placed = 0;
    return { keys, details, further };
  }

  #placeAgain(entry: number, sentence: number): void {
    if (this.#placed === this.#further.length) {
      this.#further = longer(this.#further, new Uint16Array(2 * this.#placed));
      this.#furtherEntries = longer(this.#furtherEntries, new Uint32Array(2 * this.#placed));
    }
    this.#further[this.#placed] = sentence;
    this.#furtherEntries[this.#placed++] = entry;
    this.#lastPlaces[entry] = sentence;
    this.#placeCounts[entry] = (this.#placeCounts[entry] ?? 0) + 1;
  }

  #slotOf(key: number): number {
    const mask = this.#slots.length - 1;
    let slot = (key >>> 2) & mask;
    for (let entry = this.#slots[slot] ?? 0; entry !== 0 && this.#keys[entry - 1] !== key; entry = this.#slots[slot] ?? 0) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const size = this.#slots.length * 2;
    this.#keys = longer(this.#keys, new Uint32Array(size));
    this.#steps = longer(this.#steps, new Uint8Array(size));
    this.#firstPlaces = longer(this.#firstPlaces, new Uint16Array(size));
    this.#lastPlaces = longer(this.#lastPlaces, new Int32Array(size));
    this.#placeCounts = longer(this.#placeCounts, new Uint32Array(size));
    this.#slots = new Int32Array(size);
    for (let entry = 0; entry < this.#entries; entry++) this.#slots[this.#slotOf(this.#keys[entry] ?? 0)] = entry + 1;
  }
}

function longer<A extends Uint32Array | Uint16Array | Uint8Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
