import { sort } from './sort';
import { SHARE_BITS, SHARE_MASK, slotIn, tableOf } from './postings';

/** A table of postings, five numbers of four bytes (`src/block/postings.ts`): the addresses of its keys and counts, its slots less one, the addresses of where lists begin and of the posts. */
const TABLE: usize = 20;

/** A list to add up, four numbers of four bytes: the address of the next post, its range, how many documents are left, and the own share of its key. */
const LIST: usize = 16;

/** Enters the lists of a document's keys (four bytes each, their shares two) after those that are entered already; how many there are then. */
export function enterLists(tables: usize, tableCount: u32, keys: usize, shares: usize, count: u32, lists: usize, entered: u32): u32 {
  let list = lists + <usize>entered * LIST;
  for (let at: u32 = 0; at < count; at++) {
    const key = load<u32>(keys + (<usize>at << 2));
    const table = tables + <usize>tableOf(key, tableCount) * TABLE;
    const counts: usize = load<u32>(table, 4);
    const slot = slotIn(load<u32>(table), counts, load<u32>(table, 8), key);
    const length = load<u32>(counts + (slot << 2));
    if (length < 2) continue;
    store<u32>(list, load<u32>(table, 16) + (load<u32>(<usize>load<u32>(table, 12) + (slot << 2)) << 2));
    store<u32>(list, 0, 4);
    // Of a list that is too long for any search the index keeps less than it counts.
    store<u32>(list, length, 8);
    store<u32>(list, load<u16>(shares + (<usize>at << 1)), 12);
    list += LIST;
  }
  return <u32>((list - lists) / LIST);
}

/** The lengths of lists that have as many digits in the binary system are counted together: so many may be. */
const LENGTHS: usize = 33;

/**
 * Where the lists from `from` on have more than `most` posts together, cuts those that no longer fit, the shortest being read first, to `kept` documents. Only
 * lists of nearly the length from which on they are cut have to be sorted. `room` is for `LENGTHS` numbers of eight bytes, two more
 * a list, and what `sort` needs.
 */
export function cutLists(lists: usize, from: u32, to: u32, most: u32, kept: u32, room: usize): void {
  const first = lists + <usize>from * LIST;
  const end = lists + <usize>to * LIST;
  const doubtful = room + (LENGTHS << 3);
  memory.fill(room, 0, LENGTHS << 3);
  for (let list = first; list < end; list += LIST) {
    const length = load<u32>(list, 8);
    const sum = room + (digitsOf(length) << 3);
    store<u64>(sum, load<u64>(sum) + length);
  }
  let left: i64 = most;
  let digits: usize = 0;
  for (; digits < LENGTHS; digits++) {
    const sum: i64 = load<u64>(room + (digits << 3));
    if (sum > left) break;
    left -= sum;
  }
  if (digits == LENGTHS) return;
  let count: u32 = 0;
  for (let list = first; list < end; list += LIST) {
    const length = load<u32>(list, 8);
    const own = digitsOf(length);
    if (own > digits) store<u32>(list, min(length, kept), 8);
    if (own == digits) {
      store<u64>(doubtful + (<usize>count << 3), (<u64>length << 32) | list);
      count++;
    }
  }
  sort<u64>(doubtful, count, doubtful + (<usize>count << 3));
  for (let at: u32 = 0; at < count; at++) {
    const each = load<u64>(doubtful + (<usize>at << 3));
    const length = <u32>(each >> 32);
    if (<i64>length > left) store<u32>(<usize>(<u32>each), min(length, kept), 8);
    left -= length;
  }
}

function digitsOf(length: u32): usize {
  return 32 - clz(length);
}

/** Bytes that a processor fetches at once. */
const LINE: usize = 64;

/**
 * Reads of each list the part that `addRange` is about to read, as much as is expected where `ranges` are left, this one with them. The lists lie all over the memory: so a core
 * waits for many of them at once, and not for one after the other. What it returns means nothing, but that it was read.
 */
export function fetchRange(lists: usize, count: u32, range: u32, ranges: u32): u32 {
  let read: u32 = 0;
  for (let list = lists; list < lists + <usize>count * LIST; list += LIST) {
    if (load<u32>(list, 4) != range) continue;
    const post: usize = load<u32>(list);
    const end = post + (<usize>((load<u32>(list, 8) + ranges - 1) / ranges) << 2);
    for (let line = post; line < end; line += LINE) read ^= load<u32>(line);
  }
  return read;
}

