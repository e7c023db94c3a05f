import { wrongEncoding } from '../wrong-encoding.ts';

/** The byte order of UTF-16: by its mark, or where a good part of the bytes at even places only, or odd ones only, is zero. */
export function byteOrder(head: Buffer): 'little' | 'big' | undefined {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'little';
  if (first === 0xfe && second === 0xff) return 'big';
  if (!head.includes(0) || head.length < LEAST_UTF16) return undefined;
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at += 1) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Blanks, line ends and figures have a zero in all scripts; some 4 % of the characters in Chinese text.
  const enough = Math.max(LEAST_ZEROS, head.length / 2 / 50);
  if (even === 0 && odd > enough) return 'little';
  return odd === 0 && even > enough ? 'big' : undefined;
}

/** Fewer zeros at even places, or odd ones, may be chance too. */
const LEAST_ZEROS = 3;
/** Under 20 characters, zeros may be chance. */
const LEAST_UTF16 = 40;

/** UTF-16 as UTF-8. Throws `ReadFault` at half a pair, and at half a unit; `name` is for messages. */
export async function* fromUtf16(
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
