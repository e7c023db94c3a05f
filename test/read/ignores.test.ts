import { chmod, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collectDocuments } from '../../src/read/collect.ts';
import { codesOf, folderWith, idsOf } from './folder.ts';

/** To whom no folder is closed. */
const ROOT = process.getuid?.() === 0;

describe('.gitignore and .dedupeignore', () => {
  const files = { 'a.txt': 'x', 'b.log': 'x', 'drafts/c.txt': 'x', 'drafts/keep.txt': 'x', 'old/d.txt': 'x', 'old/deep/e.txt': 'x' };

  test('name what is passed over, and how much that is is said as a note', async () => {
    const cwd = await folderWith({ ...files, '.gitignore': '*.log\nold/\n', '.dedupeignore': '# not yet\ndrafts/*\n!drafts/keep.txt\n' });
    const read = await collectDocuments(['.'], { cwd });
    expect(idsOf(read)).toEqual(['a.txt', 'drafts/keep.txt']);
    expect(read.diagnostics).toMatchObject([{ code: 'ignored-files', severity: 'note', document: '.' }]);
    expect(read.diagnostics[0]?.message).toContain('3 files and folders are passed over');
  });

  test('in a folder speak of that folder, and have the last word there', async () => {
    const cwd = await folderWith({ ...files, '.gitignore': '*.txt\n', 'old/.dedupeignore': '!d.txt\n', 'drafts/.gitignore': '!/keep.txt\n' });
    expect(idsOf(await collectDocuments(['.'], { cwd }))).toEqual(['b.log', 'drafts/keep.txt', 'old/d.txt']);
  });

  test('do not hold for what is named outright', async () => {
    const cwd = await folderWith({ ...files, '.gitignore': '*\n' });
    expect(idsOf(await collectDocuments(['a.txt', 'old'], { cwd }))).toEqual(['a.txt', 'd.txt', 'deep/e.txt']);
  });
});

describe('a pattern in quotation marks', () => {
  const files = { 'news/a.txt': 'x', 'news/b.html': '<p>x</p>', 'news/de/c.txt': 'x', 'news/.d.txt': 'x', 'e.txt': 'x' };

  test('means the files it would mean to a shell, called by their path from where it begins', async () => {
    const cwd = await folderWith(files);
    const ids = async (pattern: string): Promise<readonly string[]> => idsOf(await collectDocuments([pattern], { cwd }));
    expect(await ids('news/*.txt')).toEqual(['a.txt']);
    expect(await ids('news/**/*.txt')).toEqual(['a.txt', 'de/c.txt']);
    expect(await ids('{news/*.html,e.*}')).toEqual(['e.txt', 'news/b.html']);
    expect(await ids('news/[ab].*')).toEqual(['a.txt', 'b.html']);
  });

  test('that means nothing is an error, and a file of that very name comes first', async () => {
    const cwd = await folderWith({ ...files, '[a].txt': 'Bracket.' });
    expect(codesOf(await collectDocuments(['news/*.pdf'], { cwd }))).toEqual(['no-such-file']);
    expect(codesOf(await collectDocuments(['nowhere/*.txt'], { cwd }))).toEqual(['no-such-file']);
    expect((await collectDocuments(['[a].txt'], { cwd })).documents[0]?.text).toBe('Bracket.');
  });
});

describe('names', () => {
  test('with line breaks, escapes and blanks are names like others', async () => {
    const cwd = await folderWith({ 'two\nlines.txt': 'x', 'red\u001b[31m.txt': 'x', ' blank .txt': 'x', '-v.txt': 'x', 'a\\b.txt': 'x' });
    expect(idsOf(await collectDocuments(['.'], { cwd }))).toEqual([' blank .txt', '-v.txt', 'a\\b.txt', 'red\u001b[31m.txt', 'two\nlines.txt']);
  });

  test('of bytes that are no UTF-8 are told by their figures, and the files read', async () => {
    const cwd = await folderWith({ 'a.txt': 'x' });
    for (const byte of [0xe9, 0xff]) await writeFile(Buffer.concat([Buffer.from(`${cwd}/caf`), Buffer.from([byte]), Buffer.from('.txt')]), 'Ein Text.');
    const read = await collectDocuments(['.'], { cwd });
    expect(idsOf(read)).toEqual(['a.txt', 'caf\\xe9.txt', 'caf\\xff.txt']);
    expect(read.diagnostics).toEqual([]);
  });
});

test.skipIf(ROOT)('a folder that may not be entered costs no other', async () => {
  const cwd = await folderWith({ 'a.txt': 'x', 'shut/b.txt': 'x' });
  await chmod(join(cwd, 'shut'), 0);
  const read = await collectDocuments(['.'], { cwd });
  await chmod(join(cwd, 'shut'), 0o755);
  expect(idsOf(read)).toEqual(['a.txt']);
  expect(read.diagnostics).toMatchObject([{ code: 'unreadable-file', document: './shut' }]);
});

test('a link into a circle of folders is followed once', async () => {
  const cwd = await folderWith({ 'a/b.txt': 'x' });
  await symlink('../a', join(cwd, 'a/again'));
  await symlink('loop', join(cwd, 'a/loop'));
  const read = await collectDocuments(['.'], { cwd });
  expect(idsOf(read)).toEqual(['a/b.txt']);
  expect(read.diagnostics).toMatchObject([{ code: 'unreadable-file', document: './a/loop' }]);
});
