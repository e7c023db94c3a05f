/** Slots to begin with, a power of two; doubled whenever more than two thirds are taken. */
const FIRST_SLOTS = 1024;

/** Counts of 32-bit keys in a hash table of two flat arrays: open addressing, a slot with count 0 is free. */
export class KeyCounts {
  #keys = new Uint32Array(FIRST_SLOTS);
  #counts = new Uint32Array(FIRST_SLOTS);
  #taken = 0;

  /** How many slots there are; it grows while keys are added. */
  get slots(): number {
    return this.#keys.length;
  }

  countAt(slot: number): number {
    return this.#counts[slot] ?? 0;
  }

  /** Counts a key once more. */
  add(key: number): void {
    const slot = this.slotOf(key);
    if (this.#counts[slot] === 0) {
      this.#keys[slot] = key;
      this.#taken++;
    }
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
    if (this.#taken * 3 > this.slots * 2) this.#grow();
  }

  /** The slot of a key, or the free one where it would go. */
  slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    // The low bits of a key are its family.
    let slot = Math.imul(key ^ (key >>> 15), 0x85ebca6b) & mask;
    while (this.#counts[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#counts = new Uint32Array(keys.length * 2);
    for (let at = 0; at < keys.length; at++) {
      if (counts[at] === 0) continue;
      const slot = this.slotOf(keys[at] ?? 0);
      this.#keys[slot] = keys[at] ?? 0;
      this.#counts[slot] = counts[at] ?? 0;
    }
  }
}
