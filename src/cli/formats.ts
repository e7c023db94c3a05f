import { extname } from 'node:path';

/** The form of a result. */
export type Format = 'text' | 'json' | 'ndjson' | 'markdown' | 'csv' | 'html';

/** The forms by the endings of files. */
const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['.txt', 'text'],
  ['.json', 'json'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.csv', 'csv'],
  ['.html', 'html'],
  ['.htm', 'html'],
]);

/** The endings that name a form, for messages. */
export const FORMAT_ENDINGS: string = [...FORMATS.keys()].join(', ').replace(/, (?=[^,]*$)/, ' or ');

/** The form that a file's ending names. */
export function formatByEnding(file: string): Format | undefined {
  return FORMATS.get(extname(file).toLowerCase());
}

/** The form that has a name. */
export function formatByName(name: string): Format | undefined {
  return [...FORMATS.values()].find((format) => format === name);
}
