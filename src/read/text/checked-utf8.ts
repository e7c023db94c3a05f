import { ReadFault } from '../fault.ts';

/**
 * UTF-8 as it is. Throws `ReadFault` where it is none: for formats whose parsers would put U+FFFD in its place and go on.
 */
export async function* checkedUtf8(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let offset = 0;
  for await (const chunk of chunks) {
    check(() => decoder.decode(chunk, { stream: true }), name, offset);
    offset += chunk.length;
    yield chunk;
  }
  check(() => decoder.decode(), name, offset);
}

function check(decode: () => string, name: string, offset: number): void {
  try {
    decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ReadFault('wrong-encoding', `${name} is not valid UTF-8 after byte ${offset} (counted from 0). The rest is left out; convert it to UTF-8, for instance with iconv.`);
  }
}
