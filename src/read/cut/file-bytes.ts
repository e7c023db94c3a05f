import { createReadStream } from 'node:fs';
import { asUtf8 } from '../encoding.ts';
import { wholeBytes } from '../packed/bytes.ts';
import { unpacked } from '../packed/unpack.ts';

/** About the longest string of the engine, as files held whole are read. */
const MOST_BYTES = 512 * 2 ** 20;

/** The content of a file as its reader had it, which has let it pass: unpacked, and in UTF-8. Throws where it can't be read. */
export async function contentOf(file: string | AsyncIterable<Uint8Array>, name: string): Promise<Buffer> {
  const chunks = typeof file === 'string' ? createReadStream(file) : file;
  return wholeBytes(asUtf8(unpacked(chunks, Infinity, name), name), MOST_BYTES, name);
}
