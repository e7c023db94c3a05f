import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { codesOf, folderWith, idsOf, readFileOf } from './folder.ts';
import { collectDocuments } from '../../src/read/collect.ts';

const TEXT = 'Minsk, 17. Januar\n\nDie Übung beginnt am Montag.\n';

describe('a plain text file', () => {
  test('is one document, byte for byte, called by its file name', async () => {
    const { documents, diagnostics } = await readFileOf('news/übung.txt', TEXT);
    expect(documents).toEqual([{ id: 'übung.txt', path: 'news/übung.txt', text: TEXT }]);
    expect(diagnostics).toEqual([]);
  });

  test('is called by its path in the folder that was given', async () => {
    const cwd = await folderWith({ 'news/de/a.txt': TEXT });
    const { documents } = await collectDocuments(['news'], { cwd });
    expect(documents).toEqual([{ id: 'de/a.txt', path: 'news/de/a.txt', text: TEXT }]);
  });

  test('has its CRLF turned into LF, and nothing else changed', async () => {
    const { documents } = await readFileOf('a.txt', 'Prima\r\nseconda\rterza\r\n  caffe\u0300  ');
    expect(documents[0]?.text).toBe('Prima\nseconda\rterza\n  caffe\u0300  ');
  });

  test('keeps what looks like front matter', async () => {
    const text = '---\ntitle: Not metadata\n---\nStory.\n';
    expect((await readFileOf('a.txt', text)).documents[0]?.text).toBe(text);
  });

  test('is read out of gzip, whatever its name', async () => {
    const packed = await readFileOf('a.txt.gz', gzipSync(TEXT));
    expect(packed.documents).toEqual([{ id: 'a.txt.gz', path: 'a.txt.gz', text: TEXT }]);
    expect((await readFileOf('a.txt', gzipSync(TEXT))).documents[0]?.text).toBe(TEXT);
    expect((await readFileOf('plain.txt.gz', TEXT)).documents[0]?.text).toBe(TEXT);
  });

  test('may be packed as several gzip members', async () => {
    const packed = Buffer.concat([gzipSync('Prima metà, '), gzipSync('seconda metà.')]);
    expect((await readFileOf('a.gz', packed)).documents[0]?.text).toBe('Prima metà, seconda metà.');
  });

  test('that is empty or blank is left out with a warning', async () => {
    for (const content of ['', ' \r\n\t\n', '\uFEFF', '\u200b\u00ad\n', gzipSync('')]) {
      const read = await readFileOf('a.txt', content);
      expect(read.documents).toEqual([]);
      expect(read.diagnostics).toMatchObject([{ code: 'empty-document', severity: 'warning', document: 'a.txt' }]);
    }
  });

  test('longer than an article may be is cut at a line end, with both sizes said', async () => {
    const text = `${'a'.repeat(95)}\n${'b'.repeat(50)}`;
    const read = await readFileOf('a.txt', text, { maxDocumentCharacters: 100 });
    expect(read.documents[0]?.text).toBe(`${'a'.repeat(95)}\n`);
    expect(read.diagnostics[0]).toMatchObject({ code: 'document-cut', severity: 'warning', document: 'a.txt' });
    expect(read.diagnostics[0]?.message).toContain('146 characters, more than the 100 characters of one article; only the first 96');
  });

  test('larger than what is held is cut too, with its whole size said', async () => {
    const text = `${'Übung. '.repeat(100)}\n`.repeat(100);
    const read = await readFileOf('a.txt', text, { maxDocumentCharacters: 100 });
    expect(read.documents[0]?.text).toBe('Übung. '.repeat(14));
    expect(read.diagnostics[0]?.message).toContain(`has ${Buffer.byteLength(text)} bytes, more than the 100 characters`);
  });

  test('that unpacks to more than any text does is a bomb, and left out', async () => {
    const read = await readFileOf('bomb.txt', gzipSync(Buffer.alloc(40 * 2 ** 20, 'x')));
    expect(idsOf(read)).toEqual([]);
    expect(codesOf(read)).toEqual(['too-expanded']);
    const allowed = await readFileOf('bomb.txt', gzipSync(Buffer.alloc(20 * 2 ** 20, 'x')), { maxExpansion: 2_000 });
    expect(codesOf(allowed)).toEqual(['document-cut']);
  });
});

describe('a Markdown file', () => {
  test('gives its front matter as fields and the rest as text', async () => {
    const head = '---\r\nid: 77\r\ntitle: "Joint drills"\r\ndate: 2023-01-17\r\nlanguage: en\r\nurl: https://example.org/a#b\r\n---\r\n';
    const { documents } = await readFileOf('a.md', `${head}# Drills\r\nThey begin.\r\n`);
    expect(documents).toEqual([
      {
        id: '77',
        path: 'a.md',
        title: 'Joint drills',
        date: '2023-01-17',
        language: 'en',
        url: 'https://example.org/a#b',
        text: '# Drills\nThey begin.\n',
      },
    ]);
  });

  test('with front matter only is empty', async () => {
    expect(codesOf(await readFileOf('a.md', '---\ntitle: Nothing\n---\n'))).toEqual(['empty-document']);
  });
});
