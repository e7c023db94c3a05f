import { createReadStream } from 'node:fs';
import { unpacked, wholeBytes } from '../bytes.ts';
import { asUtf8 } from '../encoding.ts';

/** About the longest string of the engine, as files held whole are read. */
const MOST_BYTES = 512 * 2 ** 20;

/** The content of a file as its reader had it: unpacked, and UTF-16 as UTF-8. Throws where it can't be read. */
export async function contentOf(file: string | AsyncIterable<Uint8Array>, name: string): Promise<Buffer> {
  const chunks = typeof file === 'string' ? createReadStream(file) : file;
  return wholeBytes(asUtf8(unpacked(chunks), name), MOST_BYTES, name);
}
