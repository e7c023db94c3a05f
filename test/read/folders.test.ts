import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collectDocuments } from '../../src/read/collect.ts';
import { readDocuments } from '../../src/read/read.ts';
import { codesOf, folderWith, idsOf, readFolderOf } from './folder.ts';

/** Has no named pipes among its files. */
const WINDOWS = process.platform === 'win32';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

describe('a folder', () => {
  test('is read in code-unit order of the whole path', async () => {
    const cwd = await folderWith({ 'a/b.txt': '1', 'a-b.txt': '2', 'ä.txt': '3', 'Z.txt': '4', 'a.txt': '5', 'b.txt': '6' });
    const ids: string[] = [];
    for await (const event of readDocuments(['.'], { cwd })) {
      if (event.kind === 'document') ids.push(event.document.id);
    }
    expect(ids).toEqual(['Z.txt', 'a-b.txt', 'a.txt', 'a/b.txt', 'b.txt', 'ä.txt']);
  });

  test('is read without hidden files and node_modules', async () => {
    const files = { '.a.txt': 'x', '.git/b.txt': 'x', 'node_modules/c/README.md': 'x', 'd/.e.txt': 'x', 'd/f.txt': 'x' };
    expect(idsOf(await readFolderOf(files))).toEqual(['d/f.txt']);
  });

  test('gives what it hides when that is named outright', async () => {
    const cwd = await folderWith({ '.a.txt': 'x', '.b/c.txt': 'x', 'node_modules/d.txt': 'x' });
    const read = await collectDocuments(['.a.txt', '.b', 'node_modules'], { cwd });
    expect(read.documents.map(({ path }) => path)).toEqual(['.a.txt', '.b/c.txt', 'node_modules/d.txt']);
  });

  test('passes over what is not text with a note, and reads text of any name', async () => {
    const read = await readFolderOf({
      'map.png': PNG,
      'latin.dat': Buffer.from('Übungen', 'latin1'),
      article: 'Ein Text.',
      'export.log': '{"id": "x", "text": "One."}\n{"id": "y", "text": "Two."}\n',
    });
    expect(idsOf(read)).toEqual(['article', 'x', 'y']);
    expect(read.diagnostics).toMatchObject([
      { code: 'not-text', severity: 'note', document: 'latin.dat' },
      { code: 'not-text', severity: 'note', document: 'map.png' },
    ]);
  });

  test('with no files says so', async () => {
    expect(codesOf(await readFolderOf({}))).toEqual(['empty-folder']);
  });

  test.skipIf(WINDOWS)('passes over a pipe instead of waiting at it', async () => {
    const cwd = await folderWith({ 'a.txt': 'x' });
    execFileSync('sh', ['-c', 'mkfifo pipe'], { cwd });
    const read = await collectDocuments(['.'], { cwd });
    expect(idsOf(read)).toEqual(['a.txt']);
    expect(read.diagnostics).toMatchObject([{ code: 'not-a-file', severity: 'note' }]);
  });
});

describe('a file named outright', () => {
  test('is tried whatever its name', async () => {
    const cwd = await folderWith({ 'map.png': PNG, 'story.xyz': 'Ein Text.' });
    const read = await collectDocuments(['map.png', 'story.xyz'], { cwd });
    expect(idsOf(read)).toEqual(['story.xyz']);
    expect(read.diagnostics).toMatchObject([{ code: 'binary-file', severity: 'error', document: 'map.png' }]);
  });

  test.skipIf(WINDOWS)('may be a pipe', async () => {
    const cwd = await folderWith({});
    execFileSync('sh', ['-c', 'mkfifo pipe'], { cwd });
    const [read] = await Promise.all([
      collectDocuments(['pipe'], { cwd }),
      writeFile(join(cwd, 'pipe'), 'Aus der Leitung.'),
    ]);
    expect(read.documents).toEqual([{ id: 'pipe', path: 'pipe', text: 'Aus der Leitung.' }]);
  });

  test('outside the working folder has a path that leads there', async () => {
    const cwd = await folderWith({ 'news/a.txt': 'x', 'work/b.txt': 'x' });
    const read = await collectDocuments(['../news/a.txt'], { cwd: join(cwd, 'work') });
    expect(read.documents).toEqual([{ id: 'a.txt', path: '../news/a.txt', text: 'x' }]);
  });
});

describe('several arguments', () => {
  test('read a file once, whichever ways lead to it', async () => {
    const cwd = await folderWith({ 'news/a.txt': 'x', 'news/b.txt': 'y' });
    await symlink('a.txt', join(cwd, 'news/link.txt'));
    await symlink('news', join(cwd, 'same'));
    const read = await collectDocuments(['news', './news/a.txt', 'same', join(cwd, 'news'), 'news/../news/b.txt'], { cwd });
    expect(read.documents.map(({ path }) => path)).toEqual(['news/a.txt', 'news/b.txt']);
    expect(read.diagnostics).toEqual([]);
  });

  test('give the same in any order', async () => {
    const cwd = await folderWith({ 'a/x.txt': 'eins', 'b/x.txt': 'zwei', 'c/x.txt': 'drei' });
    const forward = await collectDocuments(['a', 'b', 'none', 'c', 'nil'], { cwd });
    expect(await collectDocuments(['nil', 'c', 'b', 'none', 'a'], { cwd })).toEqual(forward);
    expect(forward.documents.map(({ id, text }) => [id, text])).toEqual([
      ['x.txt', 'eins'],
      ['x.txt~2', 'zwei'],
      ['x.txt~3', 'drei'],
    ]);
    expect(codesOf(forward)).toEqual(['no-such-file', 'no-such-file', 'repeated-id', 'repeated-id']);
  });
});

describe('symbolic links', () => {
  test('to folders are followed, and circles end', async () => {
    const cwd = await folderWith({ 'in/a.txt': 'x', 'in/deep/b.txt': 'x', 'out/c.txt': 'x' });
    await symlink('..', join(cwd, 'in/deep/up'));
    await symlink('.', join(cwd, 'in/self'));
    await symlink('../out', join(cwd, 'in/out'));
    await symlink('../in', join(cwd, 'out/in'));
    expect(idsOf(await collectDocuments(['in'], { cwd }))).toEqual(['a.txt', 'deep/b.txt', 'out/c.txt']);
  });

  test('that lead nowhere are told of, and the rest is read', async () => {
    const cwd = await folderWith({ 'news/a.txt': 'x' });
    await symlink('gone.txt', join(cwd, 'news/lost.txt'));
    const read = await collectDocuments(['news'], { cwd });
    expect(idsOf(read)).toEqual(['a.txt']);
    expect(read.diagnostics).toMatchObject([{ code: 'no-such-file', document: 'news/lost.txt' }]);
  });
});
