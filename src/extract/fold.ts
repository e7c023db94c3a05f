import anyAscii from 'any-ascii';

/** Scripts whose letters any-ascii cannot romanise without losing vowels or telling letters apart: folded in their own script. */
const OWN_SCRIPT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Greek writes b, d, g and j with two letters. */
const GREEK: readonly (readonly [RegExp, string])[] = [
  [/μπ/gu, 'b'],
  [/ντ/gu, 'd'],
  [/γκ/gu, 'g'],
  [/τζ/gu, 'j'],
];

/**
 * A word in lower case without accents, romanised, so that spellings meet: `Łódź` and `Лодзь` give `lodz`.
 * Method: any-ascii (ISC), a table of every script's usual romanisation.
 */
export function romanise(word: string): string {
  const lower = word.toLowerCase();
  const first = lower.charCodeAt(0);
  const isGreek = first >= 0x370 && first < 0x400;
  const native = isGreek ? GREEK.reduce((text, [from, to]) => text.replace(from, to), lower.normalize('NFD').replace(/\p{M}/gu, '')) : lower;
  const ascii = /^[a-z]*$/u.test(native) ? native : anyAscii(native);
  return ascii.toLowerCase().replace(/[^a-z0-9]/gu, '');
}

/**
 * The form in which the tables are searched: romanised, except that Arabic and Hebrew keep their letters (without vowel
 * points, with the forms of alef, yeh and kaf made one).
 */
export function fold(word: string): string {
  if (!OWN_SCRIPT.test(word)) return romanise(word);
  return word
    .normalize('NFKC')
    .replace(/[\p{M}\u200c\u200d״׳ـ'"]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/[ىئي]/gu, 'ی')
    .replace(/ك/gu, 'ک')
    .replace(/ؤ/gu, 'و')
    .replace(/ة/gu, 'ه');
}
