import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ByteReader, ByteWriter } from './varint.ts';

/**
 * Documents of one block: 16 are some 25 KB, of which the pages of the store waste a twelfth. A whole block is copied and its checksum reckoned for
 * one of them: of 32, that was half of an incoming article's time against a million.
 */
export const BLOCK_BITS = 4;
export const BLOCK_SIZE: number = 1 << BLOCK_BITS;

/** A document as bytes: what is said of it, and its fingerprint. */
export interface StoredParts {
  readonly head: Uint8Array;
  readonly print: Uint8Array;
}

/**
 * Puts records together by their place; undefined for one that is not there. The lengths of heads and fingerprints, the
 * fingerprints as they are (they can't be made smaller), the heads deflated: addresses and ids are alike.
 */
export function packBlock(records: readonly (StoredParts | undefined)[]): Uint8Array {
  const writer = new ByteWriter();
  for (const record of records) {
    writer.varint(record?.print.length ?? 0);
    writer.varint(record?.head.length ?? 0);
  }
  for (const record of records) if (record !== undefined) writer.all(record.print);
  writer.all(deflateRawSync(Buffer.concat(records.flatMap((record) => (record === undefined ? [] : [record.head]))), { level: 9 }));
  return writer.take();
}

/** The fingerprint at a place of a block, without a look at the heads. */
export function printIn(block: Uint8Array, place: number): Uint8Array {
  const reader = new ByteReader(block);
  let [start, length] = [0, 0];
  for (let at = 0; at < BLOCK_SIZE; at++) {
    const own = reader.varint();
    reader.varint();
    if (at < place) start += own;
    if (at === place) length = own;
  }
  return block.subarray(reader.at + start, reader.at + start + length);
}

/** The records of a block by their place. */
export function unpackBlock(block: Uint8Array): (StoredParts | undefined)[] {
  const reader = new ByteReader(block);
  const lengths = Array.from({ length: BLOCK_SIZE }, () => ({ print: reader.varint(), head: reader.varint() }));
  const prints = lengths.map(({ print, head }) => ({ print: reader.take(print), headLength: head }));
  const heads = new ByteReader(inflateRawSync(block.subarray(reader.at)));
  return prints.map(({ print, headLength }) => (headLength === 0 ? undefined : { head: heads.take(headLength), print }));
}