/**
 * Adds up what the lists have of a range of documents: into `sums`, eight bytes a document, 0 where nothing is shared. The places that are then no longer 0 stand
 * in `touched`, with room for one more; how many they are.
 */
export function addRange(lists: usize, count: u32, range: u32, sums: usize, touched: usize): u32 {
  let end = touched;
  for (let list = lists; list < lists + <usize>count * LIST; list += LIST) {
    if (load<u32>(list, 4) == range && load<u32>(list, 8) != 0) end = addList(list, range, sums, end);
  }
  return <u32>((end - touched) >> 2);
}

/** Adds what a list has of a range, which comes next in it; the end of what is touched after that. */
function addList(list: usize, range: u32, sums: usize, touchedBefore: usize): usize {
  const own: u64 = load<u32>(list, 12);
  let post: usize = load<u32>(list);
  let left = load<u32>(list, 8);
  let end = touchedBefore;
  for (; left > 0; post += 4) {
    const value = load<u32>(post);
    const place = value >>> SHARE_BITS;
    const share = value & SHARE_MASK;
    if (share == 0) {
      if (place == range) continue;
      store<u32>(list, place, 4);
      break;
    }
    const at = sums + (<usize>place << 3);
    const sum = load<u64>(at);
    // Without a branch: many are touched the first time, which a core cannot foretell.
    store<u32>(end, place);
    end += <usize>(sum == 0) << 2;
    store<u64>(at, sum + own * share);
    left--;
  }
  store<u32>(list, <u32>post);
  store<u32>(list, left, 8);
  return end;
}

/**
 * Offers what `addRange` has found, all but the document itself and what is further than `reach` from it in time (by `times`, eight bytes a document; 0 where there
 * is no window), and sets its sums to 0 again.
 */
export function offerRange(touched: usize, count: u32, range: u32, sums: usize, document: u32, languages: usize, times: usize, reach: f64, scores: usize, partners: usize, counts: usize, most: u32): void {
  const time = times == 0 ? 0 : load<f64>(times + (<usize>document << 3));
  for (let at: u32 = 0; at < count; at++) {
    const place = load<u32>(touched + (<usize>at << 2));
    const sum = sums + (<usize>place << 3);
    const score = <f64>load<i64>(sum);
    store<u64>(sum, 0);
    const partner = (range << SHARE_BITS) + place;
    if (partner == document) continue;
    // Not a number where a time is not known: what has no date may be of any.
    if (times != 0 && abs(time - load<f64>(times + (<usize>partner << 3))) > reach) continue;
    const language: u32 = load<u16>(languages + (<usize>partner << 1));
    // Most are far from the best: one look at the last of these.
    if (load<u8>(counts + language) == most && score < load<f64>(scores + (<usize>(language * most + most - 1) << 3))) continue;
    offer(partner, language, score, scores, partners, counts, most);
  }
}

/** Whether a score comes before that at a place: of equals the one of the document that is first. */
function isBefore(score: f64, partner: u32, scores: usize, partners: usize, at: u32): bool {
  const other = load<f64>(scores + (<usize>at << 3));
  return score > other || (score == other && partner < load<u32>(partners + (<usize>at << 2)));
}

/** Enters a partner where it is among the best `most` of its language. */
export function offer(partner: u32, language: u32, score: f64, scores: usize, partners: usize, counts: usize, most: u32): void {
  const base = language * most;
  const count: u32 = load<u8>(counts + language);
  let at = base + count;
  if (count == most) {
    at--;
    if (!isBefore(score, partner, scores, partners, at)) return;
  } else {
    store<u8>(counts + language, count + 1);
  }
  for (; at > base && isBefore(score, partner, scores, partners, at - 1); at--) {
    store<f64>(scores + (<usize>at << 3), load<f64>(scores + (<usize>(at - 1) << 3)));
    store<u32>(partners + (<usize>at << 2), load<u32>(partners + (<usize>(at - 1) << 2)));
  }
  store<f64>(scores + (<usize>at << 3), score);
  store<u32>(partners + (<usize>at << 2), partner);
}
