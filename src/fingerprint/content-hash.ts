import { createHash } from 'node:crypto';
import { ownMemory } from '../kernel/kernel.ts';
import { unitsOf } from '../kernel/text.ts';

/** 128 bits: with a thousand million texts the chance that two meet is one in 10²⁰. */
const HASH_CHARACTERS = 32;

/**
 * A name for what a text says, of 32 hexadecimal characters: the same after the file was renamed, and after its lines were
 * broken elsewhere, its quotes or dashes changed, or it was stored in another Unicode form. A word or a figure more or less
 * gives another. It is made of the text as it came, so that it does not depend on what this version takes for furniture.
 *
 * Method: SHA-256 over the letters and digits after NFKC and lower-casing, in UTF-8, cut short.
 */
export function contentHash(text: string): string {
  return createHash('sha256').update(lettersOf(text.normalize('NFKC').toLowerCase())).digest('hex').slice(0, HASH_CHARACTERS);
}

/** What a code unit is to the hash; as in `kernel/text.ts`. */
const Part = { unseen: 0, letter: 1, other: 2, surrogate: 3 } as const;

/** What each code unit is, found once for each that is met, and room for the letters of a text. */
interface Tables {
  readonly parts: Uint8Array;
  readonly room: Uint8Array;
}

let tables: Tables | undefined;

const FIRST_ROOM = 2 ** 16;

/** The letters and digits of a text in UTF-8, good until the next text: a tenth of the time that a regular expression over it takes. */
function lettersOf(text: string): Uint8Array | string {
  const memory = ownMemory();
  const parts = tables?.parts ?? memory.bytes(65_536);
  const room = tables === undefined || tables.room.length < 3 * text.length ? memory.bytes(Math.max(FIRST_ROOM, 6 * text.length)) : tables.room;
  tables = { parts, room };
  const units = unitsOf(text);
  for (;;) {
    const count = memory.kernel.letters(units, text.length, parts.byteOffset, room.byteOffset);
    if (count >= 0) return room.subarray(0, count);
    const unit = text.charCodeAt(-1 - count);
    // A letter of two units is rare, and half of one is not UTF-8.
    if (parts[unit] === Part.surrogate) return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
    parts[unit] = partOf(unit);
  }
}

function partOf(unit: number): number {
  if (unit >= 0xd800 && unit < 0xe000) return Part.surrogate;
  return /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(unit)) ? Part.letter : Part.other;
}
