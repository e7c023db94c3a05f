import { parse } from 'csv-parse/sync';
import { delimiterOf, TABLE_HEAD_BYTES } from '../records/delimiter.ts';
import { tableSyntax } from '../records/table-syntax.ts';
import { LINE_ENDS, type Stretch } from './lines.ts';

/** The rows of a table, its head among them, as its reader counts them, each with its line end; `isTabbed` where tabs part the cells. */
export function rowsOf(bytes: Buffer, isTabbed: boolean): readonly Stretch[] {
  const delimiter = isTabbed ? '\t' : delimiterOf(bytes.toString('utf8', 0, TABLE_HEAD_BYTES));
  const rows: Stretch[] = [];
  let start = 0;
  parse(bytes, {
    ...tableSyntax(delimiter),
    on_record: (_, { bytes: end }) => {
      // Empty lines before a row are none of it.
      while (LINE_ENDS.includes(bytes[start])) start++;
      rows.push({ number: rows.length + 1, start, end });
      start = end;
      return null;
    },
  });
  return rows;
}
