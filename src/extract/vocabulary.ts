import type { Lexeme } from './lexeme.ts';

/** Slots of the table, a power of two: the words of a few dozen languages that come again within a few hundred articles. */
const SLOTS = 2 ** 18;

/** Longer stretches of letters are no words, and come but once. */
const LONGEST_WORD = 48;

/** A word as texts write it, with a place for what it meant last: in one text it means the same throughout. */
export interface Word {
  readonly text: string;
  /** The language of `lexeme`; empty where none was asked for yet. */
  language: string;
  lexeme: Lexeme | undefined;
}

const slots = new Array<Word | undefined>(SLOTS);

/** The start of a running hash for `wordAt`; each code unit is taken in by `hashUnit`. FNV-1a (Fowler, Noll, Vo; public domain). */
export const HASH_START = 0x811c9dc5;

/** The hash with one more code unit. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/**
 * The word between two offsets of a text, as one object where it stands again and again: what is known of it is then found
 * without another look-up, and no text is held in memory for a word cut out of it. `hash` is that of its code units.
 *
 * Each word has one slot, which the last word that falls there keeps: memory is bounded, and nothing is ever cleared.
 */
export function wordAt(text: string, start: number, end: number, hash: number): Word {
  if (end - start > LONGEST_WORD) return { text: text.slice(start, end), language: '', lexeme: undefined };
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const known = slots[slot];
  if (known !== undefined && known.text.length === end - start && standsAt(known.text, text, start)) return known;
  const word = { text: copied(text, start, end), language: '', lexeme: undefined };
  slots[slot] = word;
  return word;
}

function standsAt(word: string, text: string, start: number): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** A slice of 13 letters and more would keep the whole text in memory: V8 makes a view of it. */
function copied(text: string, start: number, end: number): string {
  if (end - start < LONGEST_COPY) return text.slice(start, end);
  const units: number[] = [];
  for (let at = start; at < end; at++) units.push(text.charCodeAt(at));
  return String.fromCharCode(...units);
}

const LONGEST_COPY = 13;
