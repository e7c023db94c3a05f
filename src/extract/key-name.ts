import { hashText } from './shingles.ts';
import { KEY_FAMILIES, type KeyFamily } from '../types.ts';

/** What a key is called, apart from where it stands: one object for a name that comes again and again. */
export class KeyName {
  readonly family: KeyFamily;
  readonly text: string;
  /** Its form in `KEY_BITS` bits; the low two bits are the family's place in `KEY_FAMILIES`. */
  readonly hash: number;
  #owner: object | undefined;
  #figure = 0;

  constructor(family: KeyFamily, text: string, hash: number = hashKey(text, family)) {
    this.family = family;
    this.text = text;
    this.hash = hash;
  }

  /** What `figureOf` says of the text and its hash, asked once for the same owner. */
  figure(owner: object, figureOf: (text: string, hash: number) => number): number {
    if (this.#owner !== owner) {
      this.#figure = figureOf(this.text, this.hash);
      this.#owner = owner;
    }
    return this.#figure;
  }
}

/**
 * Bits of a key: two keys of one family fall together in one of 67 million cases. Each bit more would cost every stored fingerprint
 * nine bytes, a bit for each key that the background does not know.
 */
export const KEY_BITS = 28;

/** The form of a key in `KEY_BITS` bits; the low two are its family. */
export function hashKey(text: string, family: KeyFamily): number {
  return ((hashText(text) >>> (32 - KEY_BITS)) & ~3) | KEY_FAMILIES.indexOf(family);
}

/** The family of a key in `KEY_BITS` bits. */
export function familyOfKey(key: number): KeyFamily {
  return KEY_FAMILIES[key & 3] ?? 'name';
}

/** Slots of the table, a power of two: the figures and the names that come again and again. */
const SLOTS = 2 ** 13;

const slots = new Array<KeyName | undefined>(SLOTS);

/** The name of a key. Each has one slot, which the last to fall there keeps: memory is bounded. */
export function keyName(family: KeyFamily, text: string): KeyName {
  const hash = hashKey(text, family);
  const slot = (hash >>> 2) & (SLOTS - 1);
  const known = slots[slot];
  if (known !== undefined && known.hash === hash && known.text === text) return known;
  const made = new KeyName(family, text, hash);
  slots[slot] = made;
  return made;
}
