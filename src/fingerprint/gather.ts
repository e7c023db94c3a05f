import type { PrintCore } from './print.ts';
import { ownMemory, SORT_ROOM } from '../kernel/kernel.ts';

/** Slots to begin with, a power of two: twice the keys of an article of 3,500 characters. */
const FIRST_SLOTS = 1024;

/** The keys of a document, gathered. */
type Gathered = Pick<PrintCore, 'keys' | 'details' | 'further'>;

/** What is gathered of the entries, in order of their first places, in the memory of the kernel. */
interface Entries {
  readonly keys: Uint32Array;
  readonly steps: Uint8Array;
  readonly firstPlaces: Uint16Array;
  readonly placeCounts: Uint32Array;
  /** The keys and their details in order, and room to bring them into it. */
  readonly sortedKeys: Uint32Array;
  readonly details: Uint32Array;
  readonly order: number;
}

function entriesOf(size: number): Entries {
  const memory = ownMemory();
  return {
    keys: memory.uint32(size),
    steps: memory.bytes(size),
    firstPlaces: memory.uint16(size),
    placeCounts: memory.uint32(size),
    sortedKeys: memory.uint32(size),
    details: memory.uint32(size),
    order: memory.bytes(16 * size + SORT_ROOM).byteOffset,
  };
}

/** Each place but the first of an entry: the sentence and the entry, in order of sentence; and the sentences entry after entry. */
interface Further {
  readonly sentences: Uint16Array;
  readonly entries: Uint32Array;
  readonly sorted: Uint16Array;
}

function furtherOf(size: number): Further {
  const memory = ownMemory();
  return { sentences: memory.uint16(size), entries: memory.uint32(size), sorted: memory.uint16(size) };
}

/**
 * Gathers the keys of one document after the other in the same arrays: open addressing by key, the entries in the order in which
 * keys are first met. A key has the weight with which it is entered first, in steps.
 */
export class KeyGatherer {
  /** By slot: the entry, plus one; 0 where free. */
  #slots = new Int32Array(FIRST_SLOTS);
  #lastPlaces = new Int32Array(FIRST_SLOTS);
  #entries = entriesOf(FIRST_SLOTS);
  #count = 0;
  #further = furtherOf(FIRST_SLOTS);
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
    if (this.#count * 2 >= this.#slots.length) this.#grow();
    const entry = this.#count++;
    this.#slots[this.#slotOf(key)] = entry + 1;
    this.#entries.keys[entry] = key;
    this.#entries.steps[entry] = steps;
    this.#entries.firstPlaces[entry] = sentence;
    this.#entries.placeCounts[entry] = 1;
    this.#lastPlaces[entry] = sentence;
  }

  /** What was gathered since the last time. */
  finish(): Gathered {
    const [count, placed, entries, further] = [this.#count, this.#placed, this.#entries, this.#further];
    ownMemory().kernel.sortKeys(
      count, entries.keys.byteOffset, entries.steps.byteOffset, entries.firstPlaces.byteOffset, entries.placeCounts.byteOffset,
      placed, further.sentences.byteOffset, further.entries.byteOffset, entries.order, entries.sortedKeys.byteOffset, entries.details.byteOffset, further.sorted.byteOffset,
    );
    this.#slots.fill(0);
    this.#count = 0;
    this.#placed = 0;
    return { keys: entries.sortedKeys.slice(0, count), details: entries.details.slice(0, count), further: further.sorted.slice(0, placed) };
  }

  #placeAgain(entry: number, sentence: number): void {
    if (this.#placed === this.#further.sentences.length) {
      const { sentences, entries } = this.#further;
      this.#further = furtherOf(2 * this.#placed);
      this.#further.sentences.set(sentences);
      this.#further.entries.set(entries);
    }
    this.#further.sentences[this.#placed] = sentence;
    this.#further.entries[this.#placed++] = entry;
    this.#lastPlaces[entry] = sentence;
    this.#entries.placeCounts[entry] = (this.#entries.placeCounts[entry] ?? 0) + 1;
  }

  #slotOf(key: number): number {
    const mask = this.#slots.length - 1;
    const { keys } = this.#entries;
    let slot = (key >>> 2) & mask;
    for (let entry = this.#slots[slot] ?? 0; entry !== 0 && keys[entry - 1] !== key; entry = this.#slots[slot] ?? 0) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const size = this.#slots.length * 2;
    const { keys, steps, firstPlaces, placeCounts } = this.#entries;
    this.#entries = entriesOf(size);
    this.#entries.keys.set(keys);
    this.#entries.steps.set(steps);
    this.#entries.firstPlaces.set(firstPlaces);
    this.#entries.placeCounts.set(placeCounts);
    const lastPlaces = new Int32Array(size);
    lastPlaces.set(this.#lastPlaces);
    this.#lastPlaces = lastPlaces;
    this.#slots = new Int32Array(size);
    for (let entry = 0; entry < this.#count; entry++) this.#slots[this.#slotOf(this.#entries.keys[entry] ?? 0)] = entry + 1;
  }
}
