import type { KeyName } from './key-name.ts';

/** A figure of a key that nobody has asked for. */
const NO_FIGURE = 255;

/** Keys there is room for to begin with; doubled whenever they are full. */
const FIRST_ROOM = 4096;

/** The keys that the words of a vocabulary have by themselves, those of a word side by side: as numbers, so that they are taken in without an object for each. */
export class OwnKeys {
  #hashes = new Int32Array(FIRST_ROOM);
  #figures = new Uint8Array(FIRST_ROOM).fill(NO_FIGURE);
  readonly #names: KeyName[] = [];
  #figuresOf: object | undefined;

  /** Takes in some keys; the place of the first. */
  add(names: readonly KeyName[]): number {
    const first = this.#names.length;
    while (first + names.length > this.#hashes.length) this.#grow();
    for (const name of names) {
      this.#hashes[this.#names.length] = name.hash;
      this.#names.push(name);
    }
    return first;
  }

  /** A key in `KEY_BITS` bits. */
  hash(at: number): number {
    return this.#hashes[at] ?? 0;
  }

  name(at: number): KeyName {
    const name = this.#names[at];
    if (name === undefined) throw new RangeError(`There are ${this.#names.length} keys, and none of the number ${at}.`);
    return name;
  }

  /** A figure of a key, under 255: what `figureOf` says, asked once as long as `owner` is the same. */
  figure(at: number, share: number, owner: object, figureOf: (name: KeyName, share: number) => number): number {
    if (this.#figuresOf !== owner) {
      this.#figures.fill(NO_FIGURE);
      this.#figuresOf = owner;
    }
    const known = this.#figures[at] ?? NO_FIGURE;
    return known === NO_FIGURE ? (this.#figures[at] = figureOf(this.name(at), share)) : known;
  }

  #grow(): void {
    const [hashes, figures] = [this.#hashes, this.#figures];
    this.#hashes = new Int32Array(2 * hashes.length);
    this.#hashes.set(hashes);
    this.#figures = new Uint8Array(2 * figures.length).fill(NO_FIGURE);
    this.#figures.set(figures);
  }
}
