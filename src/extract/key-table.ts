import type { KeyName } from './key-name.ts';

/** Keys by their places, to be taken in without an object for each. */
export interface KeyTable {
  /** Whether they are of names of several words. */
  readonly areOfSeveralWords: boolean;
  /** A key in `KEY_BITS` bits. */
  hash(at: number): number;
  name(at: number): KeyName;
  /** A figure of a key, under 255: what `figureOf` says, asked once as long as `owner` is the same. */
  figure(at: number, share: number, owner: object, figureOf: (name: KeyName, share: number) => number): number;
}

/** A figure of a key that nobody has asked for. */
export const NO_FIGURE = 255;

/** The figures of the keys of a table, those of one owner at a time. */
export class KeyFigures {
  #figures: Uint8Array;
  #owner: object | undefined;

  constructor(room: number) {
    this.#figures = new Uint8Array(room).fill(NO_FIGURE);
  }

  of(at: number, owner: object): number {
    if (this.#owner !== owner) {
      this.#figures.fill(NO_FIGURE);
      this.#owner = owner;
    }
    return this.#figures[at] ?? NO_FIGURE;
  }

  /** Of whatever owner. */
  kept(at: number): number {
    return this.#figures[at] ?? NO_FIGURE;
  }

  set(at: number, figure: number): number {
    return (this.#figures[at] = figure);
  }

  grow(room: number): void {
    const figures = this.#figures;
    this.#figures = new Uint8Array(room).fill(NO_FIGURE);
    this.#figures.set(figures);
  }
}
