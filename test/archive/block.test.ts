import { expect, test } from 'vitest';
import { BLOCK_SIZE, packBlock, printIn, unpackBlock, type StoredParts } from '../../src/archive/block.ts';
import { encodeKept, keptOf, partsOf } from '../../src/archive/record.ts';
import { preparedNewsroom } from './newsroom.ts';

test('a block gives each article back as it was put in, and knows a fingerprint with any bit flipped', async () => {
  const records = (await preparedNewsroom()).slice(0, BLOCK_SIZE).map((prepared, at) => (at % 5 === 3 ? undefined : partsOf(encodeKept(keptOf(prepared)))));
  const block = packBlock(records);
  expect(unpackBlock(block).map(bytesOf)).toEqual(records.map(bytesOf));
  for (const [place, record] of records.entries()) {
    if (record === undefined) continue;
    const print = printIn(block, place) ?? new Uint8Array();
    expect(Buffer.from(print)).toEqual(Buffer.from(record.print));
    const at = print.byteOffset - block.byteOffset;
    for (const bit of [0, 4 * record.print.length + 3, 8 * record.print.length - 1]) {
      const damaged = block.slice();
      damaged[at + (bit >>> 3)] = (damaged[at + (bit >>> 3)] ?? 0) ^ (1 << (bit & 7));
      expect(printIn(damaged, place)).toBeUndefined();
    }
  }
});

function bytesOf(record: StoredParts | undefined): readonly string[] {
  return record === undefined ? [] : [record.head, record.print].map((bytes) => Buffer.from(bytes).toString('hex'));
}
