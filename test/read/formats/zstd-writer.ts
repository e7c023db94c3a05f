/** A zstd frame (RFC 8878) of raw blocks: packed by nobody, and whole all the same. */
export function zstdOf(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content);
  const blocks: Buffer[] = [];
  for (let at = 0; at < bytes.length || at === 0; at += BLOCK) {
    const block = bytes.subarray(at, at + BLOCK);
    blocks.push(blockHead(block.length, 0, at + BLOCK >= bytes.length), block);
  }
  return Buffer.concat([frameHead(), ...blocks]);
}

/** A frame of blocks that repeat one byte, `size` bytes each: four bytes become 128 KiB. */
export function zstdBomb(blocks: number, size = BLOCK): Buffer {
  const pieces = Array.from({ length: blocks }, (_, at) => Buffer.concat([blockHead(size, 1, at === blocks - 1), Buffer.from('x')]));
  return Buffer.concat([frameHead(), ...pieces]);
}

const BLOCK = 2 ** 17;

/** The magic number, and a window of 128 KiB. */
function frameHead(window = 0x38): Buffer {
  return Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, window]);
}

function blockHead(size: number, type: 0 | 1, isLast: boolean): Buffer {
  const head = (size << 3) | (type << 1) | Number(isLast);
  return Buffer.from([head & 0xff, (head >> 8) & 0xff, head >> 16]);
}
