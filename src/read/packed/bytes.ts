import { constants } from 'node:buffer';
import { ReadFault } from '../fault.ts';

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

/** The first `limit` bytes or a few more, and how many there are in all. */
export async function firstBytes(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<{ readonly first: Buffer; readonly length: number }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    if (length < limit) pieces.push(chunk);
    length += chunk.length;
  }
  return { first: Buffer.concat(pieces), length };
}

/** `limit`, or the longest string the engine can hold where that is less: more bytes may not fit one string. */
function longestPiece(limit: number): number {
  return Math.min(limit, constants.MAX_STRING_LENGTH);
}

/** The fault of a file over the limit; `what` names it. */
export function tooLarge(what: string, limit: number): ReadFault {
  const advice = 'Split it, or write its articles as JSONL, one a line: that is read line by line.';
  return new ReadFault('file-too-large', `${what} is larger than the ${shownSize(limit)} that are read in one piece. ${advice}`);
}

/** The fault of a record over the limit; `what` names it. */
export function tooLong(what: string, length: number, limit: number): ReadFault {
  return new ReadFault('line-too-long', `${what} is left out: it has ${length} bytes, more than the ${shownSize(limit)} of one record. Give an article a record.`);
}

/** A size for people. */
function shownSize(bytes: number): string {
  return bytes >= MEBIBYTE ? `${Math.floor(bytes / MEBIBYTE)} MiB` : `${bytes} bytes`;
}

const MEBIBYTE = 2 ** 20;
