import { isUtf8 } from 'node:buffer';
import { peek } from './bytes.ts';
import { ReadFault } from './fault.ts';

/**
 * The text of UTF-8 bytes, a byte order mark included. Throws `ReadFault` rather than guess; `name` is what the message
 * calls the bytes, `start` their own offset in the file.
 */
export function decodeUtf8(bytes: Buffer, name: string, start = 0): string {
  if (!isUtf8(bytes)) throw wrongEncoding('UTF-8', name, start + firstWrongByte(bytes));
  return bytes.toString('utf8');
}

function wrongEncoding(encoding: 'UTF-8' | 'UTF-16', name: string, offset: number): ReadFault {
  const advice = 'It is left out; convert it to UTF-8, for instance with iconv.';
  return new ReadFault('wrong-encoding', `${name} is not valid ${encoding} at byte ${offset} (counted from 0). ${advice}`);
}

/** Drops U+FEFF at the very start, where it is a mark of encoding and no text. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith(MARK) ? text.slice(1) : text;
}

/** Whether the beginning of a file is UTF-8 without NUL bytes; its last character may be cut. */
export function isTextHead(head: Buffer): boolean {
  if (head.includes(0)) return false;
  // A character has at most 4 bytes, so a cut one leaves at most 3 at the end.
  return isUtf8(head) || firstWrongByte(head) >= head.length - 3;
}

/**
 * The offset of the first byte that is no UTF-8. Decoding leaves U+FFFD there; an U+FFFD that stands in the bytes
 * themselves is told by its own three bytes.
 */
function firstWrongByte(bytes: Buffer): number {
  const text = bytes.toString('utf8');
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (!bytes.subarray(offset, offset + 3).equals(REPLACEMENT_BYTES)) return offset;
    offset += REPLACEMENT_BYTES.length;
    from = at + 1;
  }
  return bytes.length;
}

/** UTF-16 that starts with its byte order mark, as UTF-8; any other stream passes as it is. `name` is for messages. */
export async function* asUtf8(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const peeked = await peek(chunks, 2);
  const [first, second] = peeked.head;
  try {
    if (first === 0xff && second === 0xfe) yield* fromUtf16(peeked.chunks, 'little', name);
    else if (first === 0xfe && second === 0xff) yield* fromUtf16(peeked.chunks, 'big', name);
    else yield* peeked.chunks;
  } finally {
    await peeked.close();
  }
}

async function* fromUtf16(
  chunks: AsyncIterable<Uint8Array>,
  order: 'little' | 'big',
  name: string,
): AsyncGenerator<Uint8Array> {
  let offset = 0;
  let kept: Uint8Array = new Uint8Array();
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([kept, chunk]);
    const text = wholeCharacters(bytes, order);
    const lone = text.search(/\p{Surrogate}/u);
    if (lone !== -1) throw wrongEncoding('UTF-16', name, offset + lone * 2);
    kept = bytes.subarray(text.length * 2);
    offset += text.length * 2;
    yield Buffer.from(text, 'utf8');
  }
  if (kept.length > 0) throw wrongEncoding('UTF-16', name, offset);
}

/** As much as can be decoded now: a last odd byte and a last half of a surrogate pair wait for the next chunk. */
function wholeCharacters(bytes: Buffer, order: 'little' | 'big'): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  const text = (order === 'big' ? even.swap16() : even).toString('utf16le');
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

const MARK = '\uFEFF';
const REPLACEMENT = '\uFFFD';
const REPLACEMENT_BYTES = Buffer.from(REPLACEMENT);
