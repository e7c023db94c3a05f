import { firstHash, HASH_START } from './word-hash.ts';

/** Bits, a power of two: a language has two to five thousand forms, and of the beginnings that are none one in fifteen at most is looked up all the same. */
const BITS = 2 ** 16;

/**
 * Tells of nearly every beginning of a word that no form is written so, without cutting it out: most are not, and a word has as many as letters.
 *
 * Method: a Bloom filter (Bloom 1970) of one hash, which runs along with the word.
 */
export class Beginnings {
  readonly #bits = new Uint8Array(BITS / 8);

  add(form: string): void {
    let hash = HASH_START;
    for (let at = 0; at < form.length; at++) hash = firstHash(hash, form.charCodeAt(at));
    const bit = bitOf(hash);
    this.#bits[bit >>> 3] = (this.#bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }

  /** The lengths, longest first, of those beginnings of a word that may be a form. */
  lengthsIn(word: string): readonly number[] {
    const lengths: number[] = [];
    let hash = HASH_START;
    for (let at = 0; at < word.length; at++) {
      hash = firstHash(hash, word.charCodeAt(at));
      const bit = bitOf(hash);
      if (((this.#bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0) lengths.push(at + 1);
    }
    return lengths.reverse();
  }
}

function bitOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (BITS - 1);
}
