import { ownMemory } from '../kernel/kernel.ts';
import { unitsOf } from '../kernel/text.ts';

/** The trigrams of several languages in one table of the kernel. */
export interface TrigramModel {
  readonly languages: number;
  /** By slot, eight bytes each: the trigram, or 0. */
  readonly trigrams: Float64Array;
  /** The rank of the trigram in slot `i` for language `j` at `i * languages + j`; `UNRANKED` where it is not among them. */
  readonly ranks: Uint16Array;
}

/** Minus one, in two bytes. */
const UNRANKED = 0xffff;

/** The model of some languages, each given as franc does: trigrams, commonest first, parted by `|`. */
export function modelOf(written: readonly string[]): TrigramModel {
  const memory = ownMemory();
  const lists = written.map((list) => list.split('|'));
  const languages = lists.length;
  const size = 2 ** Math.ceil(Math.log2(1 + 2 * lists.reduce((sum, list) => sum + list.length, 0)));
  const trigrams = memory.float64(size);
  const ranks = memory.uint16(size * languages).fill(UNRANKED);
  for (const [language, list] of lists.entries()) {
    for (const [rank, text] of list.entries()) {
      const slot = memory.kernel.enterTrigram(trigrams.byteOffset, size - 1, text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2));
      ranks[slot * languages + language] = rank;
    }
  }
  return { languages, trigrams, ranks };
}

/** Languages that a model may have, and bytes that the kernel needs of room. */
const MOST_LANGUAGES = 256;
const ROOM = 32_768;

let tables: { readonly distances: Uint32Array; readonly room: number } | undefined;

/**
 * How far a text of up to 800 characters is from each language of a model: over its trigrams, the difference between how
 * often it stands there and its rank among the language's.
 *
 * Source: franc (Wormer, MIT) and trigram-utils, after Cavnar and Trenkle (1994).
 */
export function trigramDistances(text: string, { languages, trigrams, ranks }: TrigramModel): number[] {
  const memory = ownMemory();
  tables ??= { distances: memory.uint32(MOST_LANGUAGES), room: memory.bytes(ROOM).byteOffset };
  const { distances, room } = tables;
  distances.fill(0);
  const lower = text.toLowerCase();
  memory.kernel.addDistances(unitsOf(lower), lower.length, trigrams.byteOffset, trigrams.length - 1, ranks.byteOffset, languages, distances.byteOffset, room);
  return [...distances.subarray(0, languages)];
}
