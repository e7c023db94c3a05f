import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { checksumAt } from '../store/checksum.ts';
import { ByteReader, ByteWriter } from './varint.ts';

/** Documents of one block: 32 are some 50 KB, of which the pages of the store waste a twentieth, and a whole block is copied for one of them. */
export const BLOCK_BITS = 5;
export const BLOCK_SIZE: number = 1 << BLOCK_BITS;

/** A document as bytes: what is said of it, and its fingerprint. */
export interface StoredParts {
  readonly head: Uint8Array;
  readonly print: Uint8Array;
}

/** Bytes of a fingerprint's own checksum (CRC-32, begun with its place): that of the whole block would take a fifth of a check against a million. */
const CHECK_BYTES = 4;

/**
 * Puts records together by their place; undefined for one that is not there. The lengths of heads and fingerprints, the
 * fingerprints as they are (they can't be made smaller), each with its checksum, the heads deflated: addresses and ids are alike.
 */
export function packBlock(records: readonly (StoredParts | undefined)[]): Uint8Array {
  const writer = new ByteWriter();
  for (const record of records) {
    writer.varint(record?.print.length ?? 0);
    writer.varint(record?.head.length ?? 0);
  }
  for (const [place, record] of records.entries()) {
    if (record === undefined) continue;
    writer.all(record.print);
    writer.all(bytesOf(crc32(record.print, place)));
  }
  writer.all(deflateRawSync(Buffer.concat(records.flatMap((record) => (record === undefined ? [] : [record.head]))), { level: 9 }));
  return writer.take();
}

/** The fingerprint at a place of a block of which nothing else is looked at; undefined where its checksum is another. */
export function printIn(block: Uint8Array, place: number): Uint8Array | undefined {
  const reader = new ByteReader(block);
  let [before, length] = [0, 0];
  for (let at = 0; at < BLOCK_SIZE; at++) {
    const own = reader.varint();
    reader.varint();
    if (at < place && own > 0) before += own + CHECK_BYTES;
    if (at === place) length = own;
  }
  const start = reader.at + before;
  const print = block.subarray(start, start + length);
  return crc32(print, place) === checksumAt(block, start + length) ? print : undefined;
}

/** The lowest first, on any machine. */
function bytesOf(checksum: number): Uint8Array {
  return Uint8Array.of(checksum, checksum >>> 8, checksum >>> 16, checksum >>> 24);
}

/** The records of a block by their place. */
export function unpackBlock(block: Uint8Array): (StoredParts | undefined)[] {
  const reader = new ByteReader(block);
  const lengths = Array.from({ length: BLOCK_SIZE }, () => ({ print: reader.varint(), head: reader.varint() }));
  const prints = lengths.map(({ print, head }) => {
    const taken = { print: reader.take(print), headLength: head };
    if (print > 0) reader.take(CHECK_BYTES);
    return taken;
  });
  const heads = new ByteReader(inflateRawSync(block.subarray(reader.at)));
  return prints.map(({ print, headLength }) => (headLength === 0 ? undefined : { head: heads.take(headLength), print }));
}
