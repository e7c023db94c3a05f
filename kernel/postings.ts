import { stepsIn, timesIn } from './print';
import { mix } from './shingles';

/** Shares are whole parts of this: their sums are exact, so it makes no difference from which of two documents one looks. */
const WHOLE: f64 = 65_535;

const STEPS_PER_NAT: f64 = 8;

/** Bits of a post that are its share, and so many documents are in a range. */
export const SHARE_BITS: u32 = 16;
export const SHARE_MASK: u32 = (1 << SHARE_BITS) - 1;

/**
 * Takes from the keys of a document those that it is looked for by, of `least` steps and more, as far as a table has them, and their shares of it, two bytes each: the cosine
 * of two documents is about the sum of the products. How many they are. Of the details only theirs are left.
 */
export function postKeys(keys: usize, details: usize, count: u32, least: u32, norm: f64, table: u32, tables: u32, posted: usize, shares: usize): u32 {
  let entered: usize = 0;
  for (let at: usize = 0; at < count; at++) {
    const detail = load<u32>(details + (at << 2));
    const key = load<u32>(keys + (at << 2));
    // Without a branch: which table has a key a core cannot foretell.
    store<u32>(posted + (entered << 2), key);
    store<u32>(details + (entered << 2), detail);
    entered += usize(stepsIn(detail) >= least) & usize(tableOf(key, tables) == table);
  }
  for (let at: usize = 0; at < entered; at++) {
    const detail = load<u32>(details + (at << 2));
    const weight = (<f64>stepsIn(detail) / STEPS_PER_NAT) * sqrt(<f64>timesIn(detail));
    store<u16>(shares + (at << 1), <u32>max(1, floor((WHOLE * weight) / norm + 0.5)));
  }
  return <u32>entered;
}

/** Takes some word sequences in the form in which those of one language meet, which has the `salt`, as far as a table has them; how many they are. */
export function postSequences(sequences: usize, count: u32, salt: u32, table: u32, tables: u32, posted: usize): u32 {
  let entered: usize = 0;
  for (let at: usize = 0; at < count; at++) {
    const key = mix(load<u32>(sequences + (at << 2)) ^ salt);
    if (tableOf(key, tables) == table) store<u32>(posted + (entered++ << 2), key);
  }
  return <u32>entered;
}

/** Which of some tables has a key: 256 at most. */
export function tableOf(key: u32, tables: u32): u32 {
  return (((key * 0x9e3779b1) >>> 24) * tables) >>> 8;
}

/** The slot of a key, or the free one where it would go: `counts` is 0 there. */
export function slotIn(keys: usize, counts: usize, mask: u32, key: u32): usize {
  // The low bits of a key are its family.
  let slot = ((key ^ (key >>> 15)) * 0x85ebca6b) & mask;
  while (load<u32>(counts + (<usize>slot << 2)) != 0 && load<u32>(keys + (<usize>slot << 2)) != key) slot = (slot + 1) & mask;
  return slot;
}

function cellOf(key: u32, bits: u32): usize {
  return ((key ^ (key >>> 16)) * 0x9e3779b1) >>> (32 - bits);
}

/** A cell that two keys have fallen into, or one twice. */
const REPEATED: u8 = 2;

/** Enters keys in a filter of 2 ** `bits` cells; how many cells have become repeated. */
export function sift(keys: usize, count: u32, cells: usize, bits: u32): u32 {
  let repeated: u32 = 0;
  for (let at: usize = 0; at < count; at++) {
    const cell = cells + cellOf(load<u32>(keys + (at << 2)), bits);
    const times = load<u8>(cell);
    if (times == REPEATED) continue;
    store<u8>(cell, times + 1);
    if (times + 1 == REPEATED) repeated++;
  }
  return repeated;
}

/** Counts the keys whose cells are repeated once more; how many are new in the table. */
export function countKeys(keys: usize, count: u32, cells: usize, bits: u32, tableKeys: usize, counts: usize, mask: u32): u32 {
  let fresh: u32 = 0;
  for (let at: usize = 0; at < count; at++) {
    const key = load<u32>(keys + (at << 2));
    if (load<u8>(cells + cellOf(key, bits)) != REPEATED) continue;
    const slot = slotIn(tableKeys, counts, mask, key) << 2;
    const times = load<u32>(counts + slot);
    if (times == 0) {
      store<u32>(tableKeys + slot, key);
      fresh++;
    }
    store<u32>(counts + slot, times + 1);
  }
  return fresh;
}

/** Makes a table's entries those of another, which is larger and empty. */
export function moveKeys(fromKeys: usize, fromCounts: usize, fromMask: u32, keys: usize, counts: usize, mask: u32): void {
  for (let at: usize = 0; at <= fromMask; at++) {
    const times = load<u32>(fromCounts + (at << 2));
    if (times == 0) continue;
    const key = load<u32>(fromKeys + (at << 2));
    const slot = slotIn(keys, counts, mask, key) << 2;
    store<u32>(keys + slot, key);
    store<u32>(counts + slot, times);
  }
}

/**
 * Posts the keys of a document that are in the table. By slot: where the next post goes (`next`), of how many documents there is room (`left`), and the range of the
 * last of them (`ranges`, two bytes).
 */
export function postDocument(keys: usize, shares: usize, count: u32, cells: usize, bits: u32, tableKeys: usize, counts: usize, mask: u32, document: u32, posts: usize, next: usize, left: usize, ranges: usize): void {
  const range = document >>> SHARE_BITS;
  const place = document & SHARE_MASK;
  for (let at: usize = 0; at < count; at++) {
    const key = load<u32>(keys + (at << 2));
    if (load<u8>(cells + cellOf(key, bits)) != REPEATED) continue;
    const slot = slotIn(tableKeys, counts, mask, key);
    const room = load<u32>(left + (slot << 2));
    if (room == 0) continue;
    store<u32>(left + (slot << 2), room - 1);
    let post = load<u32>(next + (slot << 2));
    if (load<u16>(ranges + (slot << 1)) != range) {
      store<u32>(posts + (<usize>post << 2), range << SHARE_BITS);
      store<u16>(ranges + (slot << 1), range);
      post++;
    }
    store<u32>(posts + (<usize>post << 2), (place << SHARE_BITS) | load<u16>(shares + (at << 1)));
    store<u32>(next + (slot << 2), post + 1);
  }
}
