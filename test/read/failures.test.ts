import { randomBytes } from 'node:crypto';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { collectDocuments } from '../../src/read/collect.ts';
import { diagnosticOfFault } from '../../src/read/fault.ts';
import { folderWith, idsOf, readFileOf } from './folder.ts';

describe('what cannot be read', () => {
  test('costs no other file of the run', async () => {
    const cwd = await folderWith({
      'bad.json': '{',
      'bad.txt': Buffer.from([0xff]),
      'empty.txt': '',
      'cut.gz': gzipSync('Text.').subarray(0, 10),
      'good.txt': 'Ein guter Text.',
    });
    const read = await collectDocuments(['bad.json', 'bad.txt', 'cut.gz', 'empty.txt', 'good.txt', 'none.txt'], { cwd });
    expect(idsOf(read)).toEqual(['good.txt']);
    expect(read.diagnostics.map(({ code, document }) => [document, code])).toEqual([
      ['none.txt', 'no-such-file'],
      ['bad.json', 'broken-json'],
      ['bad.txt', 'wrong-encoding'],
      ['cut.gz', 'broken-gzip'],
      ['empty.txt', 'empty-document'],
    ]);
  });

  test('is said in at most two sentences and a hint, without the absolute path', async () => {
    const cwd = await folderWith({ 'bad.json': '{', 'bad.txt': Buffer.from([0xff]) });
    const { diagnostics } = await collectDocuments(['bad.json', 'bad.txt', 'none.txt'], { cwd });
    for (const { message } of diagnostics) {
      expect(message).not.toContain(cwd);
      expect(message).toMatch(/^[^\n]{40,250}\.$/);
    }
  });
});

describe('a path', () => {
  test('that leads nowhere is an error', async () => {
    const cwd = await folderWith({ 'a.txt': 'Text.' });
    for (const path of ['b.txt', 'a.txt/b', './c/']) {
      const read = await collectDocuments([path], { cwd });
      expect(read.diagnostics).toMatchObject([{ code: 'no-such-file', severity: 'error' }]);
    }
  });

  test('that is empty does not stand for the working folder', async () => {
    const cwd = await folderWith({ 'a.txt': 'Text.' });
    const read = await collectDocuments([''], { cwd });
    expect(read.documents).toEqual([]);
    expect(read.diagnostics).toMatchObject([{ code: 'no-such-file' }]);
  });

  test('that cannot be followed is an error with its reason', async () => {
    const cwd = await folderWith({});
    await symlink('round.txt', join(cwd, 'round.txt'));
    const read = await collectDocuments(['round.txt'], { cwd });
    expect(read.diagnostics).toMatchObject([{ code: 'unreadable-file', severity: 'error', document: 'round.txt' }]);
    expect(read.diagnostics[0]?.message).toContain('symbolic links go round in a circle');
  });

  test('without permission is an error with its reason', () => {
    const error = Object.assign(new Error('EACCES: /home/x'), { code: 'EACCES' });
    const diagnostic = diagnosticOfFault(error, 'a.txt');
    expect(diagnostic).toMatchObject({ code: 'unreadable-file', severity: 'error', document: 'a.txt' });
    expect(diagnostic.message).toContain('permission is denied');
  });

  test('that is an address is not fetched', async () => {
    const read = await collectDocuments(['https://example.org/a', 'HTTP://example.org'], { cwd: '/' });
    expect(read.diagnostics.map(({ code }) => code)).toEqual(['address-not-fetched', 'address-not-fetched']);
    expect(read.diagnostics[1]).toMatchObject({ severity: 'error', document: 'https://example.org/a' });
  });
});

describe('a gzip file', () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => JSON.stringify({ text: `${n} ${randomBytes(40).toString('hex')}` }));
  const packed = gzipSync(lines.join('\n'));

  test('that is cut short is an error, and the whole lines before are kept', async () => {
    const read = await readFileOf('news.jsonl.gz', packed.subarray(0, packed.length - 100));
    expect(read.diagnostics).toMatchObject([{ code: 'broken-gzip', severity: 'error', document: 'news.jsonl.gz' }]);
    expect(read.documents.length).toBeGreaterThan(15_000);
    expect(read.documents.length).toBeLessThan(20_000);
  });

  test('that is damaged is an error', async () => {
    const damaged = Buffer.from(packed);
    damaged.fill(0x55, 5000, 5100);
    const read = await readFileOf('news.txt', damaged);
    expect(read.documents).toEqual([]);
    expect(read.diagnostics).toMatchObject([{ code: 'broken-gzip', severity: 'error' }]);
  });
});

test('a mistake in the program does not pass for a bad file', () => {
  expect(() => diagnosticOfFault(new TypeError('x is undefined'), 'a.txt')).toThrow(TypeError);
});
