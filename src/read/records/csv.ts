import { CsvError, parse, type Info } from 'csv-parse';
import { Readable } from 'node:stream';
import type { Diagnostic } from '../../types.ts';
import { notice, type Content, type ReadEvent, type ReadLimits } from '../event.ts';
import { nameOf, ReadFault } from '../fault.ts';
import { peek } from '../packed/bytes.ts';
import { checkedUtf8 } from '../text/checked-utf8.ts';
import { delimiterOf, TABLE_HEAD_BYTES } from './delimiter.ts';
import { hasHead, plainName } from './fields.ts';
import { recordEvents } from './record.ts';
import { tableSyntax } from './table-syntax.ts';

/**
 * The documents of a table, a row each (RFC 4180; the delimiter is told by the first line), read row by row. The first row
 * names the columns, unless the field map has numbers of columns only. A row without an id is called `file#LINE`.
 */
export async function* readCsv({ path, id, chunks }: Content, limits: ReadLimits, delimiter?: string): AsyncGenerator<ReadEvent> {
  const name = nameOf(path);
  const peeked = await peek(checkedUtf8(chunks, name), TABLE_HEAD_BYTES);
  const columns = hasHead(limits.fields) ? undefined : [];
  const skipped: ReadEvent[] = [];
  const parted = delimiter ?? delimiterOf(peeked.head.toString('utf8'));
  const kind = parted === '\t' ? 'tabs' : 'table';
  const rows = rowsOf(peeked.chunks, parted, limits, name, (error) => skipped.push(badRow(error, path)));
  let count = 0;
  let names: readonly string[] | undefined = columns;
  try {
    for await (const { row, number, line } of rows) {
      count += Number(names !== undefined);
      yield* skipped.splice(0);
      if (names === undefined) names = row;
      else yield* recordEvents(recordOf(row, names), { path, id: `${id}#${line}`, label: `${name}, line ${line}`, record: { in: kind, number } }, limits);
    }
    yield* skipped.splice(0);
    if (count === 0) yield notice(emptyTable(name, path));
  } finally {
    await peeked.close();
  }
}

/** Tab-separated, whatever its first line looks like. */
export function readTsv(content: Content, limits: ReadLimits): AsyncIterable<ReadEvent> {
  return readCsv(content, limits, '\t');
}

interface Row {
  readonly row: readonly string[];
  /** From 1, the head too. */
  readonly number: number;
  /** On which it begins, from 1. */
  readonly line: number;
}

async function* rowsOf(chunks: AsyncIterable<Uint8Array>, delimiter: string, { maxLineBytes }: ReadLimits, name: string, skip: (error: CsvError) => void): AsyncGenerator<Row> {
  const parser = parse({
    ...tableSyntax(delimiter),
    info: true,
    max_record_size: maxLineBytes,
    on_skip: (error) => {
      // The parser would go on in the middle of the row, and trip over each character of it.
      if (error?.code === 'CSV_MAX_RECORD_SIZE') parser.destroy(error);
      else if (error !== undefined) skip(error);
      return undefined;
    },
  });
  const source = Readable.from(chunks, { objectMode: false });
  source.on('error', (error) => parser.destroy(error));
  try {
    let [number, next, empty] = [1, 1, 0];
    for await (const { record, info } of source.pipe(parser)) {
      const [row, { empty_lines: emptyLines }]: [readonly string[], Info] = [record, info];
      const line = next + emptyLines - empty;
      yield { row, number, line };
      // The parser's own count takes a line end of two characters within quotation marks for two.
      [number, next, empty] = [number + 1, line + 1 + row.reduce((sum, cell) => sum + breaksIn(cell), 0), emptyLines];
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ReadFault('broken-csv', `${name} breaks off: ${error.message}. What came before is used; mend the quotation marks there, or give the rows as JSONL.`);
  }
}

function breaksIn(cell: string): number {
  let count = 0;
  for (const _ of cell.matchAll(/\r\n|\r|\n/g)) count += 1;
  return count;
}

/** A row by the names of its columns, those of a head as they are and as the usual names are written, and by their numbers. */
function recordOf(row: readonly string[], names: readonly string[]): Readonly<Record<string, string>> {
  const cells = row.map((cell, at) => [String(at + 1), cell] as const);
  const named = row.flatMap((cell, at) => {
    const column = names[at];
    return column === undefined ? [] : [[plainName(column), cell] as const, [column.trim(), cell] as const];
  });
  return Object.fromEntries([...cells, ...named]);
}

function emptyTable(name: string, path: string): Diagnostic {
  const message = `${name} has no rows below its head. Check how it was made; a table without a head needs the numbers of its columns, as in --fields text=3.`;
  return { code: 'empty-document', severity: 'warning', message, document: path };
}

function badRow(error: CsvError, path: string): ReadEvent {
  const message = `${nameOf(path)}: a row is left out: ${error.message}. Mend its quotation marks, or give it as JSONL.`;
  return notice({ code: 'broken-csv', severity: 'error', message, document: path });
}
