import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { collectDocuments } from '../../src/read/collect.ts';
import { readDocuments } from '../../src/read/read.ts';
import { codesOf, folderWith, idsOf, readStdin } from './folder.ts';

const RECORD = '{"text": "Sette giorni di esercitazioni."}';

describe('standard input', () => {
  test('is told by its content: lines of JSON', async () => {
    expect(idsOf(await readStdin(`${RECORD}\n${RECORD}\n`))).toEqual(['-#1', '-#2']);
    expect(idsOf(await readStdin(RECORD))).toEqual(['-#1']);
  });

  test('is told by its content: lines of JSON of which the first is broken', async () => {
    const read = await readStdin(`{"text": "cut he\n${RECORD}\n`);
    expect(idsOf(read)).toEqual(['-#2']);
    expect(read.diagnostics[0]?.message).toMatch(/^Standard input is not valid JSON at line 1, column 17/);
  });

  test('is told by its content: a JSON array, one record, or a list by name', async () => {
    expect(idsOf(await readStdin(` [\n${RECORD},\n${RECORD}\n]`))).toEqual(['-#1', '-#2']);
    expect(idsOf(await readStdin('{\n  "id": "a",\n  "text": "One."\n}\n'))).toEqual(['a']);
    expect(idsOf(await readStdin(`{"articles": [\n${RECORD}\n]}`))).toEqual(['-#1']);
    expect(idsOf(await readStdin(`{"articles": [${RECORD}, ${RECORD}]}\n`))).toEqual(['-#1', '-#2']);
  });

  test('is told by its content: plain text, whatever bracket it starts with', async () => {
    for (const text of ['Minsk.\n', '[Reuters] Minsk.', '{{Infobox}} Minsk.', '"No", he said.', '[[Minsk]] is a city.']) {
      expect((await readStdin(text)).documents).toEqual([{ id: '-', path: '-', text }]);
    }
  });

  test('may be gzip, and come in pieces of any size', async () => {
    const bytes = gzipSync(`${RECORD}\n${RECORD}\n`);
    expect(idsOf(await readStdin(...Array.from(bytes, (byte) => Uint8Array.of(byte))))).toEqual(['-#1', '-#2']);
  });

  test('may be a Node stream, with an encoding set or not', async () => {
    const stdin = Readable.from([Buffer.from(RECORD)]).setEncoding('utf8');
    expect(idsOf(await collectDocuments(['-'], { cwd: tmpdir(), stdin }))).toEqual(['-#1']);
  });

  test('that is empty or binary or missing is told of', async () => {
    expect((await readStdin()).diagnostics).toMatchObject([{ code: 'empty-document', document: '-' }]);
    expect(codesOf(await readStdin('a\0b'))).toEqual(['binary-file']);
    expect((await collectDocuments(['-'], { cwd: tmpdir() })).diagnostics).toMatchObject([
      { code: 'no-standard-input', severity: 'error', document: '-' },
    ]);
  });

  test('is read once, along with files', async () => {
    const cwd = await folderWith({ 'a.txt': 'x' });
    const stdin = Readable.from([RECORD]);
    expect(idsOf(await collectDocuments(['a.txt', '-', '-'], { cwd, stdin }))).toEqual(['-#1', 'a.txt']);
  });

  test('is read as far as it is asked for, and then let go', async () => {
    const line = Buffer.from(`{"text": "${'Minsk. '.repeat(1000)}"}\n`);
    let pulled = 0;
    let released = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          pulled += line.length;
          yield line;
        }
      } finally {
        released = true;
      }
    }
    let documents = 0;
    for await (const event of readDocuments(['-'], { cwd: tmpdir(), stdin: endless() })) {
      if (event.kind === 'document') documents += 1;
      if (documents === 500) break;
    }
    expect(pulled).toBeLessThan(line.length * 600);
    expect(released).toBe(true);
  });
});
