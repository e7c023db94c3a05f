import { firstAlike, type Alike } from './copies.ts';
import { Poster } from './posted.ts';
import type { Reach } from './partner-scores.ts';
import { buildPostings, type EachDocument, type Postings } from './postings.ts';
import { reachOf, type DateWindow } from './window.ts';
import { KernelMemory } from '../kernel/kernel.ts';
import { laidOut, shinglesOf, type Laid } from '../fingerprint/packed-print.ts';
import type { PrintList } from '../fingerprint/shelf.ts';

/** What there is to index, by the documents' places, in memory that threads share. */
export interface BlockOutline extends Reach {
  readonly documents: number;
  /** The numbers of languages are less than this. */
  readonly languages: number;
  readonly alike: Alike;
  /** In which the arrays are, but for those of `alike`, and the index will be. */
  readonly memory: WebAssembly.Memory;
  /** How many keys and word sequences all of them have. */
  readonly keys: number;
  readonly shingles: number;
}

/** The part of an index that holds the keys of one shard. */
export interface BlockShard {
  readonly keyPostings: Postings;
  readonly shinglePostings: Postings;
}

/** All that partners are looked for in. */
export interface BlockIndex {
  readonly outline: BlockOutline;
  readonly keyPostings: readonly Postings[];
  readonly shinglePostings: readonly Postings[];
}

/** Partners looked at for each document in each language, the most promising first: the prototype's figure (design notes: it missed none of 1,368). */
export const BEST_PER_LANGUAGE = 8;

/**
 * After so many of a language in a row that are not promising, no more of it are looked at: of the pairs joined in NTREX-128 (27 languages)
 * none has four before it from both its documents, and two in five looks are spared. It was chosen on the open sets.
 */
export const PATIENCE = 4;

/**
 * A version of a report shares several times as much with it as the eighth best of its language. Once one of a language was not promising, those
 * that share less than a quarter more than the eighth are not looked at. Not of brief texts: what they share is a matter of a word.
 */
export const STANDING_OUT = 1.25;

/**
 * Of documents alike to the last key so many are entered, one more than a document has partners; each further one has the
 * first as its only partner. What it shares with any other, the first shares too.
 */
export const MOST_ALIKE = BEST_PER_LANGUAGE + 1;

/** Whether a document is looked for, and not only its like. */
export function isEntered({ rank }: Alike, document: number): boolean {
  return (rank[document] ?? 0) < MOST_ALIKE;
}

/** A first look at all fingerprints; the index goes into the same memory. */
export function outlineOf(prints: PrintList, window: DateWindow | undefined, memory: KernelMemory = new KernelMemory()): BlockOutline {
  const documents = prints.length;
  const alike = firstAlike(prints, window);
  const numbers = new Map<string, number>();
  const languageOf = memory.uint16(documents);
  let [keys, shingles] = [0, 0];
  for (let document = 0; document < documents; document++) {
    const { language, keys: own, shingles: sequences } = laidOut(prints.packedAt(document));
    const number = numbers.get(language) ?? numbers.size;
    numbers.set(language, number);
    languageOf[document] = number;
    keys += own;
    shingles += sequences;
  }
  return { documents, languageOf, languages: numbers.size, alike, ...reachOf(window, memory), keys, shingles, memory: memory.memory };
}

/** Reads all fingerprints for what partners are looked for by, as far as it falls to one of so many shards. */
export function indexShard(prints: PrintList, { documents, alike, keys, shingles, memory }: BlockOutline, shard: number, shards: number): BlockShard {
  const share = { table: shard, tables: shards };
  const room = new KernelMemory(memory);
  const poster = new Poster(room);
  const each = (take: (laid: Laid) => void): EachDocument => (visit) => {
    for (let document = 0; document < documents; document++) {
      if (!isEntered(alike, document)) continue;
      take(laidOut(prints.packedAt(document)));
      visit(document, poster);
    }
  };
  return {
    keyPostings: buildPostings(room, keys / shards, each((laid) => poster.takeKeysIn(laid, share))),
    shinglePostings: buildPostings(room, shingles / shards, each((laid) => poster.takeSequences({ language: laid.language, shingles: shinglesOf(laid) }, share))),
  };
}

/** The index of which these are all shards, in their order. */
export function indexOf(outline: BlockOutline, shards: readonly BlockShard[]): BlockIndex {
  return { outline, keyPostings: shards.map(({ keyPostings }) => keyPostings), shinglePostings: shards.map(({ shinglePostings }) => shinglePostings) };
}

/** The index of a list of fingerprints, in a memory that is otherwise empty. */
export function indexPrints(prints: PrintList, window: DateWindow | undefined, memory: KernelMemory): BlockIndex {
  const outline = outlineOf(prints, window, memory);
  return indexOf(outline, [indexShard(prints, outline, 0, 1)]);
}
