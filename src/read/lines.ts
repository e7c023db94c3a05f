import { longestPiece, tooLarge } from './bytes.ts';

/** A line of a byte stream, without its line feed. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Of its first byte in the stream, from 0. */
  readonly offset: number;
  readonly bytes: Buffer;
}

/**
 * The lines of a byte stream, only one of which is held at a time. They are bytes so that one line in a wrong encoding
 * spoils no other. Throws `ReadFault` at a line longer than `limit` bytes.
 */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
  name: string,
): AsyncGenerator<Line> {
  let number = 1;
  let offset = 0;
  let pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      const bytes = Buffer.concat([...pieces, chunk.subarray(start, end)]);
      yield { number, offset, bytes };
      number += 1;
      offset += bytes.length + 1;
      start = end + 1;
      pieces = [];
      length = 0;
    }
    pieces.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > longestPiece(limit)) throw tooLarge(`Line ${number} of ${name}`, longestPiece(limit));
  }
  if (length > 0) yield { number, offset, bytes: Buffer.concat(pieces) };
}

const LINE_FEED = 0x0a;
