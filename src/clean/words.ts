import type { Span } from '../types.ts';

/** A word of running text, folded for comparison, with its offsets in the unfolded text. */
export interface Word extends Span {
  /** Folded; `#` for a number, `:` for a colon. */
  readonly text: string;
}

/** Scripts that write no spaces between words. */
const UNSPACED = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}]';

/** No furniture phrase has longer words. */
const LONGEST_WORD = 60;

/**
 * A word and the symbols before it; where no spaces are written each character is a word, so that a phrase may begin what
 * is written in one run. Both runs are bounded, so that a search takes the same time wherever it starts: no furniture
 * phrase has longer words or wider gaps. A line break is never crossed.
 */
const NEXT_WORD = new RegExp(
  `([^\\p{L}\\p{M}\\p{N}:：\\n]{0,8})(${UNSPACED}|[[\\p{L}\\p{M}\\p{N}]--${UNSPACED}]{1,${LONGEST_WORD}}|[:：])`,
  'vy',
);

/** Combining accents and the short vowels of Arabic: capitals are often set without the ones, print without the others. */
const ACCENTS = /[\u0300-\u036f\u064b-\u0652]+/g;

/** The word at `from` or after a few symbols; `undefined` at the end of the line. */
export function nextWord(text: string, from: number): Word | undefined {
  return plainWord(text, from) ?? anyWord(text, from);
}

/** The next word where it is at `from` or a space further on, has no letters but those of ASCII and a sign of ASCII behind it, as most have: then no regular expression is needed. */
function plainWord(text: string, from: number): Word | undefined {
  const start = text.charCodeAt(from) === SPACE ? from + 1 : from;
  let end = start;
  while (isPlainLetter(text.charCodeAt(end))) end++;
  const after = text.charCodeAt(end);
  if (end === start || end - start > LONGEST_WORD || after >= FIRST_BEYOND_ASCII || isDigit(after)) return undefined;
  return { text: text.slice(start, end).toLowerCase(), start, end };
}

const SPACE = 0x20;
const FIRST_BEYOND_ASCII = 0x80;

function isPlainLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function anyWord(text: string, from: number): Word | undefined {
  NEXT_WORD.lastIndex = from;
  const found = NEXT_WORD.exec(text);
  if (found === null) return undefined;
  const raw = found[2] ?? '';
  const start = from + (found[1] ?? '').length;
  return { text: foldWord(raw), start, end: start + raw.length };
}

/** The words of one line, in order. */
export function wordsOf(text: string, from = 0, to: number = text.length): Word[] {
  const words: Word[] = [];
  let word = nextWord(text, from);
  while (word !== undefined && word.end <= to) {
    words.push(word);
    word = nextWord(text, word.end);
  }
  return words;
}

/** Whether the letter at `at` is a lower-case one; scripts without case have none. */
export function isLowerCase(text: string, at: number): boolean {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return character !== character.toUpperCase() && character === character.toLowerCase();
}

function foldWord(raw: string): string {
  const lower = raw.toLowerCase();
  if (/^[a-z]+$/.test(lower)) return lower;
  return /^\p{N}+$/u.test(raw) ? '#' : lower.normalize('NFKD').replace(ACCENTS, '');
}
