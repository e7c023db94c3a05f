import { KeyName, hashKey } from './key-name.ts';
import { KeyFigures, NO_FIGURE, type KeyTable } from './key-table.ts';
import { mix } from './shingles.ts';

/** Slots, a power of two: the pairs of names of some hundred articles, of which the last to fall into a slot keeps it. */
const SLOTS = 2 ** 16;

/** No part of a name. */
const FREE = -1;

/** Letters of a part, all of ASCII. */
const LETTERS = 4;

/**
 * The keys of two names in a row, by the parts that they give (`packPart`): a pair that came by of late is found without its text, and its
 * figure with it. A figure holds for every language: no pair of names is a common word.
 */
export class PairKeys implements KeyTable {
  readonly areOfSeveralWords = true;
  readonly #ones = new Int32Array(SLOTS).fill(FREE);
  readonly #others = new Int32Array(SLOTS);
  readonly #hashes = new Int32Array(SLOTS);
  readonly #figures = new KeyFigures(SLOTS);

  /** The place of a pair's key, whichever of its parts comes first; good until the next pair. */
  placeOf(first: number, second: number): number {
    const [one, other] = first <= second ? [first, second] : [second, first];
    const slot = mix(Math.imul(one, 0x9e3779b1) ^ other) & (SLOTS - 1);
    if (this.#ones[slot] !== one || this.#others[slot] !== other) {
      this.#ones[slot] = one;
      this.#others[slot] = other;
      this.#hashes[slot] = hashKey(this.#text(slot), 'name');
      this.#figures.set(slot, NO_FIGURE);
    }
    return slot;
  }

  hash(at: number): number {
    return this.#hashes[at] ?? 0;
  }

  name(at: number): KeyName {
    return new KeyName('name', this.#text(at), this.hash(at));
  }

  figure(at: number, share: number, owner: object, figureOf: (name: KeyName, share: number) => number): number {
    const known = this.#figures.of(at, owner);
    return known === NO_FIGURE ? this.#figures.set(at, figureOf(this.name(at), share)) : known;
  }

  #text(at: number): string {
    return `m:${unpackPart(this.#ones[at] ?? 0)}+${unpackPart(this.#others[at] ?? 0)}`;
  }
}

/** The part of a name, four letters of ASCII at most, as one number; numbers are in the order of the texts. */
export function packPart(part: string): number {
  let packed = 0;
  for (let at = 0; at < LETTERS; at++) packed = (packed << 8) | (at < part.length ? part.charCodeAt(at) : 0);
  return packed;
}

function unpackPart(packed: number): string {
  let part = '';
  for (let shift = 8 * (LETTERS - 1); shift >= 0; shift -= 8) {
    const unit = (packed >>> shift) & 0xff;
    if (unit !== 0) part += String.fromCharCode(unit);
  }
  return part;
}
