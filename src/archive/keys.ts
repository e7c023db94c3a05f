import { createHash } from 'node:crypto';

/** The kinds of record: the first byte of a key. */
export const KIND = {
  /** One record: `Meta`. */
  meta: 0x01,
  /** `kind, number`: a document not yet in a block. */
  fresh: 0x02,
  /** `kind, number >>> BLOCK_BITS`: the documents of one block. */
  block: 0x03,
  /** `kind, number >>> 10`: language and day of 1,024 documents. */
  directory: 0x04,
  /** `kind, hash, number`: a name of a document, or one that it points to. */
  name: 0x05,
  /** `kind, hash, number`: the id of a document. */
  id: 0x06,
  /** `kind, number`: the pairs of a document. */
  pair: 0x07,
  /** `kind, number`: the cluster of a document. */
  clusterOf: 0x08,
  /** `kind, cluster`: its documents. */
  cluster: 0x09,
  /** `kind, event`: what became of a cluster. */
  event: 0x0a,
  /** `kind, segment, bucket`: posting lists. */
  postings: 0x0b,
} as const;

export type Kind = (typeof KIND)[keyof typeof KIND];

/** A key of a kind and 32-bit numbers, which stand in their order. */
export function keyOf(kind: Kind, ...numbers: readonly number[]): Uint8Array {
  // Hundreds are made for each document that is looked for: a piece of Node's pool costs a tenth of an array of its own.
  const bytes = Buffer.allocUnsafe(1 + 4 * numbers.length);
  bytes[0] = kind;
  for (let at = 0; at < numbers.length; at++) bytes.writeUInt32BE(numbers[at] ?? 0, 1 + 4 * at);
  return bytes;
}

/** The numbers of a key. */
export function numbersIn(key: Uint8Array): number[] {
  const view = new DataView(key.buffer, key.byteOffset, key.byteLength);
  return Array.from({ length: (key.byteLength - 1) >>> 2 }, (_, at) => view.getUint32(1 + 4 * at));
}

/** The first key that begins with none of these numbers nor an earlier one. */
export function keyAfter(kind: Kind, ...numbers: readonly number[]): Uint8Array {
  const bytes = keyOf(kind, ...numbers);
  for (let at = bytes.length - 1; at >= 0; at--) {
    const next = (bytes[at] ?? 0) + 1;
    bytes[at] = next;
    if (next < 256) break;
  }
  return bytes;
}

/** Two numbers that stand for a name: 64 bits, so that a million names don't meet. */
export function hashName(name: string): readonly [number, number] {
  const hash = createHash('sha256').update(name).digest();
  return [hash.readUInt32BE(0), hash.readUInt32BE(4)];
}
