import { UsageError } from '../errors.ts';

/**
 * Two ids that someone wants joined, or kept apart. `origin` says where that stands, for messages: `links.txt line 3`;
 * a caller who has no file leaves it out.
 */
export type LinkedIds = readonly [a: string, b: string, origin?: string];

/** A line of a file, without its end. */
interface NumberedLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/**
 * The pairs of a must-link or cannot-link file, a line each: two ids with a comma, spaces or a tab between, then, if
 * wanted, a reason, which is not read. An id with spaces or commas in it is quoted as in CSV (RFC 4180); where tabs
 * part the fields, they alone do, so that what `jq @tsv` writes is read as it is. `#` opens a comment at the
 * start of a line or after a blank: `news.json#2` is an id. Throws `UsageError` for a line with less than two ids.
 */
export function linksIn(lines: readonly NumberedLine[], file: string): readonly LinkedIds[] {
  return lines.flatMap(({ text, number }) => {
    const [a, b] = fieldsOf(text);
    if (a === undefined) return [];
    if (b === undefined) throw oneIdOnly(a, `${file} line ${number}`);
    return [[a, b, `${file} line ${number}`] as const];
  });
}

/** A comment; an id in quotes, `""` for a quote in it; or an id without: whichever stands here, after separators. */
const FIELD = /[\s,]*(?:(#.*)|"((?:[^"]|"")*)"|([^\s,]+))/sy;

function fieldsOf(line: string): readonly string[] {
  const tabbed = tabbedFields(line);
  if (tabbed.length > 1) return tabbed;
  const fields: string[] = [];
  FIELD.lastIndex = 0;
  for (let found = FIELD.exec(line); found !== null && fields.length < 2; found = FIELD.exec(line)) {
    const [, comment, quoted, plain] = found;
    if (comment !== undefined) break;
    fields.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
  }
  return fields;
}

function tabbedFields(line: string): readonly string[] {
  const [before = ''] = line.split(/(?<!\S)#/, 1);
  return before.split('\t').map((field) => field.trim()).filter((field) => field !== '');
}

function oneIdOnly(id: string, place: string): UsageError {
  return new UsageError({
    code: 'bad-row',
    happened: `${place} has one id only, "${id}".`,
    expected: 'Two ids on each line, with a tab, a comma or spaces between.',
    advice: 'Add the other id, or put # before the line.',
  });
}
