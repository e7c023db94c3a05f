/** What `roles` says of a code unit, for each of two encodings: how many bytes follow it where it is the first of a character of UTF-8, or that it is one which follows. */
const ROLE_BITS: u32 = 4;
const ROLE_MASK: u32 = (1 << ROLE_BITS) - 1;
const FOLLOWS: u32 = 4;

const FIRST_BEYOND_ASCII: u32 = 0x80;

/** Whether a text (code units of two bytes) has what would be a character of UTF-8, were its units bytes of one of the encodings. */
export function hasDisguised(text: usize, length: u32, roles: usize): bool {
  const end = text + (<usize>length << 1);
  for (let at = text; at < end; at += 2) {
    const unit: u32 = load<u16>(at);
    if (unit < FIRST_BEYOND_ASCII) continue;
    const role: u32 = load<u8>(roles + unit);
    if (role != 0 && (isFollowed(at, end, role & ROLE_MASK, 0, roles) || isFollowed(at, end, role >> ROLE_BITS, ROLE_BITS, roles))) return true;
  }
  return false;
}

function isFollowed(at: usize, end: usize, role: u32, shift: u32, roles: usize): bool {
  if (role == 0 || role == FOLLOWS || at + (<usize>role << 1) >= end) return false;
  for (let next: u32 = 1; next <= role; next++) {
    const unit: u32 = load<u16>(at + (<usize>next << 1));
    if (((<u32>load<u8>(roles + unit) >> shift) & ROLE_MASK) != FOLLOWS) return false;
  }
  return true;
}
