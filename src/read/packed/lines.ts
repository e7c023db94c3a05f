/** A line of a byte stream, without its line feed. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Of its first byte in the stream, from 0. */
  readonly offset: number;
  /** Empty where the line is longer than the limit. */
  readonly bytes: Buffer;
  /** In bytes. */
  readonly length: number;
}

/**
 * The lines of a byte stream, only one of which is held at a time, and of one longer than `limit` bytes nothing. They are
 * bytes so that one line in a wrong encoding spoils no other.
 */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let number = 1;
  let offset = 0;
  let pieces: Uint8Array[] = [];
  let length = 0;
  const add = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > limit) pieces = [];
    else pieces.push(piece);
  };
  const taken = (): Line => ({ number, offset, bytes: Buffer.concat(pieces), length });
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end));
      yield taken();
      number += 1;
      offset += length + 1;
      start = end + 1;
      pieces = [];
      length = 0;
    }
    add(chunk.subarray(start));
  }
  if (length > 0) yield taken();
}

const LINE_FEED = 0x0a;
