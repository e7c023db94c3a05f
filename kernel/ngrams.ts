/** The bits of a kind of n-gram (`NgramKind` in `src/language/byte-ngrams.ts`), and what may stand among them. */
const KIND_BITS: u32 = 5;
const KIND: u32 = (1 << KIND_BITS) - 1;
const BEGINNING: u32 = 8;
const END: u32 = 16;

const SCORE_BITS: u32 = 9;
const LANGUAGE_BITS: u32 = 6;
const SCORE: u32 = (1 << SCORE_BITS) - 1;
const LANGUAGE: u32 = (1 << LANGUAGE_BITS) - 1;
const GOES_ON: u32 = 1 << (SCORE_BITS + LANGUAGE_BITS);

/** Bytes after which a text is left at the end of a word, and after which at once. */
const ENOUGH_BYTES: u32 = 350;
const MOST_BYTES: u32 = 380;

/** The most bytes of an n-gram; the beginning of each of a word stands so many bytes after that of the one before; beyond so many no further one begins. */
const NGRAM_BYTES: u32 = 4;
const STRIDE: u32 = 3;
const LONGEST_WORD: u32 = 70;

/** Bytes of a letter in one number, the first highest, with their count above; 0 for what is no letter. */
const COUNT_SHIFT: u32 = 24;
const NO_LETTER: u32 = 0;
const UNSEEN: u32 = 0xffffffff;
const CURLY: u32 = 0x2019;
const CURLY_BYTES: u32 = (3 << COUNT_SHIFT) | 0xe28099;

/**
 * The slot that holds an n-gram, or the free one where it would go. A slot is two numbers of four bytes, the bytes and, lowest in the other, the kind, which is 0
 * where it is free.
 */
export function ngramSlot(slots: usize, mask: u32, bytes: u32, kind: u32): u32 {
  const hash: u32 = (bytes ^ (kind * 0x85ebca6b)) * 0x9e3779b1;
  let slot = (hash ^ (hash >>> 15)) & mask;
  while (!isSlotOf(slots + (<usize>slot << 3), bytes, kind)) slot = (slot + 1) & mask;
  return slot;
}

function isSlotOf(slot: usize, bytes: u32, kind: u32): bool {
  const own = load<u32>(slot, 4) & KIND;
  return own == 0 || (own == kind && load<u32>(slot) == bytes);
}

/** Room for one text: the n-grams that were met, in slots as above, and in their order with where the scores of each begin; the bytes of a word. */
const MET_SLOTS: u32 = 1024;
const MET: usize = 0;
const LIST: usize = MET + (MET_SLOTS << 3);
const WORD: usize = LIST + (MET_SLOTS << 2);

/**
 * Adds up what the n-grams of a text's words, each once, tell of every language (`sums`, four bytes each). `lower` has the bytes of each code unit that is a letter, in
 * lower case, `slots` and `scores` are those of `ByteNgrams`. How many n-grams there are; less than 0 where `lower` does not know a unit: one less than its
 * place, negative.
 */
export function addNgrams(text: usize, length: u32, lower: usize, slots: usize, mask: u32, scores: usize, sums: usize, room: usize): i32 {
  memory.fill(room + MET, 0, MET_SLOTS << 3);
  let count: u32 = 0;
  let word: u32 = 0;
  let read: u32 = 0;
  let at: u32 = 0;
  while (at < length && read <= MOST_BYTES) {
    const bytes = lowerOf(text, at, lower);
    if (bytes == UNSEEN) return -1 - at;
    if (bytes != NO_LETTER) {
      word = put(bytes, room + WORD, word);
      read += bytes >>> COUNT_SHIFT;
      at++;
      continue;
    }
    let end = at + 1;
    for (; end < length; end++) {
      const next = lowerOf(text, end, lower);
      if (next == UNSEEN) return -1 - end;
      if (next != NO_LETTER) break;
    }
    // Apostrophes right before a word belong to it; where a text begins with other signs they are all that is read of these.
    let start = end;
    while (start > at && isApostrophe(load<u16>(text + (<usize>(start - 1) << 1)))) start--;
    if (start > at && read > 0) {
      count = addWord(word, slots, mask, room, count);
      word = 0;
      if (read > ENOUGH_BYTES) break;
      read++;
    }
    for (at = start; at < end && read <= MOST_BYTES; at++) {
      const unit: u32 = load<u16>(text + (<usize>at << 1));
      const apostrophe = unit == CURLY ? CURLY_BYTES : (1 << COUNT_SHIFT) | unit;
      word = put(apostrophe, room + WORD, word);
      read += apostrophe >>> COUNT_SHIFT;
    }
  }
  count = addWord(word, slots, mask, room, count);
  addScores(room + LIST, count, scores, sums);
  return count;
}

function lowerOf(text: usize, at: u32, lower: usize): u32 {
  return load<u32>(lower + (<usize>load<u16>(text + (<usize>at << 1)) << 2));
}

function isApostrophe(unit: u32): bool {
  return unit == 0x27 || unit == 0x60 || unit == CURLY;
}

function put(bytes: u32, word: usize, length: u32): u32 {
  let end = length;
  for (let shift = <i32>(8 * ((bytes >>> COUNT_SHIFT) - 1)); shift >= 0; shift -= 8) store<u8>(word + end++, bytes >>> shift);
  return end;
}

/** Adds the n-grams of a word: four bytes from every third one on, and the last four. */
function addWord(length: u32, slots: usize, mask: u32, room: usize, before: u32): u32 {
  if (length == 0) return before;
  let count = before;
  const short = min(length, LONGEST_WORD);
  let at: u32 = 0;
  for (; at + NGRAM_BYTES < short; at += STRIDE) count = addNgram(at, NGRAM_BYTES, at == 0 ? BEGINNING : 0, slots, mask, room, count);
  const last = short > NGRAM_BYTES ? short - NGRAM_BYTES : 0;
  // Of a longer word all that is left is taken for one, which no language has.
  return addNgram(last, min(NGRAM_BYTES + 1, length - last), END | (at == 0 ? BEGINNING : 0), slots, mask, room, count);
}

/** Adds one where it was not met yet, with where its scores begin. */
function addNgram(from: u32, length: u32, ends: u32, slots: usize, mask: u32, room: usize, count: u32): u32 {
  let bytes: u32 = 0;
  for (let at = from; at < from + length; at++) bytes = (bytes << 8) | load<u8>(room + WORD + at);
  const kind = length | ends;
  const own = room + MET + (<usize>ngramSlot(room + MET, MET_SLOTS - 1, bytes, kind) << 3);
  if (load<u32>(own, 4) != 0) return count;
  store<u32>(own, bytes);
  store<u32>(own, kind, 4);
  store<u32>(room + LIST + (<usize>count << 2), load<u32>(slots + (<usize>ngramSlot(slots, mask, bytes, kind) << 3), 4) >>> KIND_BITS);
  return count + 1;
}

function addScores(firsts: usize, count: u32, scores: usize, sums: usize): void {
  for (let ngram: u32 = 0; ngram < count; ngram++) {
    let at = load<u32>(firsts + (<usize>ngram << 2));
    for (let goesOn = at > 0; goesOn; at++) {
      const score: u32 = load<u16>(scores + (<usize>at << 1));
      const sum = sums + (<usize>((score >>> SCORE_BITS) & LANGUAGE) << 2);
      store<u32>(sum, load<u32>(sum) + (score & SCORE));
      goesOn = (score & GOES_ON) != 0;
    }
  }
}
