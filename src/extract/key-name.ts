import { hashText } from './shingles.ts';
import { KEY_FAMILIES, type KeyFamily } from '../types.ts';

/** What a key is called, apart from where it stands: one object for a name that comes again and again. */
export interface KeyName {
  readonly family: KeyFamily;
  readonly text: string;
  /** Its 32-bit form; the low two bits are the family's place in `KEY_FAMILIES`. */
  readonly hash: number;
}

/** The 32-bit form of a key. */
export function hashKey(text: string, family: KeyFamily): number {
  return ((hashText(text) & ~3) | KEY_FAMILIES.indexOf(family)) >>> 0;
}

/** Slots of the table, a power of two. */
const SLOTS = 2 ** 17;

const slots = new Array<KeyName | undefined>(SLOTS);

/** The name of a key. Each has one slot, which the last to fall there keeps: memory is bounded. */
export function keyName(family: KeyFamily, text: string): KeyName {
  const hash = hashKey(text, family);
  const slot = (hash >>> 2) & (SLOTS - 1);
  const known = slots[slot];
  if (known !== undefined && known.hash === hash && known.text === text) return known;
  const made = { family, text, hash };
  slots[slot] = made;
  return made;
}
