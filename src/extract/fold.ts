import anyAscii from 'any-ascii';

/**
 * Hebrew and Arabic letters (U+0590 to U+07BF and the Arabic presentation forms): any-ascii cannot romanise them without
 * losing vowels and telling letters apart, so they are folded in their own script.
 */
function isOwnScript(unit: number): boolean {
  return (unit >= 0x590 && unit < 0x7c0) || (unit >= 0xfb1d && unit <= 0xfefc);
}

/** Greek writes b, d, g and j with two letters. */
const GREEK: readonly (readonly [RegExp, string])[] = [
  [/μπ/gu, 'b'],
  [/ντ/gu, 'd'],
  [/γκ/gu, 'g'],
  [/τζ/gu, 'j'],
];

/** Hebrew writes b, k and p at the start of a word with letters that elsewhere are v, kh and f too. */
const HEBREW_INITIALS: Readonly<Record<string, string>> = { ב: 'b', כ: 'k', פ: 'p' };

/**
 * A word in lower case without accents, romanised, so that spellings meet: `Łódź` and `Лодзь` give `lodz`.
 * Method: any-ascii (ISC), a table of every script's usual romanisation.
 */
export function romanise(word: string): string {
  const lower = word.toLowerCase();
  if (isPlainLatin(lower)) return lower;
  const first = lower.charCodeAt(0);
  const isGreek = first >= 0x370 && first < 0x400;
  const native = isGreek ? GREEK.reduce((text, [from, to]) => text.replace(from, to), lower.normalize('NFD').replace(/\p{M}/gu, '')) : lower;
  const initial = HEBREW_INITIALS[native.charAt(0)] ?? '';
  const rest = initial === '' ? native : native.slice(1);
  return (initial + anyAscii(rest)).toLowerCase().replace(/[^a-z0-9]/gu, '');
}

function isPlainLatin(lower: string): boolean {
  for (let at = 0; at < lower.length; at++) {
    const unit = lower.charCodeAt(at);
    if (unit < 0x61 || unit > 0x7a) return false;
  }
  return true;
}

/**
 * The form in which the tables are searched: romanised, except that Arabic and Hebrew keep their letters (without vowel
 * points, with the forms of alef, yeh and kaf made one).
 */
export function fold(word: string): string {
  if (!isOwnScript(word.charCodeAt(0))) return romanise(word);
  return word
    .normalize('NFKC')
    .replace(/[\p{M}\u200c\u200d״׳ـ'"]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/[ىئي]/gu, 'ی')
    .replace(/ك/gu, 'ک')
    .replace(/ؤ/gu, 'و')
    .replace(/ة/gu, 'ه');
}
