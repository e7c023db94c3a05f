import { hashUnit, HASH_START, wordAt, wordOf, type Word } from './vocabulary.ts';

/** What a code unit is to a tokeniser. */
const Class = { other: 0, letter: 1, digit: 2, mark: 3, han: 4, kana: 5, unspaced: 6, unseen: 255 } as const;

/** A run of letters or digits; offsets are into the scanned text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'run';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The first letter is upper case. Always false in scripts without case. */
  readonly capital: boolean;
  /** Of a word, the object that all its places in texts of one language share. */
  readonly word: Word | undefined;
  /** Of a number, the sign right before or after it: `%`, `€`, `°F`; else empty. */
  readonly sign: string;
}

/** Classes are found once for each code unit that is met: 65,536 regular expression tests at start-up would take 20 ms. */
const classes = new Uint8Array(65_536).fill(Class.unseen);

function classOf(unit: number): number {
  const known = classes[unit] ?? Class.other;
  if (known !== Class.unseen) return known;
  const found = classify(unit);
  classes[unit] = found;
  return found;
}

/** Whether a code unit is an upper-case letter, found as the classes are. */
const Case = { other: 0, upper: 1, unseen: 255 } as const;
const cases = new Uint8Array(65_536).fill(Case.unseen);

function isUpper(unit: number): boolean {
  if (cases[unit] === Case.unseen) {
    const character = String.fromCharCode(unit);
    cases[unit] = character === character.toLowerCase() ? Case.other : Case.upper;
  }
  return cases[unit] === Case.upper;
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  if (/\p{Nd}/u.test(character)) return Class.digit;
  if (/[\p{Script=Han}々〇]/u.test(character)) return Class.han;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(character)) return Class.kana;
  if (/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(character)) return Class.unspaced;
  // The zero-width joiners of Persian and the Indian scripts and the Hebrew geresh and gershayim stand inside words.
  if (/[\p{M}\u200c\u200d״׳ـ]/u.test(character)) return Class.mark;
  return /\p{L}/u.test(character) ? Class.letter : Class.other;
}

/**
 * The tokens of `text` between two offsets, in order: words of scripts with spaces, numbers as they are written
 * (`1.234,5`), and runs of Chinese, Japanese, Thai, Lao, Khmer or Burmese letters, which have no spaces to tell words by.
 * Apostrophes and hyphens part words (l’ultimo is two); initials are one (`U.S.` is `US`). The words are those of `language`.
 */
export function scan(text: string, language = 'und', start = 0, end: number = text.length): Token[] {
  const tokens: Token[] = [];
  let at = start;
  while (at < end) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === Class.letter) at = pushWord(tokens, text, at, end, language);
    else if (kind === Class.digit) at = pushNumber(tokens, text, at, end);
    else if (kind >= Class.han) at = pushRun(tokens, text, at, end, kind);
    else at++;
  }
  return tokens;
}

/** Whether the code unit is a letter of a script with spaces between words. */
export function isLetter(unit: number): boolean {
  return classOf(unit) === Class.letter;
}

/** Whether the code unit is part of a word or number: what counts as the length of a sentence. */
export function isLetterOrDigit(unit: number): boolean {
  const kind = classOf(unit);
  return kind !== Class.other && kind !== Class.mark;
}

/** How many units of a text between two offsets are letters or digits. */
export function countLetters(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (isLetterOrDigit(text.charCodeAt(at))) count++;
  return count;
}

function pushWord(tokens: Token[], text: string, start: number, limit: number, language: string): number {
  let hash = hashUnit(HASH_START, text.charCodeAt(start));
  let end = start + 1;
  for (; end < limit; end++) {
    const unit = text.charCodeAt(end);
    if (classes[unit] !== Class.letter && !isInsideWord(text, end, unit)) break;
    hash = hashUnit(hash, unit);
  }
  const initials = end === start + 1 ? endOfInitials(text, start, limit) : start;
  const isInitials = initials > end;
  const word = isInitials ? wordOf(text.slice(start, initials).replaceAll('.', ''), language) : wordAt(text, start, end, hash, language);
  if (isInitials) end = initials;
  tokens.push({ kind: 'word', text: word.text, start, end, capital: word.capital, word, sign: '' });
  return end;
}

/**
 * What goes on a word: letters and marks, a digit after a letter (G20, A380), the quotation marks as which the Hebrew geresh and
 * gershayim are typed (ארה"ב).
 */
function isInsideWord(text: string, at: number, unit: number): boolean {
  const kind = classOf(unit);
  if (kind === Class.letter || kind === Class.mark || kind === Class.digit) return true;
  return (unit === 0x22 || unit === 0x27) && isHebrew(text.charCodeAt(at - 1)) && isHebrew(text.charCodeAt(at + 1));
}

