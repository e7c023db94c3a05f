import { MOST_LANGUAGES, MOST_TOGETHER, NGRAM_BYTES, NgramKind, shippedNgrams, slotOf } from './byte-ngrams.ts';

/** What the n-grams say of a text. */
export interface NgramGuess {
  /** As in `ngrams.tsv`; empty where no n-gram is known. */
  readonly language: string;
  readonly isReliable: boolean;
}

/** Code units that are looked at. */
const SAMPLE = 800;

/** Bytes after which a text is left at the end of a word, and after which at once. */
const ENOUGH_BYTES = 350;
const MOST_BYTES = 380;

/** The beginning of each n-gram of a word stands so many bytes after that of the one before; beyond so many no further one begins. */
const STRIDE = 3;
const LONGEST_WORD = 70;

/** A guess is reliable from three n-grams and this share of the language's usual score on. */
const FEWEST_NGRAMS = 3;
const RELIABLE_SHARE = 0.75;

/** Brings sums of scores into [0, 1]. */
const SCALE = 25;

/**
 * The language whose byte n-grams a text has, each counted once.
 *
 * The answers are those of `eld` 2 with its extra small model, from its n-grams and by its measure, but for letters that none of its languages
 * has (Syriac). Its own function makes a text of every n-gram and an object of all: so it took a quarter of the time of a fingerprint.
 */
export function guessByNgrams(text: string): NgramGuess {
  const ngrams = shippedNgrams();
  const { languages, usual } = ngrams;
  sums.fill(0);
  met.fill(0);
  count = 0;
  readWords(text.length > SAMPLE ? text.slice(0, SAMPLE) : text);
  ngrams.addScores(bytesOf, kinds, count, sums);
  let best = 0;
  for (let language = 1; language < languages.length; language++) if ((sums[language] ?? 0) > (sums[best] ?? 0)) best = language;
  const mean = count === 0 ? 0 : (sums[best] ?? 0) / count;
  if (mean === 0) return { language: '', isReliable: false };
  return { language: languages[best] ?? '', isReliable: count >= FEWEST_NGRAMS && mean / (mean + SCALE) >= RELIABLE_SHARE * (usual[best] ?? 0) };
}

/** Filled anew for each text: the sums by language, the n-grams met in their slots (over three times as many as they can be) and in their order, and the bytes of a word. */
const sums = new Float64Array(MOST_LANGUAGES);
const met = new Int32Array(2 * MOST_TOGETHER);
const bytesOf = new Int32Array(MOST_TOGETHER);
const kinds = new Int32Array(MOST_TOGETHER);
let count = 0;
const word = new Uint8Array(MOST_BYTES + 4);

/** Reads the words of a text: letters, in lower case, with the apostrophes before, in and after them. */
function readWords(text: string): void {
  let [length, read] = [0, 0];
  for (let at = 0; at < text.length && read <= MOST_BYTES; ) {
    const bytes = lowerBytes(text.charCodeAt(at));
    if (bytes !== NO_LETTER) {
      length = put(bytes, length);
      read += bytes >>> COUNT_SHIFT;
      at++;
      continue;
    }
    const end = endOfOthers(text, at);
    const apostrophes = startOfApostrophes(text, at, end);
    if (apostrophes > at && read > 0) {
      addWord(length);
      length = 0;
      if (read > ENOUGH_BYTES) return;
      read++;
    }
    for (at = apostrophes; at < end && read <= MOST_BYTES; at++) {
      const apostrophe = text.charCodeAt(at) === CURLY ? CURLY_BYTES : packed(1, text.charCodeAt(at));
      length = put(apostrophe, length);
      read += apostrophe >>> COUNT_SHIFT;
    }
  }
  addWord(length);
}

function endOfOthers(text: string, from: number): number {
  let end = from;
  while (end < text.length && lowerBytes(text.charCodeAt(end)) === NO_LETTER) end++;
  return end;
}

/** Apostrophes right before a word belong to it; where a text begins with other signs they are all that is read of these. */
function startOfApostrophes(text: string, from: number, end: number): number {
  let start = end;
  while (start > from && isApostrophe(text.charCodeAt(start - 1))) start--;
  return start;
}

const CURLY = 0x2019;

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x60 || unit === CURLY;
}

/** Up to three bytes of UTF-8 in one number, the first highest, with their count above. */
function packed(bytes: number, value: number): number {
  return (bytes << COUNT_SHIFT) | value;
}

const COUNT_SHIFT = 24;
const CURLY_BYTES = packed(3, 0xe28099);
const NO_LETTER = 0;
const UNSEEN = -1;

/** The bytes of each code unit that is a letter, in lower case; found once for each that is met. */
const lower = new Int32Array(65_536).fill(UNSEEN);

function lowerBytes(unit: number): number {
  const known = lower[unit] ?? NO_LETTER;
  if (known !== UNSEEN) return known;
  const character = String.fromCharCode(unit);
  const bytes = /\p{L}/u.test(character) ? Buffer.from(character.toLowerCase()) : Buffer.alloc(0);
  const found = bytes.length === 0 ? NO_LETTER : packed(bytes.length, bytes.readUIntBE(0, bytes.length));
  lower[unit] = found;
  return found;
}

function put(bytes: number, length: number): number {
  let end = length;
  for (let shift = 8 * ((bytes >>> COUNT_SHIFT) - 1); shift >= 0; shift -= 8) word[end++] = bytes >>> shift;
  return end;
}

/** Adds the n-grams of the word in `word`: four bytes from every third one on, and the last four. */
function addWord(length: number): void {
  if (length === 0) return;
  const short = Math.min(length, LONGEST_WORD);
  let at = 0;
  for (; at + NGRAM_BYTES < short; at += STRIDE) addNgram(at, NGRAM_BYTES, at === 0 ? NgramKind.beginning : 0);
  const last = Math.max(0, short - NGRAM_BYTES);
  // Of a longer word all that is left is taken for one, which no language has.
  addNgram(last, Math.min(NGRAM_BYTES + 1, length - last), NgramKind.end | (at === 0 ? NgramKind.beginning : 0));
}

function addNgram(from: number, length: number, ends: number): void {
  let bytes = 0;
  for (let at = from; at < from + length; at++) bytes = (bytes << 8) | (word[at] ?? 0);
  const kind = length | ends;
  const slot = slotOf(met, bytes, kind);
  if (met[2 * slot + 1] !== 0) return;
  met[2 * slot] = bytes;
  met[2 * slot + 1] = kind;
  bytesOf[count] = bytes;
  kinds[count++] = kind;
}
