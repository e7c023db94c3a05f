import fc from 'fast-check';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { collectDocuments } from '../../src/read/collect.ts';

const prose = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== '' && !text.includes('\r\n') && !/(?![\u200c\u200d])\p{Cf}/u.test(text));
const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString());
const record = fc.record(
  { id: fc.string({ minLength: 1 }), text: prose, title: prose, language: fc.constantFrom('it', 'de', 'pt-BR', 'zh-Hant'), date: day, url: prose },
  { requiredKeys: ['id', 'text'] },
);
const records = fc.uniqueArray(record, { minLength: 1, selector: ({ id }) => id });

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

test('records written as JSONL come back the same, in any order, gzip or not, in chunks of any size', async () => {
  const shuffled = records.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, fc.boolean(), fc.integer({ min: 1, max: 500 }), async ([list, order], packed, size) => {
      const lines = Buffer.from(order.map((line) => `${JSON.stringify(line)}\n`).join(''));
      const stdin = inChunks(packed ? gzipSync(lines) : lines, size);
      const { documents, diagnostics } = await collectDocuments(['-'], { cwd: tmpdir(), stdin });
      const sorted = list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(documents).toEqual(sorted.map((fields) => ({ ...fields, path: '-' })));
      expect(diagnostics).toEqual([]);
    }),
  );
});
