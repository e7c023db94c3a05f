import { extname } from 'node:path';
import type { GivenFlags } from './flags.ts';

/** The form of a result. */
export type Format = NonNullable<GivenFlags['format']>;

/** The forms that tell what a gate found; the others tell the whole report. */
export type GateFormat = Extract<Format, 'sarif' | 'junit' | 'github'>;

/** The forms by the endings of files. */
const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['.txt', 'text'],
  ['.json', 'json'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
  ['.sarif', 'sarif'],
  ['.xml', 'junit'],
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
