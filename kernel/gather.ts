import { sort } from './sort';

/** Bits of a detail, as `detailOf` in `src/fingerprint/print.ts` has them. */
const STEP_BITS: u32 = 6;
const FIRST_SHIFT: u32 = STEP_BITS + 11;

/**
 * Puts the keys of a document in order. Of each entry there are its key, its steps (one byte), its first sentence (two) and in how many it stands; of each further
 * sentence (two) its entry. Written are the keys, their details, and the further sentences key after key. `order` is room for eight bytes an entry, and what `sort` needs.
 */
export function sortKeys(entries: u32, keys: usize, steps: usize, firsts: usize, times: usize, placed: u32, further: usize, furtherEntries: usize, order: usize, sortedKeys: usize, details: usize, sortedFurther: usize): void {
  for (let entry: usize = 0; entry < entries; entry++) store<u64>(order + (entry << 3), (<u64>load<u32>(keys + (entry << 2)) << 32) | entry);
  sort<u64>(order, entries, order + (<usize>entries << 3));
  let next: u32 = 0;
  for (let at: usize = 0; at < entries; at++) {
    const each = load<u64>(order + (at << 3));
    const entry: usize = <u32>each;
    const own = load<u32>(times + (entry << 2));
    store<u32>(sortedKeys + (at << 2), <u32>(each >> 32));
    store<u32>(details + (at << 2), <u32>load<u8>(steps + entry) | (own << STEP_BITS) | (<u32>load<u16>(firsts + (entry << 1)) << FIRST_SHIFT));
    // From here on where the further sentences of the entry go.
    store<u32>(times + (entry << 2), next);
    next += own - 1;
  }
  for (let at: usize = 0; at < placed; at++) {
    const own = times + (<usize>load<u32>(furtherEntries + (at << 2)) << 2);
    const place = load<u32>(own);
    store<u16>(sortedFurther + (<usize>place << 1), load<u16>(further + (at << 1)));
    store<u32>(own, place + 1);
  }
}
