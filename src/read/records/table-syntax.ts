import type { Options } from 'csv-parse';

/** How a table is parsed: by its reader, and by what cuts rows out of it, so that both see the same rows. */
export function tableSyntax(delimiter: string): Options {
  return {
    bom: true,
    delimiter,
    // A file that several tools have written has line ends of several kinds.
    record_delimiter: ['\r\n', '\n', '\r'],
    // A tab-separated export quotes nothing: a quotation mark is one of the text there.
    quote: delimiter === '\t' ? null : '"',
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  };
}
