import { createHash } from 'node:crypto';

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

/** What a code unit is to the hash. */
const Part = { unseen: 0, letter: 1, other: 2, surrogate: 3 } as const;

/** Found once for each code unit that is met. */
const parts = new Uint8Array(65_536);

function partOf(unit: number): number {
  const known = parts[unit] ?? Part.other;
  if (known !== Part.unseen) return known;
  const found = unit >= 0xd800 && unit < 0xe000 ? Part.surrogate : /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(unit)) ? Part.letter : Part.other;
  parts[unit] = found;
  return found;
}

const FIRST_BEYOND_ASCII = 0x80;

/** By code unit, 1 for letters and digits. */
const isLetterOfAscii = Uint8Array.from({ length: FIRST_BEYOND_ASCII }, (_, unit) => Number(partOf(unit) === Part.letter));

let room = Buffer.alloc(2 ** 16);

/** The letters and digits of a text in UTF-8, good until the next text: a tenth of the time that a regular expression over it takes. */
function lettersOf(text: string): Uint8Array | string {
  if (room.length < 3 * text.length) room = Buffer.alloc(6 * text.length);
  const bytes = room;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < FIRST_BEYOND_ASCII) {
      // Written in any case: whether the next letter goes over it no processor has to guess.
      bytes[count] = unit;
      count += isLetterOfAscii[unit] ?? 0;
      continue;
    }
    const part = parts[unit] || partOf(unit);
    if (part === Part.other) continue;
    // A letter of two units is rare, and half of one is not UTF-8.
    if (part === Part.surrogate) return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
    if (unit < 0x800) {
      bytes[count++] = 0xc0 | (unit >> 6);
      bytes[count++] = 0x80 | (unit & 0x3f);
    } else {
      bytes[count++] = 0xe0 | (unit >> 12);
      bytes[count++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[count++] = 0x80 | (unit & 0x3f);
    }
  }
  return bytes.subarray(0, count);
}
