/** A trigram that a model does not know counts as much as if it stood this far from its place there. */
const UNKNOWN: i32 = 300;
const UNRANKED: i32 = -1;

const NOTHING: i32 = -1;
const SPACE: i32 = 0x20;

/** Slots of the table in which the trigrams of a text are counted: over twice what 800 characters hold. */
const SLOTS: u32 = 2048;

/** Room for one text: its trigrams and, in the same slots, how often each is met; the slots that are taken, in order. */
const COUNTED: usize = 0;
const COUNTS: usize = COUNTED + (SLOTS << 3);
const TAKEN: usize = COUNTS + (SLOTS << 2);

/** The slot of a table that holds the trigram of three code units, or the empty one where it would go: eight bytes each, a power of two of them. */
function trigramSlot(table: usize, mask: u32, first: u32, second: u32, third: u32): u32 {
  const trigram = trigramOf(first, second, third);
  let slot = ((((first * 31 + second) * 31 + third) * 0x9e3779b1) >>> 12) & mask;
  for (let own = load<u64>(table + (<usize>slot << 3)); own != 0 && own != trigram; own = load<u64>(table + (<usize>slot << 3))) slot = (slot + 1) & mask;
  return slot;
}

function trigramOf(first: u32, second: u32, third: u32): u64 {
  return (<u64>first << 32) | (<u64>second << 16) | third;
}

/** Enters a trigram in a table; its slot. */
export function enterTrigram(table: usize, mask: u32, first: u32, second: u32, third: u32): u32 {
  const slot = trigramSlot(table, mask, first, second, third);
  store<u64>(table + (<usize>slot << 3), trigramOf(first, second, third));
  return slot;
}

/**
 * Adds up how far a text, in lower case, is from each language of a model: over its trigrams, the difference between how often it stands there and its rank among
 * the language's. `ranks` has two bytes for each language, slot after slot; `distances` four. Trigrams are counted over the words of a text, with one space before, between
 * and after them.
 */
export function addDistances(text: usize, length: u32, table: usize, mask: u32, ranks: usize, languages: u32, distances: usize, room: usize): void {
  memory.fill(room, 0, TAKEN);
  let distinct: u32 = 0;
  let first = NOTHING;
  let second = SPACE;
  for (let at: u32 = 0; at <= length; at++) {
    let unit = SPACE;
    if (at < length) {
      const own: u32 = load<u16>(text + (<usize>at << 1));
      if (!partsWords(own)) unit = own;
    }
    if (unit == SPACE && second == SPACE) continue;
    if (first != NOTHING) distinct = countOne(first, second, unit, room, distinct);
    first = second;
    second = unit;
  }
  for (let at: u32 = 0; at < distinct; at++) {
    const slot = load<u32>(room + TAKEN + (<usize>at << 2));
    const trigram = load<u64>(room + COUNTED + (<usize>slot << 3));
    const count: i32 = load<u32>(room + COUNTS + (<usize>slot << 2));
    const row = ranks + (<usize>(trigramSlot(table, mask, <u32>(trigram >> 32), <u32>(trigram >> 16) & 0xffff, <u32>trigram & 0xffff) * languages) << 1);
    for (let language: u32 = 0; language < languages; language++) {
      const rank: i32 = load<i16>(row + (<usize>language << 1));
      const own = distances + (<usize>language << 2);
      store<i32>(own, load<i32>(own) + (rank == UNRANKED ? UNKNOWN : abs(count - rank - 1)));
    }
  }
}

function countOne(first: u32, second: u32, third: u32, room: usize, distinct: u32): u32 {
  const slot = enterTrigram(room + COUNTED, SLOTS - 1, first, second, third);
  const times = room + COUNTS + (<usize>slot << 2);
  const before = load<u32>(times);
  store<u32>(times, before + 1);
  if (before != 0) return distinct;
  store<u32>(room + TAKEN + (<usize>distinct << 2), slot);
  return distinct + 1;
}

/** White space (what `\s` matches), digits and the signs of ASCII before `A`. */
function partsWords(unit: u32): bool {
  if (unit < 0xa0) return (unit >= 0x20 && unit <= 0x40) || (unit >= 0x09 && unit <= 0x0d);
  return unit == 0xa0 || unit == 0x1680 || (unit >= 0x2000 && unit <= 0x200a) || unit == 0x2028 || unit == 0x2029 || unit == 0x202f || unit == 0x205f || unit == 0x3000 || unit == 0xfeff;
}
