import { isUtf8 } from 'node:buffer';
import type { Diagnostic } from '../types.ts';
import { peek } from './packed/bytes.ts';
import { ReadFault } from './fault.ts';
import { declaredEncoding } from './text/declared-encoding.ts';
import { detectEncoding, isUtf8Head } from './text/detect-encoding.ts';
import { byteOrder, fromUtf16 } from './text/utf16.ts';
import { wrongEncoding } from './wrong-encoding.ts';

/**
 * The text of UTF-8 bytes, a byte order mark included. Throws `ReadFault` rather than guess; `name` is what the message
 * calls the bytes, `start` their own offset in the file.
 */
export function decodeUtf8(bytes: Buffer, name: string, start = 0): string {
  if (!isUtf8(bytes)) throw wrongEncoding('UTF-8', name, start + firstWrongByte(bytes));
  return bytes.toString('utf8');
}

/** Drops U+FEFF at the very start, where it is a mark of encoding and no text. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith(MARK) ? text.slice(1) : text;
}

/** Whether the beginning of a file is text that can be read: no NUL bytes, and UTF-8 or an encoding that is plain to see. */
export function isTextHead(head: Buffer): boolean {
  if (head.includes(0)) return false;
  return isUtf8Head(head) || declaredEncoding(head) !== undefined || detectEncoding(head) !== undefined;
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

/** What of the beginning tells the encoding. */
const HEAD_BYTES = 2 ** 16;

/**
 * Any stream of text as UTF-8: UTF-16 by its byte order mark or its zeros, else what is declared in the text or by
 * `declared` (a server's header), else what the bytes tell. UTF-8 passes as it is, wrong or not: who reads it knows which
 * line to blame. What was told by the bytes alone is said to `say`. `name` is for messages.
 */
export async function* asUtf8(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  say: (diagnostic: Diagnostic) => void = () => undefined,
  declared?: string,
): AsyncGenerator<Uint8Array> {
  const peeked = await peek(chunks, HEAD_BYTES);
  try {
    const order = byteOrder(peeked.head);
    const encoding = order === undefined ? legacyEncoding(peeked.head, name, say, declared) : undefined;
    if (order !== undefined) yield* fromUtf16(peeked.chunks, order, name);
    else if (encoding !== undefined) yield* fromLegacy(peeked.chunks, encoding, name);
    else yield* peeked.chunks;
  } finally {
    await peeked.close();
  }
}

function legacyEncoding(head: Buffer, name: string, say: (diagnostic: Diagnostic) => void, declared: string | undefined): string | undefined {
  // Pages that say another encoding and are UTF-8 are common; the reverse would not be valid.
  if (isUtf8Head(head)) return undefined;
  const told = declaredEncoding(head) ?? declared;
  if (told !== undefined && !told.startsWith('utf-')) return told;
  const detected = detectEncoding(head);
  if (detected !== undefined) say(encodingDetected(name, detected));
  return detected;
}

function encodingDetected(name: string, encoding: string): Diagnostic {
  const message = `${name} is no UTF-8 and declares no encoding; its letters look like ${encoding}, and it is read as that. Look at its title in the result; convert it to UTF-8 if that is wrong.`;
  return { code: 'encoding-detected', severity: 'warning', message, document: name === 'Standard input' ? '-' : name };
}

async function* fromLegacy(chunks: AsyncIterable<Uint8Array>, encoding: string, name: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let offset = 0;
  try {
    for await (const chunk of chunks) {
      yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
      offset += chunk.length;
    }
    yield Buffer.from(decoder.decode(), 'utf8');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ReadFault('wrong-encoding', `${name} is not valid ${encoding} after byte ${offset}, though it declares it or begins so. It is left out; convert it to UTF-8, for instance with iconv.`);
  }
}

const MARK = '\uFEFF';
const REPLACEMENT = '\uFFFD';
const REPLACEMENT_BYTES = Buffer.from(REPLACEMENT);
