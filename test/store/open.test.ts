import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';

const RECORDS = 2000;

function keyOf(number: number): Uint8Array {
  return Uint8Array.of(1, number >>> 8, number & 255);
}

test('a store that was compacted takes a write that changes most of its pages', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dedupe-store-'));
  const store = await openStore(folder, { readOnly: false });
  try {
    for (let from = 0; from < RECORDS; from += 100) {
      store.write((writer) => {
        for (let number = from; number < from + 100; number++) writer.put(keyOf(number), new Uint8Array(1500).fill(1));
      });
    }
    await store.compact();
    store.write((writer) => {
      for (let number = 0; number < RECORDS; number += 2) writer.put(keyOf(number), new Uint8Array(1500).fill(2));
    });
    expect(Array.from({ length: RECORDS }, (_, number) => store.get(keyOf(number))?.[0])).toEqual(Array.from({ length: RECORDS }, (_, number) => 2 - (number % 2)));
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
