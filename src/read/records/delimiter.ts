import { plainName, USUAL_NAMES } from './fields.ts';

/** Enough for the head of any table. */
export const TABLE_HEAD_BYTES = 2 ** 16;

const DELIMITERS = ['\t', ',', ';', '|'] as const;

/** The delimiter of a table: the one that its first line has most of, outside of quotation marks; a comma if none. */
export function delimiterOf(head: string): string {
  const line = firstLine(head);
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best), { delimiter: ',', count: 1 }).delimiter;
}

/** Whether a text begins like a table of articles: a head with two columns or more, one of them for the text and one for another field. */
export function looksLikeTable(head: string): boolean {
  const line = firstLine(head);
  const names = line.split(delimiterOf(line)).map(plainName);
  if (names.length < 2 || names.some((name) => name.length > 40)) return false;
  const has = (field: 'text' | 'id' | 'title' | 'language' | 'date' | 'url'): boolean => names.some((name) => USUAL_NAMES[field].includes(name));
  return has('text') && (has('id') || has('title') || has('url') || has('date') || has('language'));
}

function firstLine(head: string): string {
  const [line = ''] = head.split(/\r?\n/, 1);
  return line.slice(0, 10_000).replace(/"[^"]*"/g, (quoted) => quoted.slice(1, -1).replace(/[\t,;|]/g, ' '));
}
