import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asUtf8, decodeUtf8, isTextHead } from '../../src/read/encoding.ts';
import { codesOf, idsOf, readFileOf, readFolderOf } from './folder.ts';

const TEXT = 'Übung: 军事演习 🎖 начинается';

function utf16(text: string, order: 'little' | 'big'): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'big' ? bytes.swap16() : bytes;
}

async function transcode(bytes: Uint8Array, size: number): Promise<string> {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size));
  const pieces: Uint8Array[] = [];
  for await (const piece of asUtf8(streamOf(chunks), 'a.txt')) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

describe('UTF-8', () => {
  test('loses its byte order mark', async () => {
    expect((await readFileOf('a.txt', `\uFEFF${TEXT}`)).documents[0]?.text).toBe(TEXT);
  });

  test('that is wrong is an error naming the byte, and the other files are read', async () => {
    const read = await readFolderOf({ 'a.txt': Buffer.from('Die Übung', 'latin1'), 'b.txt': TEXT });
    expect(idsOf(read)).toEqual(['b.txt']);
    expect(read.diagnostics).toMatchObject([{ code: 'wrong-encoding', severity: 'error', document: 'a.txt' }]);
    expect(read.diagnostics[0]?.message).toContain('a.txt is not valid UTF-8 at byte 4');
  });

  test('is wrong at the same byte where a true U+FFFD stands before', () => {
    const bytes = Buffer.concat([Buffer.from('é\uFFFD🎖\uFFFD'), Buffer.from([0xc3]), Buffer.from('x\uFFFD')]);
    expect(() => decodeUtf8(bytes, 'a.txt', 100)).toThrow('at byte 112 ');
  });

  test('comes back from any text, and one wrong byte is found where it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const good = Buffer.from(before + after);
        expect(decodeUtf8(good, 'a.txt')).toBe(before + after);
        const bad = Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]);
        expect(() => decodeUtf8(bad, 'a.txt')).toThrow(`at byte ${Buffer.byteLength(before)} `);
      }),
    );
  });

  test('is known by its head wherever that is cut', () => {
    const bytes = Buffer.from(TEXT);
    for (let end = 0; end <= bytes.length; end += 1) expect(isTextHead(bytes.subarray(0, end))).toBe(true);
    expect(isTextHead(Buffer.from('Übungen', 'latin1'))).toBe(false);
  });
});

describe('UTF-16 with its byte order mark', () => {
  test('is read in both byte orders', async () => {
    expect((await readFileOf('a.txt', utf16(TEXT, 'little'))).documents[0]?.text).toBe(TEXT);
    expect((await readFileOf('a.txt', utf16(TEXT, 'big'))).documents[0]?.text).toBe(TEXT);
    expect((await readFileOf('a.jsonl', utf16(`{"text": "${TEXT}"}\n`, 'big'))).documents[0]?.text).toBe(TEXT);
  });

  test('is the same however its bytes are cut into chunks', async () => {
    for (const order of ['little', 'big'] as const) {
      for (let size = 1; size < 12; size += 1) {
        expect(await transcode(utf16(TEXT, order), size)).toBe(`\uFEFF${TEXT}`);
      }
    }
  });

  test('with half a pair or half a unit is wrong at that byte', async () => {
    await expect(transcode(utf16('ab\uD83Cc', 'little'), 3)).rejects.toThrow('UTF-16 at byte 6 ');
    await expect(transcode(utf16('ab\uD83C', 'big'), 3)).rejects.toThrow('UTF-16 at byte 6 ');
    const read = await readFileOf('a.txt', utf16('abc', 'little').subarray(0, 7));
    expect(codesOf(read)).toEqual(['wrong-encoding']);
    expect(read.diagnostics[0]?.message).toContain('UTF-16 at byte 6 ');
  });
});

describe('binary content', () => {
  test('is an error in a file of a known kind', async () => {
    for (const name of ['a.txt', 'a.md', 'a.json', 'a.jsonl']) {
      const read = await readFileOf(name, Buffer.from('abc\0def'));
      expect(read.diagnostics).toMatchObject([{ code: 'binary-file', severity: 'error', document: name }]);
    }
  });

  test('is an error wherever in the text it stands', async () => {
    expect(codesOf(await readFileOf('a.txt', `${'x'.repeat(2 ** 20)}\0`))).toEqual(['binary-file']);
  });
});
