import type { KernelMemory } from '../kernel/kernel.ts';

/** Slots at least, a power of two; doubled whenever more than two thirds are taken. */
const FIRST_SLOTS = 1024;

/** A table of counts that is full grown: what threads share of it. */
export interface SharedCounts {
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
}

/** The slot of a key in such a table, or the free one where it would go. `kernel/partners.ts` looks there too. */
function slotIn({ keys, counts }: SharedCounts, key: number): number {
  const mask = keys.length - 1;
  // The low bits of a key are its family.
  let slot = Math.imul(key ^ (key >>> 15), 0x85ebca6b) & mask;
  while (counts[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}

/** Counts of 32-bit keys in a hash table of two flat arrays: open addressing, a slot with count 0 is free. */
export class KeyCounts {
  readonly #memory: KernelMemory;
  #table: SharedCounts;
  #taken = 0;

  /** With room for as many keys as are expected: a table that grows leaves the one before it in the memory. */
  constructor(memory: KernelMemory, expected: number) {
    this.#memory = memory;
    this.#table = this.#emptyTable(Math.max(FIRST_SLOTS, 2 ** Math.ceil(Math.log2(1 + 1.5 * expected))));
  }

  /** How many slots there are; it grows while keys are added. */
  get slots(): number {
    return this.#table.keys.length;
  }

  /** Counts a key once more. */
  add(key: number): void {
    const { keys, counts } = this.#table;
    const slot = slotIn(this.#table, key);
    if (counts[slot] === 0) {
      keys[slot] = key;
      this.#taken++;
    }
    counts[slot] = (counts[slot] ?? 0) + 1;
    if (this.#taken * 3 > this.slots * 2) this.#grow();
  }

  /** The slot of a key, or the free one where it would go. */
  slotOf(key: number): number {
    return slotIn(this.#table, key);
  }

  /** The table as it is now. */
  shared(): SharedCounts {
    return this.#table;
  }

  #grow(): void {
    const { keys, counts } = this.#table;
    this.#table = this.#emptyTable(keys.length * 2);
    for (let at = 0; at < keys.length; at++) {
      if (counts[at] === 0) continue;
      const slot = this.slotOf(keys[at] ?? 0);
      this.#table.keys[slot] = keys[at] ?? 0;
      this.#table.counts[slot] = counts[at] ?? 0;
    }
  }

  #emptyTable(slots: number): SharedCounts {
    return { keys: this.#memory.uint32(slots), counts: this.#memory.uint32(slots) };
  }
}
