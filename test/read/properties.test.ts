import fc from 'fast-check';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { collectDocuments } from '../../src/read/collect.ts';
import { INPUT_FORMATS } from '../../src/read/event.ts';
import { asAtom, asCsv, asJsonFeed, asJsonLines, asNewsml, asNinjs, asRdf, asRss, asWarc, type Sample } from './formats/articles.ts';
import type { Collected } from './folder.ts';

async function* inSteps(bytes: Uint8Array, step: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

function read(bytes: Uint8Array, step: number, format?: (typeof INPUT_FORMATS)[number]): Promise<Collected> {
  return collectDocuments(['-'], { cwd: tmpdir(), stdin: inSteps(bytes, step), ...(format === undefined ? {} : { format }) });
}

const SAMPLES: readonly Sample[] = [{ id: 'a', title: 'River', text: 'The river rose.\nIt fell again.' }, { id: 'b', title: 'Fluß', text: 'Der Fluß stieg.' }];
const WRITERS = [asRss, asRdf, asAtom, asJsonFeed, asNinjs, asNewsml, asCsv, asJsonLines, asWarc];

describe('whatever comes in', () => {
  test('bytes of any kind, as any format, give documents with text or a diagnostic, and never a failure', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 100 }), fc.constantFrom(undefined, ...INPUT_FORMATS), async (bytes, step, format) => {
      const { documents, diagnostics } = await read(bytes, step, format);
      expect(documents.length + diagnostics.length).toBeGreaterThan(0);
      for (const { text, id } of documents) expect([text.trim(), id]).not.toContain('');
      for (const { code, message } of diagnostics) expect([/^[a-z-]+$/.test(code), message.endsWith('.')]).toEqual([true, true]);
    }), { numRuns: 300 });
  });

  test('a whole file gives the same however its bytes are cut into pieces', async () => {
    const whole = fc.constantFrom(...WRITERS.map((write) => Buffer.from(write(SAMPLES))));
    await fc.assert(fc.asyncProperty(whole, fc.integer({ min: 1, max: 3_000 }), async (bytes, step) => {
      expect(await read(bytes, step)).toEqual(await read(bytes, bytes.length));
    }), { numRuns: 60 });
  });

  test('a file with a piece cut out of it never gives a failure, nor two documents with one id', async () => {
    const whole = fc.constantFrom(...WRITERS.map((write) => Buffer.from(write(SAMPLES))));
    await fc.assert(fc.asyncProperty(whole, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 400 }), async (bytes, share, length) => {
      const at = Math.floor(bytes.length * share);
      const { documents } = await read(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]), 1_000);
      expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
    }), { numRuns: 200 });
  });

  test('articles written in any format come back with their ids, titles and texts', async () => {
    const word = fc.constantFrom('Weston', 'River', 'Fluß', 'мост', '大桥', 'AT&T', '1 < 2', '"so"', "l'été", '50 %');
    const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
    const samples = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[\da-f]{1,8}$/), title: line, text }), { minLength: 1, maxLength: 4, selector: ({ id }) => id });
    await fc.assert(fc.asyncProperty(samples, fc.constantFrom(...WRITERS.filter((write) => write !== asWarc)), async (list, write) => {
      const { documents } = await read(Buffer.from(write(list)), 10_000);
      expect(documents.map(({ id, title, text: found }) => ({ id, title, text: found }))).toEqual(list.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    }), { numRuns: 150 });
  });
});
