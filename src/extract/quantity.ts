import { readTable, tableRows } from '../data/load.ts';
import { fold } from './fold.ts';

/** How a language writes numbers. */
export interface NumberCustoms {
  readonly decimal: string;
  /** Scale words by folded form, longest first; `extra` letters may follow. */
  readonly scales: readonly { readonly text: string; readonly extra: number; readonly factor: number }[];
}

/** Letters that may follow a scale word with an open ending: `Millionen`, `миллионами`. */
const OPEN_ENDING = 5;

/** Thai to the last Chinese character: scale words follow their number as they are written (万, ล้าน), and are not folded. */
function isUnspaced(unit: number): boolean {
  return unit >= 0xe00 && unit <= 0x9fff;
}

const customs = new Map<string, NumberCustoms>();

/** The decimal mark (CLDR, by Intl) and the scale words (`scales.tsv`) of a language; the comma where nothing is known. */
export function numberCustoms(language: string): NumberCustoms {
  const known = customs.get(language);
  if (known !== undefined) return known;
  const supported = language !== 'und' && Intl.NumberFormat.supportedLocalesOf([language]).length > 0;
  const decimal = supported ? decimalMark(language) : ',';
  const built = { decimal, scales: readScales(language) };
  customs.set(language, built);
  return built;
}

function decimalMark(language: string): string {
  const parts = new Intl.NumberFormat(`${language}-u-nu-latn`).formatToParts(1.5);
  return parts.find((part) => part.type === 'decimal')?.value ?? ',';
}

function readScales(language: string): NumberCustoms['scales'] {
  return tableRows(readTable('scales.tsv'))
    .filter(([code]) => code === language)
    .flatMap(([, factor, forms]) =>
      (forms ?? '').split('|').map((form) => {
        const open = form.endsWith('*');
        const text = open ? form.slice(0, -1) : form;
        return { text: isUnspaced(text.charCodeAt(0)) ? text : fold(text), extra: open ? OPEN_ENDING : 0, factor: Number(factor) };
      }),
    )
    .sort((a, b) => b.text.length - a.text.length);
}

/** The factor a folded word (or the start of an unspaced run) stands for, or undefined. */
export function scaleFactor(folded: string, { scales }: NumberCustoms): number | undefined {
  return scales.find(({ text, extra }) => folded.startsWith(text) && folded.length - text.length <= extra)?.factor;
}

/** The factor the unspaced run `run` begins with (`万人`), or undefined. */
export function runScaleFactor(run: string, { scales }: NumberCustoms): number | undefined {
  return scales.find(({ text }) => run.startsWith(text))?.factor;
}

/**
 * The value of a number as written, by the customs of its language: `1.234,5` and `1,234.5` are both 1234.5, `10 000` is
 * 10000, and `1.500` is 1500 in German and 1.5 in English. Digits of any script count. Undefined for what is no number
 * (`12.10.2023`, `3.2.1`).
 */
export function parseNumber(text: string, { decimal }: NumberCustoms): number | undefined {
  if (isPlain(text)) return Number(text);
  const latin = toLatinDigits(text).replace(/[\s\u00a0\u202f'’٬]/gu, '').replaceAll('٫', '.');
  const marks = [...latin].filter((character) => character === '.' || character === ',');
  if (marks.length === 0) return Number(latin);
  const kinds = new Set(marks);
  const last = marks.at(-1) ?? '';
  if (kinds.size === 2) {
    const other = last === '.' ? ',' : '.';
    return marks.filter((mark) => mark === last).length > 1 ? undefined : Number(latin.replaceAll(other, '').replace(last, '.'));
  }
  const groups = latin.split(last);
  const grouped = groups.slice(1).every((group) => group.length === 3) && (groups[0] ?? '').length <= 3 && groups[0] !== '0';
  const lakhs = last === ',' && groups.length > 2 && groups.at(-1)?.length === 3;
  if (marks.length > 1) return grouped || lakhs ? Number(groups.join('')) : undefined;
  return grouped && last !== decimal ? Number(groups.join('')) : Number(latin.replace(',', '.'));
}

/** Whether a number is nothing but digits of ASCII, as most are. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return true;
}

/** The text with the decimal digits of every script as `0` to `9`. */
export function toLatinDigits(text: string): string {
  return /^[\u0000-\u00ff‘’\u202f]*$/u.test(text) ? text : text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** The value of a decimal digit of any script: Unicode lays them out in runs of ten that start at a zero. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (point - zero) % 10;
}

/** A value as it stands in a key: four significant digits, since translations round (`93 miles`, `150 km`). */
export function quantityText(value: number): string {
  return String(Number.isInteger(value) && value < 10_000 ? value : Number(value.toPrecision(4)));
}
