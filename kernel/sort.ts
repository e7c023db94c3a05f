/** Values of a byte: the digits that numbers are sorted by, the lowest first. */
const DIGITS: usize = 256;

/** Sorts numbers of a type by their upper four bytes, ascending and stable. `room` is for as many more numbers, and four bytes a digit. */
export function sort<T>(numbers: usize, count: u32, room: usize): void {
  const width: usize = sizeof<T>();
  const ends = room + <usize>count * width;
  let from = numbers;
  let to = room;
  for (let byte = width - 4; byte < width; byte++) {
    memory.fill(ends, 0, DIGITS << 2);
    for (let at: usize = 0; at < count; at++) {
      const end = ends + (<usize>load<u8>(from + at * width + byte) << 2);
      store<u32>(end, load<u32>(end) + 1);
    }
    let sum: u32 = 0;
    for (let digit: usize = 0; digit < DIGITS; digit++) {
      const end = ends + (digit << 2);
      const times = load<u32>(end);
      store<u32>(end, sum);
      sum += times;
    }
    for (let at: usize = 0; at < count; at++) {
      const end = ends + (<usize>load<u8>(from + at * width + byte) << 2);
      const place = load<u32>(end);
      store<u32>(end, place + 1);
      store<T>(to + <usize>place * width, load<T>(from + at * width));
    }
    const other = from;
    from = to;
    to = other;
  }
}
