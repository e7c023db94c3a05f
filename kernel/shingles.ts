import { sort } from './sort';

/** The finaliser of MurmurHash3 (Appleby, public domain), as `mix` in `src/extract/shingles.ts`. */
export function mix(value: u32): u32 {
  let hash = value;
  hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
  hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
  return hash ^ (hash >>> 16);
}

/** Writes the hashes of every `size` words in a row, of which `words` has the hashes. */
export function hashShingles(words: usize, count: u32, size: u32, hashes: usize): void {
  for (let at: u32 = 0; at < count; at++) {
    let hash: u32 = 0;
    for (let offset: u32 = 0; offset < size; offset++) hash = mix(hash ^ load<u32>(words + (<usize>(at + offset) << 2)));
    store<u32>(hashes + (<usize>at << 2), hash);
  }
}

/** Writes the hashes that are at most `last`; how many they are. */
export function hashesUpTo(hashes: usize, count: u32, last: u32, out: usize): u32 {
  let end = out;
  for (let at: u32 = 0; at < count; at++) {
    const hash = load<u32>(hashes + (<usize>at << 2));
    store<u32>(end, hash);
    end += <usize>(hash <= last) << 2;
  }
  return <u32>((end - out) >> 2);
}

/** Makes hashes ascend, each once; how many they are then. `room` is as for `sort`. */
export function distinct(hashes: usize, count: u32, room: usize): u32 {
  sort<u32>(hashes, count, room);
  let left: u32 = 0;
  for (let at: u32 = 0; at < count; at++) {
    const hash = load<u32>(hashes + (<usize>at << 2));
    if (at > 0 && hash == load<u32>(hashes + (<usize>(left - 1) << 2))) continue;
    store<u32>(hashes + (<usize>left << 2), hash);
    left++;
  }
  return left;
}
