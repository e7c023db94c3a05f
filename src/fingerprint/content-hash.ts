import { createHash } from 'node:crypto';

/** 128 bits: with a thousand million texts the chance that two meet is one in 10²⁰. */
const HASH_CHARACTERS = 32;

/**
 * A name for what a text says, of 32 hexadecimal characters: the same after the file was renamed, and after its lines were
 * broken elsewhere, its quotes or dashes changed, or it was stored in another Unicode form. A word or a figure more or less
 * gives another. It is made of the text as it came, so that it does not depend on what this version takes for furniture.
 *
 * Method: SHA-256 over the letters and digits after NFKC and lower-casing, cut short.
 */
export function contentHash(text: string): string {
  const letters = text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  return createHash('sha256').update(letters).digest('hex').slice(0, HASH_CHARACTERS);
}
