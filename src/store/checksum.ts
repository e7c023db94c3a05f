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

/** The value without its checksum. Throws `DamagedRecord` where that is another. */
export function unsealed(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const length = bytes.length - BYTES;
  if (length < 0) throw new DamagedRecord(key);
  const value = bytes.subarray(0, length);
  const kept = new DataView(bytes.buffer, bytes.byteOffset + length, BYTES).getUint32(0, true);
  if (crc32(value, crc32(key)) !== kept) throw new DamagedRecord(key);
  return value;
}
