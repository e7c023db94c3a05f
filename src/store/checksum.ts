import { crc32 } from 'node:zlib';
import { DamagedRecord } from './store.ts';

const BYTES = 4;

/** CRC-32 of each byte. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let code = byte;
  for (let bit = 0; bit < 8; bit++) code = (code & 1) === 0 ? code >>> 1 : (code >>> 1) ^ 0xedb88320;
  return code;
});

/** `crc32` of a key: of a few bytes a call out of JavaScript takes ten times as long. */
function keySum(key: Uint8Array): number {
  let code = 0xffffffff;
  for (let at = 0; at < key.length; at++) code = (TABLE[(code ^ (key[at] ?? 0)) & 0xff] ?? 0) ^ (code >>> 8);
  return (code ^ 0xffffffff) >>> 0;
}

/** A value with the checksum of its key and itself (CRC-32, as gzip has it) at its end. */
export function sealed(key: Uint8Array, value: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(value.length + BYTES);
  bytes.set(value);
  new DataView(bytes.buffer).setUint32(value.length, crc32(value, keySum(key)), true);
  return bytes;
}

/** The value without its checksum. Throws `DamagedRecord` where that is another. */
export function unsealed(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const length = bytes.length - BYTES;
  if (length < 0) throw new DamagedRecord(key);
  const value = bytes.subarray(0, length);
  const kept = new DataView(bytes.buffer, bytes.byteOffset + length, BYTES).getUint32(0, true);
  if (crc32(value, keySum(key)) !== kept) throw new DamagedRecord(key);
  return value;
}
