/** Values of a byte: the digits that numbers are sorted by, the lowest first. */
const DIGITS: usize = 256;

/** Bytes of room that `sort` needs beside the numbers and as many more. */
export const SORT_ROOM: usize = DIGITS << 2;

/** Sorts numbers of eight bytes by their upper four, ascending and stable. `room` is for as many more numbers, and `SORT_ROOM`. */
export function sortByUpper(numbers: usize, count: u32, room: usize): void {
  const ends = room + (<usize>count << 3);
  let from = numbers;
  let to = room;
  for (let shift: u64 = 32; shift < 64; shift += 8) {
    memory.fill(ends, 0, SORT_ROOM);
    for (let at: usize = 0; at < count; at++) {
      const own = ends + (<usize>((load<u64>(from + (at << 3)) >> shift) & 0xff) << 2);
      store<u32>(own, load<u32>(own) + 1);
    }
    let sum: u32 = 0;
    for (let digit: usize = 0; digit < DIGITS; digit++) {
      const own = ends + (digit << 2);
      const times = load<u32>(own);
      store<u32>(own, sum);
      sum += times;
    }
    for (let at: usize = 0; at < count; at++) {
      const number = load<u64>(from + (at << 3));
      const own = ends + (<usize>((number >> shift) & 0xff) << 2);
      const place = load<u32>(own);
      store<u32>(own, place + 1);
      store<u64>(to + (<usize>place << 3), number);
    }
    const other = from;
    from = to;
    to = other;
  }
}

/** Sorts numbers of four bytes, ascending; as above. */
export function sort(numbers: usize, count: u32, room: usize): void {
  const ends = room + (<usize>count << 2);
  let from = numbers;
  let to = room;
  for (let shift: u32 = 0; shift < 32; shift += 8) {
    memory.fill(ends, 0, SORT_ROOM);
    for (let at: usize = 0; at < count; at++) {
      const own = ends + (<usize>((load<u32>(from + (at << 2)) >> shift) & 0xff) << 2);
      store<u32>(own, load<u32>(own) + 1);
    }
    let sum: u32 = 0;
    for (let digit: usize = 0; digit < DIGITS; digit++) {
      const own = ends + (digit << 2);
      const times = load<u32>(own);
      store<u32>(own, sum);
      sum += times;
    }
    for (let at: usize = 0; at < count; at++) {
      const number = load<u32>(from + (at << 2));
      const own = ends + (<usize>((number >> shift) & 0xff) << 2);
      const place = load<u32>(own);
      store<u32>(own, place + 1);
      store<u32>(to + (<usize>place << 2), number);
    }
    const other = from;
    from = to;
    to = other;
  }
}
