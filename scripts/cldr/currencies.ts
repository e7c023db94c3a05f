import { folded, formsIn, type Authored } from './authored.ts';
import type { Cldr } from './cldr.ts';

/** Concepts of money, the currencies that are called so, and the country that a name may have besides. */
const CURRENCIES: Readonly<Record<string, readonly string[]>> = {
  euros: ['EUR'],
  dollars: ['USD', 'CAD', 'AUD', 'NZD', 'SGD'],
  pounds: ['GBP', 'EGP', 'LBP', 'SYP'],
  yen: ['JPY'],
  yuan: ['CNY'],
  rubles: ['RUB', 'BYN'],
  hryvnias: ['UAH'],
  zlotys: ['PLN'],
  francs: ['CHF', 'RWF', 'GNF', 'DJF'],
  liras: ['TRY'],
  rupees: ['INR', 'PKR', 'LKR', 'NPR'],
  pesos: ['MXN', 'ARS', 'CLP', 'COP', 'PHP'],
  dinars: ['IQD', 'KWD', 'DZD', 'RSD'],
  riyals: ['IRR', 'YER', 'OMR'],
  shekels: ['ILS'],
  dirhams: ['AED', 'MAD'],
  forints: ['HUF'],
};

/** Names that are other words more often: a weight, a book, a crown. */
const OTHER_WORDS = new Set(['peso', 'livre', 'livres', 'franco', 'font', 'funta', 'jena', 'jenas', 'pond']);

/** Shorter words are other words too often. */
const SHORTEST_WORD = 3;

/**
 * Rows of `currencies.tsv`: for each concept of money the word that the names of its currencies have in common (`US Dollar`, `Canadian
 * Dollar`), in each plural form; of a single currency the one word that is not of its country (`Japanese Yen`).
 */
export function currenciesOf(cldr: Cldr, concepts: Authored): string[][] {
  const byLanguage = new Map(concepts.languages.map((language) => [language, cldr.currencies(language)]));
  return Object.entries(CURRENCIES).map(([id, codes]) => {
    const cells = concepts.languages.map((language) => {
      if (formsIn(concepts.rows.get(id)?.get(language)).length > 0) return '';
      const names = codes.map((code) => byLanguage.get(language)?.get(code) ?? []);
      return [...new Set(commonWords(names, codes, language).map((word) => (language === 'de' ? word : word.toLowerCase())))].filter(isWord).join('|');
    });
    return [id, ...cells];
  });
}

function isWord(text: string): boolean {
  if (OTHER_WORDS.has(text)) return false;
  return UNSPACED.test(text) ? text.length > 1 : text.length >= SHORTEST_WORD;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Thai}]/u;

function commonWords(names: readonly (readonly string[])[], codes: readonly string[], language: string): readonly string[] {
  const [first = [], ...others] = names;
  if (first.length === 0 || others.some((each) => each.length === 0)) return [];
  if (UNSPACED.test(first[0] ?? '')) return unspaced(names.map(([name = '']) => name)).map((name) => withoutCountry(name, codes[0] ?? '', language));
  const words = first.flatMap(wordsOf);
  if (others.length > 0) return words.filter((word) => others.every((each) => each.flatMap(wordsOf).includes(word)));
  const country = countryNames(codes[0] ?? '', language);
  const own = words.filter((word) => !country.some((name) => folded(name).slice(0, SHORTEST_WORD) === folded(word).slice(0, SHORTEST_WORD)));
  return first.every((name) => wordsOf(name).filter((word) => own.includes(word)).length === 1) ? own : [];
}

function wordsOf(name: string): string[] {
  return name.split(/[\s()]+/u).filter((word) => word !== '');
}

/** What the names end or begin with in common, else the first name. */
function unspaced(names: readonly string[]): string[] {
  const [first = ''] = names;
  for (let length = first.length; length > 1; length--) {
    const [end, start] = [first.slice(-length), first.slice(0, length)];
    const found = [end, start].find((part) => names.every((name) => name.endsWith(part) || name.startsWith(part)));
    if (found !== undefined) return [found.trim()];
  }
  return [first];
}

/** The name without the country before or after it: `波兰兹罗提`, `スウェーデン クローナ`. */
function withoutCountry(name: string, code: string, language: string): string {
  const last = name.split(' ').at(-1) ?? name;
  const [country = ''] = countryNames(code, language);
  if (country === '' || last.length <= country.length + 1) return last;
  if (last.startsWith(country)) return last.slice(country.length);
  return last.endsWith(country) ? last.slice(0, -country.length) : last;
}

function countryNames(code: string, language: string): string[] {
  if (Intl.DisplayNames.supportedLocalesOf([language]).length === 0) return [];
  const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code.slice(0, 2));
  return name === undefined ? [] : wordsOf(name);
}
