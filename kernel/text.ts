/** What a code unit is to `letters`: as in `src/fingerprint/content-hash.ts`. */
const LETTER: u32 = 1;
const OTHER: u32 = 2;

const FIRST_BEYOND_ASCII: u32 = 0x80;

/**
 * Writes the letters and digits of a text (code units of two bytes) in UTF-8, by what `parts` says of each unit, each as `forms` has it (two bytes a unit); how many
 * bytes they take. Less than 0 where a unit is neither: one less than its place, negative.
 */
export function letters(text: usize, length: u32, parts: usize, forms: usize, out: usize): i32 {
  let end = out;
  for (let at: u32 = 0; at < length; at++) {
    const written: u32 = load<u16>(text + (<usize>at << 1));
    const part: u32 = load<u8>(parts + written);
    if (part == OTHER) continue;
    if (part != LETTER) return -1 - at;
    const unit: u32 = load<u16>(forms + (<usize>written << 1));
    if (unit < FIRST_BEYOND_ASCII) {
      store<u8>(end++, unit);
    } else if (unit < 0x800) {
      store<u8>(end, 0xc0 | (unit >> 6));
      store<u8>(end + 1, 0x80 | (unit & 0x3f));
      end += 2;
    } else {
      store<u8>(end, 0xe0 | (unit >> 12));
      store<u8>(end + 1, 0x80 | ((unit >> 6) & 0x3f));
      store<u8>(end + 2, 0x80 | (unit & 0x3f));
      end += 3;
    }
  }
  return <i32>(end - out);
}
