import { crc32 } from 'node:zlib';
import { DamagedRecord } from './store.ts';

const BYTES = 4;

/** A value with the checksum of its key and itself (CRC-32, as gzip has it) at its end. */
export function sealed(key: Uint8Array, value: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(value.length + BYTES);
  bytes.set(value);
  new DataView(bytes.buffer).setUint32(value.length, crc32(value, crc32(key)), true);
  return bytes;
}

/** The value without its checksum, of the first `end` of some bytes. Throws `DamagedRecord` where that is another. */
export function unsealed(key: Uint8Array, bytes: Uint8Array, end: number = bytes.length): Uint8Array {
  const value = unchecked(key, bytes, end);
  if (crc32(value, crc32(key)) !== checksumAt(bytes, value.length)) throw new DamagedRecord(key);
  return value;
}

/** The same without a look at the checksum. Throws `DamagedRecord` where there is no room for one. */
export function unchecked(key: Uint8Array, bytes: Uint8Array, end: number): Uint8Array {
  if (end < BYTES) throw new DamagedRecord(key);
  return bytes.subarray(0, end - BYTES);
}

/** The checksum that stands at a place. */
export function checksumAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0;
}
