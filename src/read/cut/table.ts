import { linesOf, type Stretch } from './lines.ts';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const DELIMITERS = [0x09, 0x2c, 0x3b, 0x7c] as const;

/**
 * The rows of a table, its head among them, each with its line end (RFC 4180: a quoted cell may hold line ends). Where
 * cells are parted by tabs nothing is quoted.
 */
export function rowsOf(bytes: Buffer): readonly Stretch[] {
  const lines = linesOf(bytes);
  const delimiter = delimiterOf(bytes.subarray(0, lines[0]?.end ?? 0));
  if (delimiter === 0x09) return lines;
  const rows: Stretch[] = [];
  let [line, next] = [1, 1];
  for (let start = 0; start < bytes.length; line = next) {
    const { end, breaks } = endOfRow(bytes, start, delimiter);
    rows.push({ line, start, end });
    next = line + breaks;
    start = end;
  }
  return rows;
}

/** The character of the head that parts most cells. */
function delimiterOf(head: Buffer): number {
  const countOf = (delimiter: number): number => head.filter((byte) => byte === delimiter).length;
  return DELIMITERS.reduce((best, each) => (countOf(each) > countOf(best) ? each : best), 0x2c);
}

function endOfRow(bytes: Buffer, start: number, delimiter: number): { readonly end: number; readonly breaks: number } {
  let breaks = 0;
  let [isQuoted, isCellStart] = [false, true];
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === LINE_FEED) breaks++;
    if (isQuoted) {
      // Two quotation marks are one of the text: the second opens the cell again.
      if (byte === QUOTE) isQuoted = false;
      isCellStart = byte === QUOTE;
      continue;
    }
    if (byte === LINE_FEED) return { end: at + 1, breaks };
    isQuoted = byte === QUOTE && isCellStart;
    isCellStart = byte === delimiter || (isCellStart && isMark(bytes, at));
  }
  return { end: bytes.length, breaks };
}

/** A byte order mark stands before the first cell, and is none of it. */
function isMark(bytes: Buffer, at: number): boolean {
  return at < 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
