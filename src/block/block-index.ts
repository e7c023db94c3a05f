import { firstAlike, type Alike } from './copies.ts';
import { isPosted, postedShingles, sequenceShareOf, shareOf } from './posted.ts';
import { buildPostings, type EachKey, type Postings } from './postings.ts';
import { sharedUint16 } from './shared.ts';
import type { DateWindow } from './window.ts';
import type { PrintCore } from '../fingerprint/print.ts';
import type { PrintList } from '../fingerprint/shelf.ts';

/** All that partners are looked for in, by the documents' places, in arrays that threads share. */
export interface BlockIndex {
  readonly documents: number;
  /** The number of each document's language, under `languages`. */
  readonly languageOf: Uint16Array;
  readonly languages: number;
  readonly alike: Alike;
  readonly window: DateWindow | undefined;
  readonly keyPostings: Postings;
  readonly shinglePostings: Postings;
}

/** Partners looked at for each document in each language, the most promising first: the prototype's figure (design notes: it missed none of 1,368). */
export const BEST_PER_LANGUAGE = 8;

/**
 * Of documents alike to the last key so many are entered, one more than a document has partners; each further one has the
 * first as its only partner. What it shares with any other, the first shares too.
 */
export const MOST_ALIKE = BEST_PER_LANGUAGE + 1;

/** Whether a document is looked for, and not only its like. */
export function isEntered({ rank }: Alike, document: number): boolean {
  return (rank[document] ?? 0) < MOST_ALIKE;
}

/** Reads all fingerprints for what partners are looked for by. */
export function indexPrints(prints: PrintList, window?: DateWindow): BlockIndex {
  const documents = prints.length;
  const alike = firstAlike(prints, window);
  const numbers = new Map<string, number>();
  const languageOf = sharedUint16(documents);
  let [keys, shingles] = [0, 0];
  for (let document = 0; document < documents; document++) {
    const print = prints.at(document);
    const number = numbers.get(print.language) ?? numbers.size;
    numbers.set(print.language, number);
    languageOf[document] = number;
    keys += print.keys.length;
    shingles += print.shingles.length;
  }
  const each = (visit: (print: PrintCore, document: number) => void): void => {
    for (let document = 0; document < documents; document++) if (isEntered(alike, document)) visit(prints.at(document), document);
  };
  const eachKey: EachKey<PrintCore> = (visit) => each((print, document) => {
    for (let at = 0; at < print.keys.length; at++) if (isPosted(print, at)) visit(print.keys[at] ?? 0, document, print, at);
  });
  const eachShingle: EachKey<PrintCore> = (visit) => each((print, document) => {
    const own = postedShingles(print);
    for (let at = 0; at < own.length; at++) visit(own[at] ?? 0, document, print, at);
  });
  const keyPostings = buildPostings(keys, eachKey, shareOf);
  const shinglePostings = buildPostings(shingles, eachShingle, sequenceShareOf);
  return { documents, languageOf, languages: numbers.size, alike, window, keyPostings, shinglePostings };
}
