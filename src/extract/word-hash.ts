/** The first hash of a word with one code unit more: FNV-1a (Fowler, Noll, Vo; public domain). */
export function firstHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The second: FxHash (rustc; MIT or Apache 2.0). */
export function secondHash(hash: number, unit: number): number {
  return Math.imul(((hash << 5) | (hash >>> 27)) ^ unit, 0x27220a95);
}

/** What both hashes of a language's words begin with. */
export function seedOf(language: string): number {
  let seed = HASH_START;
  for (let at = 0; at < language.length; at++) seed = firstHash(seed, language.charCodeAt(at));
  return seed;
}

/** What FNV-1a begins with. */
export const HASH_START = 0x811c9dc5 | 0;
