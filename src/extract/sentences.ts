import { isLetter } from './scan.ts';
import type { Span } from '../types.ts';

/** What a code unit is to the end of a sentence; a unit may be several. */
const Role = { mark: 1, closer: 2, wideMark: 4, wideCloser: 8, lineEnd: 16, space: 32 } as const;

/** Sentence-final marks, and what closes with them; a `»` also after a space. */
const MARKS = '.!?…‽؟۔।॥։';
const CLOSERS = '"\'”“’‘»«›‹)]';
/** Those of scripts that put no space after them end a sentence by themselves. */
const WIDE_MARKS = '。！？｡';
const WIDE_CLOSERS = '"\'”’」』）)';
/** What `\s` matches. */
const SPACES = '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** The roles of all units. A table, since every unit of every text is looked up: a regular expression takes ten times as long. */
const roles = new Uint8Array(65_536);
for (const [units, role] of [[MARKS, Role.mark], [CLOSERS, Role.closer], [WIDE_MARKS, Role.wideMark], [WIDE_CLOSERS, Role.wideCloser], ['\n', Role.lineEnd], [SPACES, Role.space]] as const) {
  for (let at = 0; at < units.length; at++) roles[units.charCodeAt(at)] = (roles[units.charCodeAt(at)] ?? 0) | role;
}

function has(text: string, at: number, role: number): boolean {
  return at < text.length && ((roles[text.charCodeAt(at)] ?? 0) & role) !== 0;
}

const FULL_STOP = 0x2e;
const GUILLEMET = 0xbb;

/** Words that end in a full stop without ending a sentence, folded; titles, months and the like in the languages of the press. */
const ABBREVIATIONS = new Set(
  ('st mr mrs ms dr prof sen rep gov gen col lt vs jr sr inc corp ltd nr dept approx ' +
    'bzw ca usw evtl ggf inkl mio mrd tel abs hl geb str ' +
    'sig dott avv ee sr sra srta ud uds dña exmo ' +
    'mme mlle bd env feb apr aug sept oct okt nov dec dez ' +
    'ул гг тыс млн млрд руб стр tzv tj např mj atd tzn godz tys mln mld').split(' '),
);

/** Words that are abbreviations only before a number: `No. 5`, `St. 3`, `Art. 12`. */
const BEFORE_NUMBERS = new Set('no art op fig p pp vol abs ziff mar jan jun jul sep núm'.split(' '));

/** A paragraph is cut here at the latest: one sentence of a megabyte would make the alignment meaningless. */
const LONGEST_SENTENCE = 2_000;

/**
 * The sentences of a text as spans, in order, without the white space around them. A line end always parts, since news
 * text has no hard wraps; a full stop does not after an initial, an abbreviation or a number that goes on in lower case.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const role = (roles[text.charCodeAt(at)] ?? 0) & (Role.mark | Role.wideMark | Role.lineEnd);
    if (role === 0) {
      at++;
      continue;
    }
    const last = pastAll(text, at, role);
    const end = role === Role.mark ? endAfterMarks(text, last) : role === Role.wideMark ? pastAll(text, last, Role.wideCloser) : last;
    const ends = end > 0 && (text.charCodeAt(at) !== FULL_STOP || endsSentence(text, at, end));
    if (ends) {
      pushTrimmed(spans, text, start, end);
      start = end;
    }
    at = Math.max(last, end);
  }
  pushTrimmed(spans, text, start, text.length);
  return spans;
}

/** The first place from `at` on that has not the role. */
function pastAll(text: string, at: number, role: number): number {
  let end = at;
  while (has(text, end, role)) end++;
  return end;
}

/** Where the sentence ends whose final marks end at `marksEnd`: behind the closing signs, as many as are followed by a space; 0 for nowhere. */
function endAfterMarks(text: string, marksEnd: number): number {
  let end = 0;
  for (let at = marksEnd; ; ) {
    if (at === text.length || has(text, at, Role.space)) end = at;
    if (has(text, at, Role.closer)) at++;
    else if (has(text, at, Role.space) && text.charCodeAt(at + 1) === GUILLEMET) at += 2;
    else return end;
  }
}

/** No abbreviation is longer: most words need no look at what they are. */
const LONGEST_ABBREVIATION = 6;

function endsSentence(text: string, stop: number, end: number): boolean {
  const next = nextCharacter(text, end);
  if (next !== '' && next !== next.toUpperCase()) return false;
  if (lettersBefore(text, stop, LONGEST_ABBREVIATION + 1) > LONGEST_ABBREVIATION) return true;
  const word = wordBefore(text, stop);
  if (/^\d{1,2}$/u.test(word)) return !/\p{L}/u.test(next) || stop - word.length < 1 || !has(text, stop - word.length - 1, Role.space);
  const initial = word.length === 1 && (word !== word.toLowerCase() || text[stop - 2] === '.');
  if (BEFORE_NUMBERS.has(word.toLowerCase())) return !/\p{N}/u.test(next);
  return !initial && !ABBREVIATIONS.has(word.toLowerCase());
}

/** Units of the word before a stop that are looked at. */
const LONGEST_WORD = 12;

/** The letters and digits right before `stop`. Where all are of ASCII, as in most places, no regular expression is needed. */
function wordBefore(text: string, stop: number): string {
  const first = Math.max(0, stop - LONGEST_WORD);
  let start = stop;
  while (start > first && isPlain(text.charCodeAt(start - 1))) start--;
  if (start === first || text.charCodeAt(start - 1) < FIRST_BEYOND_ASCII) return text.slice(start, stop);
  return /[\p{L}\p{N}]+$/u.exec(text.slice(first, stop))?.[0] ?? '';
}

const FIRST_BEYOND_ASCII = 0x80;

function isPlain(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** The first character within four units that is no space, or nothing. */
function nextCharacter(text: string, from: number): string {
  for (let at = from; at < from + 4 && at < text.length; at++) {
    if (!has(text, at, Role.space)) return at < from + 3 ? String.fromCodePoint(text.codePointAt(at) ?? 0) : text.charAt(at);
  }
  return '';
}

/** How many units before `stop` are letters, up to `most`. */
function lettersBefore(text: string, stop: number, most: number): number {
  let count = 0;
  while (count < most && count < stop && isLetter(text.charCodeAt(stop - 1 - count))) count++;
  return count;
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && has(text, start, Role.space)) start++;
  while (end > start && has(text, end - 1, Role.space)) end--;
  for (; end - start > LONGEST_SENTENCE; start += LONGEST_SENTENCE) spans.push({ start, end: start + LONGEST_SENTENCE });
  if (end > start) spans.push({ start, end });
}
