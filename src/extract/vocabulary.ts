import type { Lexeme } from './lexeme.ts';

/**
 * Sets of slots, a power of two, and the slots of each: room for the words of a dozen languages that come again within some thousand articles.
 * Of 649 words an article, in 200,000 made-up ones, 2.3 have to be taken apart again; with four slots 6.4, and as many with twice the words in sets of two.
 */
const SETS = 2 ** 16;
const WAYS = 6;

/** Longer stretches of letters are no words, and come but once. */
const LONGEST_WORD = 100;

/** A word as texts of one language write it, with a place for what it means there: one object for all its places. */
export class Word {
  readonly text: string;
  readonly language: string;
  /** The first letter is upper case. Always false in scripts without case. */
  readonly capital: boolean;
  /** Found when it is asked for the first time. */
  lexeme: Lexeme | undefined;

  constructor(text: string, language: string) {
    const first = text.charAt(0);
    this.text = text;
    this.language = language;
    this.capital = first !== first.toLowerCase();
    this.lexeme = undefined;
  }
}

const slots = new Array<Word | undefined>(SETS * WAYS).fill(undefined);

/** The start of a running hash for `wordAt`; each code unit is taken in by `hashUnit`. FNV-1a (Fowler, Noll, Vo; public domain). */
export const HASH_START = 0x811c9dc5;

/** The hash with one more code unit. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/**
 * The word of a language between two offsets of a text, as one object where it stands again and again: what is known of it is
 * then found without another look-up, and no text is held in memory for a word cut out of it. `hash` is that of its code units.
 *
 * Each word has a set of slots, in which those that were asked for last stay: memory is bounded, and what is common is kept.
 */
export function wordAt(text: string, start: number, end: number, hash: number, language: string): Word {
  if (end - start > LONGEST_WORD) return new Word(text.slice(start, end), language);
  const first = WAYS * ((hash ^ (hash >>> 15) ^ Math.imul(language.charCodeAt(0) * 31 + language.charCodeAt(1), 0x9e3779b1)) & (SETS - 1));
  const last = first + WAYS - 1;
  let slot = first;
  let word = slots[slot];
  while (word !== undefined && !isWordAt(word, text, start, end, language) && slot < last) word = slots[++slot];
  if (word === undefined || (slot === last && !isWordAt(word, text, start, end, language))) word = new Word(copied(text, start, end), language);
  for (; slot > first; slot--) slots[slot] = slots[slot - 1];
  slots[first] = word;
  return word;
}

/** The same for a word at hand. */
export function wordOf(text: string, language: string): Word {
  let hash = HASH_START;
  for (let at = 0; at < text.length; at++) hash = hashUnit(hash, text.charCodeAt(at));
  return wordAt(text, 0, text.length, hash, language);
}

function isWordAt({ text: word, language: its }: Word, text: string, start: number, end: number, language: string): boolean {
  if (word.length !== end - start || its !== language) return false;
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
