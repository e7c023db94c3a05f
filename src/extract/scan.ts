import { TokenGatherer } from './token-gatherer.ts';
import { NUMBER, RUN, type Tokens } from './tokens.ts';
import { currentVocabulary, wordIn, type Vocabulary } from './vocabulary.ts';
import { firstHash, secondHash, seedOf } from './word-hash.ts';

/** What a code unit is to a tokeniser. */
const Class = { other: 0, letter: 1, digit: 2, mark: 3, han: 4, kana: 5, unspaced: 6, unseen: 255 } as const;

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
export function scan(text: string, language = 'und', start = 0, end: number = text.length): Tokens {
  const vocabulary = currentVocabulary();
  const seed = seedOf(language);
  let at = start;
  while (at < end) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === Class.letter) at = pushWord(text, at, end, vocabulary, language, seed);
    else if (kind === Class.digit) at = pushNumber(text, at, end);
    else if (kind >= Class.han) at = pushRun(text, at, end, kind);
    else at++;
  }
  return tokens.finish(text, language, vocabulary);
}

const tokens = new TokenGatherer();

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
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    // Of most units the class is known, and they are letters: no call is needed.
    if (classes[unit] === Class.letter || isLetterOrDigit(unit)) count++;
  }
  return count;
}

function pushWord(text: string, start: number, limit: number, vocabulary: Vocabulary, language: string, seed: number): number {
  let first = seed;
  let second = seed;
  let end = start;
  let others = 0;
  for (let unit = text.charCodeAt(start); ; ) {
    first = firstHash(first, unit);
    second = secondHash(second, unit);
    if (++end === limit) break;
    unit = text.charCodeAt(end);
    if (classes[unit] === Class.letter) continue;
    if (!isInsideWord(text, end)) break;
    if (!isLetterOrDigit(unit)) others++;
  }
  const initials = end === start + 1 ? endOfInitials(text, start, limit) : start;
  if (initials > end) {
    const word = text.slice(start, initials).replaceAll('.', '');
    tokens.push(wordIn(vocabulary, word, language), start, initials, word.length);
    return initials;
  }
  tokens.pushHashed(first, second, start, end, end - start - others);
  return end;
}

/**
 * What goes on a word: letters and marks, a digit after a letter (G20, A380), the quotation marks as which the Hebrew geresh and
 * gershayim are typed (ארה"ב).
 */
function isInsideWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
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

function pushNumber(text: string, start: number, limit: number): number {
  let end = start + 1;
  for (;;) {
    while (end < limit && classOf(text.charCodeAt(end)) === Class.digit) end++;
    if (!(end + 1 < limit && classOf(text.charCodeAt(end + 1)) === Class.digit && NUMBER_MARKS.includes(text.charAt(end)))) break;
    if (NUMBER_SPACES.includes(text.charAt(end)) && (leadingDigits(text, start, end) > 3 || !isThousandsGroup(text, end, limit))) break;
    end++;
  }
  tokens.push(NUMBER, start, end, countLetters(text, start, end));
  return end;
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

function pushRun(text: string, start: number, limit: number, kind: number): number {
  let end = start + 1;
  while (end < limit && (continuesRun(kind, classOf(text.charCodeAt(end))) || isNameDot(text, end, limit))) end++;
  tokens.push(RUN, start, end, countLetters(text, start, end));
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
