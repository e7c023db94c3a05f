import { constants } from 'node:buffer';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ReadFault } from './fault.ts';

/** A byte stream whose beginning is known. */
export interface Peeked {
  /** The first bytes: as many as asked for or more, fewer only if the stream has no more. */
  readonly head: Buffer;
  /** The whole stream, head included. To be read once. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Lets go of what the stream holds open, read to its end or not. */
  readonly close: () => Promise<void>;
}

/** Reads `size` bytes ahead. */
export async function peek(chunks: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done === true) break;
    first.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(first, length);
  const rest = { [Symbol.asyncIterator]: () => iterator };
  const close = async (): Promise<void> => void (await iterator.return?.());
  return { head, chunks: joined(head, rest), close };
}

async function* joined(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  yield* rest;
}

/** Unpacks gzip (RFC 1952, several members too), told by its first two bytes; other streams pass as they are. */
export async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const peeked = await peek(chunks, 2);
  const isGzip = peeked.head[0] === 0x1f && peeked.head[1] === 0x8b;
  try {
    yield* isGzip ? gunzip(peeked.chunks) : peeked.chunks;
  } finally {
    await peeked.close();
  }
}

function gunzip(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  // Whoever reads the result meets the error there; the callback only keeps it from being thrown a second time.
  return pipeline(Readable.from(chunks, { objectMode: false }), createGunzip(), () => undefined);
}

/** The whole stream in one piece. Throws `ReadFault` as soon as it is longer than `limit` bytes. */
export async function wholeBytes(chunks: AsyncIterable<Uint8Array>, limit: number, name: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    pieces.push(chunk);
    length += chunk.length;
    if (length > longestPiece(limit)) throw tooLarge(name, longestPiece(limit));
  }
  return Buffer.concat(pieces, length);
}

/** `limit`, or the longest string the engine can hold where that is less: more bytes may not fit one string. */
export function longestPiece(limit: number): number {
  return Math.min(limit, constants.MAX_STRING_LENGTH);
}

/** The fault of a file, or a line, over the limit; `what` names it. */
export function tooLarge(what: string, limit: number): ReadFault {
  const size = limit >= MEBIBYTE ? `${Math.floor(limit / MEBIBYTE)} MiB` : `${limit} bytes`;
  const advice = 'Split it, or write its articles as JSONL, one a line: that is read line by line.';
  return new ReadFault('file-too-large', `${what} is larger than the ${size} that are read in one piece. ${advice}`);
}

const MEBIBYTE = 2 ** 20;
