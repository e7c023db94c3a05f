import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { peek } from './bytes.ts';
import { expansionGuard, type ExpansionGuard } from './expansion.ts';

/**
 * Unpacks gzip (RFC 1952, several members too) and zstd (RFC 8878), told by their first bytes; other streams pass as they
 * are. Throws `ReadFault` where more comes out than `maxExpansion` times what went in.
 */
export async function* unpacked(chunks: AsyncIterable<Uint8Array>, maxExpansion: number, name: string): AsyncGenerator<Uint8Array> {
  const peeked = await peek(chunks, 4);
  const { head } = peeked;
  try {
    if (head[0] === 0x1f && head[1] === 0x8b) yield* guarded(peeked.chunks, expansionGuard(maxExpansion, name), gunzip);
    else if (isZstd(head)) yield* guarded(peeked.chunks, expansionGuard(maxExpansion, name), await unzstd(name));
    else yield* peeked.chunks;
  } finally {
    await peeked.close();
  }
}

/** A frame, or one of the skippable ones that may come before it. */
function isZstd(head: Buffer): boolean {
  if (head.length < 4) return false;
  const magic = head.readUInt32LE(0);
  return magic === 0xfd2fb528 || (magic >= 0x184d2a50 && magic <= 0x184d2a5f);
}

type Unpack = (chunks: AsyncIterable<Uint8Array>, guard: ExpansionGuard) => AsyncIterable<Uint8Array>;

async function* guarded(chunks: AsyncIterable<Uint8Array>, guard: ExpansionGuard, unpack: Unpack): AsyncGenerator<Uint8Array> {
  yield* unpack(counted(chunks, guard), guard);
}

async function* counted(chunks: AsyncIterable<Uint8Array>, guard: ExpansionGuard): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    guard.took(chunk.length);
    yield chunk;
  }
}

async function* gunzip(chunks: AsyncIterable<Uint8Array>, guard: ExpansionGuard): AsyncGenerator<Uint8Array> {
  // Whoever reads the result meets the error there; the callback only keeps it from being thrown a second time.
  for await (const chunk of pipeline(Readable.from(chunks, { objectMode: false }), createGunzip(), () => undefined)) {
    const bytes: Uint8Array = chunk;
    guard.gave(bytes.length);
    yield bytes;
  }
}

async function unzstd(name: string): Promise<Unpack> {
  const { zstdChunks } = await import('./zstd.ts');
  return (chunks, guard) => zstdChunks(chunks, guard, name);
}
