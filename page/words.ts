import type { PageDocument, PageIndex, PageItem } from '../src/report/html/page-data.ts';
import { dayName } from './periods.ts';

/** The name of a language, `Italian`; the code where it has none. */
export function languageName(code: string, { languages }: PageIndex): string {
  return languages[code] ?? code;
}

/** The languages of an item, the first document's first, each once. */
export function languagesOf({ documents }: PageItem, index: PageIndex): readonly string[] {
  return [...new Set(documents.map((place) => index.documents[place]?.language ?? 'und'))];
}

/** The days an item spans, `3 Mar 2010 – 5 Mar 2010`; empty where no document has a date. */
export function daysOf({ documents }: PageItem, index: PageIndex): string {
  const times = documents.flatMap((place) => index.documents[place]?.time ?? []);
  if (times.length === 0) return '';
  const [first, last] = [dayName(Math.min(...times)), dayName(Math.max(...times))];
  return first === last ? first : `${first} – ${last}`;
}

/** When a document is from: the day, else what it declares. */
export function dateOf({ time, date }: PageDocument): string {
  return time === undefined ? (date ?? '') : dayName(time);
}

/** The address of a document where it is one of the web; others a browser might run. */
export function webAddress({ url }: PageDocument): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** A count with a blank between thousands and its noun: `12 400 documents`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(number)} ${number === 1 ? noun : plural}`;
}

/** Digits in groups of three, parted by a narrow blank that does not break. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
