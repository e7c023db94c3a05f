import { KIND } from '../../src/archive/keys.ts';
import type { Store } from '../../src/store/store.ts';

/** Bytes that the store puts beside a record: its checksum, and what LMDB notes of it. */
const CHECKSUM = 4;
const NODE = 10;

/** LMDB's pages. A record of more than some two thousand bytes has pages of its own, the first with a head. */
const PAGE = 4096;
const PAGE_HEAD = 16;
const OWN_PAGES = 2022;

/** Bytes of the records of each kind, with what the store notes of each and, where it has pages of its own, what these leave empty. */
export function bytesByKind(store: Store): ReadonlyMap<string, { readonly records: number; readonly bytes: number }> {
  const names = new Map<number, string>(Object.entries(KIND).map(([name, kind]) => [kind, name]));
  const sizes = new Map<string, { records: number; bytes: number }>();
  for (const { key, value } of store.entries(new Uint8Array([0]), new Uint8Array([255]))) {
    const name = names.get(key[0] ?? 0) ?? 'unknown';
    const size = sizes.get(name) ?? { records: 0, bytes: 0 };
    const length = key.length + value.length + CHECKSUM + NODE;
    const isLarge = length > OWN_PAGES;
    size.bytes += isLarge ? key.length + NODE + PAGE * Math.ceil((value.length + CHECKSUM + PAGE_HEAD) / PAGE) : length;
    size.records++;
    sizes.set(name, size);
  }
  return sizes;
}
