import { familyOfKey, KeyName } from './key-name.ts';
import { KeyFigures, NO_FIGURE, type KeyTable } from './key-table.ts';
import { TextPool } from './text-pool.ts';

/** Keys there is room for to begin with; doubled whenever they are full. */
const FIRST_ROOM = 4096;

/** The keys that the words of a vocabulary have by themselves, those of a word side by side: as numbers, so that they are taken in without an object for each. */
export class OwnKeys implements KeyTable {
  readonly areOfSeveralWords = false;
  #hashes = new Int32Array(FIRST_ROOM);
  readonly #figures = new KeyFigures(FIRST_ROOM);
  readonly #texts = new TextPool();
  #count = 0;
  /** What was touched last. It means nothing, but that a compiler leaves out what is not kept. */
  touched = 0;

  /** Takes in some keys; the place of the first. */
  add(names: readonly KeyName[]): number {
    const first = this.#count;
    while (first + names.length > this.#hashes.length) this.#grow();
    for (const name of names) {
      this.#hashes[this.#count++] = name.hash;
      this.#texts.add(name.text);
    }
    return first;
  }

  /** Has a processor bring what is kept of a key near. */
  touch(at: number): void {
    this.touched = (this.#hashes[at] ?? 0) ^ this.#figures.kept(at);
  }

  hash(at: number): number {
    return this.#hashes[at] ?? 0;
  }

  name(at: number): KeyName {
    const hash = this.hash(at);
    return new KeyName(familyOfKey(hash), this.#texts.at(at), hash);
  }

  figure(at: number, share: number, owner: object, figureOf: (name: KeyName, share: number) => number): number {
    const known = this.#figures.of(at, owner);
    return known === NO_FIGURE ? this.#figures.set(at, figureOf(this.name(at), share)) : known;
  }

  #grow(): void {
    const hashes = this.#hashes;
    this.#hashes = new Int32Array(2 * hashes.length);
    this.#hashes.set(hashes);
    this.#figures.grow(2 * hashes.length);
  }
}
