/** Slots to begin with, a power of two: twice the words of a long article. */
const FIRST_SLOTS = 1024;

/** How a text writes a word: with a capital, without, or both. */
const Seen = { capital: 1, lower: 2 } as const;

/**
 * The words of one text with the letter they begin with, by the hash of their folded form: open addressing, since a set of strings
 * for each article takes longer than all else that is read of its words.
 */
export class SeenWords {
  #hashes = new Int32Array(FIRST_SLOTS);
  /** By slot; 0 where free. */
  #seen = new Uint8Array(FIRST_SLOTS);
  #count = 0;

  /** Takes in one place of a word; `hash` is signed. */
  add(hash: number, capital: boolean): void {
    const slot = this.#slotOf(hash);
    if (this.#seen[slot] === 0) this.#count++;
    this.#hashes[slot] = hash;
    this.#seen[slot] = (this.#seen[slot] ?? 0) | (capital ? Seen.capital : Seen.lower);
    if (2 * this.#count > this.#seen.length) this.#grow();
  }

  hasCapital(hash: number): boolean {
    return ((this.#seen[this.#slotOf(hash)] ?? 0) & Seen.capital) !== 0;
  }

  hasLower(hash: number): boolean {
    return ((this.#seen[this.#slotOf(hash)] ?? 0) & Seen.lower) !== 0;
  }

  /** The slot that holds a hash, or the free one where it would go. */
  #slotOf(hash: number): number {
    const mask = this.#seen.length - 1;
    let slot = hash & mask;
    while (this.#seen[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [hashes, seen] = [this.#hashes, this.#seen];
    this.#hashes = new Int32Array(2 * seen.length);
    this.#seen = new Uint8Array(2 * seen.length);
    for (let at = 0; at < seen.length; at++) {
      if (seen[at] === 0) continue;
      const slot = this.#slotOf(hashes[at] ?? 0);
      this.#hashes[slot] = hashes[at] ?? 0;
      this.#seen[slot] = seen[at] ?? 0;
    }
  }
}