const FULL_STOP = 0x2e;

function isHebrew(unit: number): boolean {
  return unit >= 0x5d0 && unit <= 0x5ea;
}

/** The end of `U.S.` or `U.N.` that begins at `start`; `start` where there is none. */
function endOfInitials(text: string, start: number, limit: number): number {
  let at = start;
  while (at + 1 < limit && text.charCodeAt(at + 1) === FULL_STOP && isUpper(text.charCodeAt(at))) at += 2;
  return at - start >= 4 ? at : start;
}

/** What may stand between the digits of a number, and which of it is a space. */
const NUMBER_MARKS = ".,'’ \u00a0\u202f٫٬";
const NUMBER_SPACES = ' \u00a0\u202f';

function pushNumber(tokens: Token[], text: string, start: number, limit: number): number {
  let end = start + 1;
  for (;;) {
    while (end < limit && classOf(text.charCodeAt(end)) === Class.digit) end++;
    if (!(end + 1 < limit && classOf(text.charCodeAt(end + 1)) === Class.digit && NUMBER_MARKS.includes(text.charAt(end)))) break;
    if (NUMBER_SPACES.includes(text.charAt(end)) && (leadingDigits(text, start, end) > 3 || !isThousandsGroup(text, end, limit))) break;
    end++;
  }
  tokens.push({ kind: 'number', text: text.slice(start, end), start, end, capital: false, word: undefined, sign: signAfter(text, end) || signBefore(text, start) || signAfterScale(text, end) });
  return end;
}

/** A sign may stand a space away: `3 %`, `€ 5`. */
function signAfter(text: string, end: number): string {
  const at = end + (NUMBER_SPACES.includes(text.charAt(end)) ? 1 : 0);
  if (!isSign(text.charCodeAt(at))) return '';
  const isDegree = text[at] === '°' || text[at] === 'º';
  return isDegree && /^ ?[CF](?!\p{L})/u.test(text.slice(at + 1, at + 4)) ? text.slice(at, at + 3).replace(' ', '').slice(0, 2) : text.charAt(at);
}

function signBefore(text: string, start: number): string {
  const at = start - (NUMBER_SPACES.includes(text.charAt(start - 1)) ? 2 : 1);
  return isSign(text.charCodeAt(at)) ? text.charAt(at) : '';
}

/** A currency sign after a scale word: `5 Mio. €`. With a number after it, it is that one's. */
const SCALED = /[ \u00a0\u202f]?\p{L}{1,12}\.?[ \u00a0\u202f]?(?<sign>\p{Sc})(?![ \u00a0]?\p{Nd})/uy;

function signAfterScale(text: string, end: number): string {
  SCALED.lastIndex = end;
  return SCALED.exec(text)?.groups?.['sign'] ?? '';
}

const SIGNS = /[%٪％﹪°º℉℃\p{Sc}]/u;
const [DOLLAR, PERCENT] = [0x24, 0x25];

/** NaN, beyond the ends of the text, is none. */
function isSign(unit: number): boolean {
  return unit < 0x80 ? unit === DOLLAR || unit === PERCENT : SIGNS.test(String.fromCharCode(unit));
}

/** Digits before the first mark of a number: four are a year, or a number without groups. */
function leadingDigits(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && classOf(text.charCodeAt(at)) === Class.digit) at++;
  return at - start;
}

/** Whether the space at `at` is followed by exactly three digits: `10 000`. */
function isThousandsGroup(text: string, at: number, limit: number): boolean {
  for (let offset = 1; offset <= 3; offset++) {
    if (at + offset >= limit || classOf(text.charCodeAt(at + offset)) !== Class.digit) return false;
  }
  return at + 4 >= limit || classOf(text.charCodeAt(at + 4)) !== Class.digit;
}

function pushRun(tokens: Token[], text: string, start: number, limit: number, kind: number): number {
  let end = start + 1;
  while (end < limit && (continuesRun(kind, classOf(text.charCodeAt(end))) || isNameDot(text, end, limit))) end++;
  tokens.push({ kind: 'run', text: text.slice(start, end), start, end, capital: false, word: undefined, sign: '' });
  return end;
}

/** The dot between the parts of a foreign name in Chinese and Japanese (迈克尔·杰克逊). */
function isNameDot(text: string, at: number, limit: number): boolean {
  if (text[at] !== '·' && text[at] !== '・') return false;
  const next = at + 1 < limit ? classOf(text.charCodeAt(at + 1)) : Class.other;
  return next === Class.han || next === Class.kana;
}

function continuesRun(first: number, next: number): boolean {
  if (first === Class.unspaced) return next === Class.unspaced || next === Class.mark;
  return next === Class.han || next === Class.kana;
}
