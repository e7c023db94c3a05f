import { expect, test } from 'vitest';
import { NEWSROOM } from './articles.ts';
import { dedupe, folderWith } from './command.ts';

test('--explain shows both spellings, the sentences, the evidence and what would change the verdict', async () => {
  const { code, stdout, stderr } = await dedupe(['.', '--explain', 'flood-de.txt', 'flood-en.txt'], { cwd: await folderWith(NEWSROOM) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^A {2}de German {3}Fluss Alder/);
  expect(stdout).toContain('4,72 = 4.72');
  expect(stdout).toMatch(/\nTranslation · same report .* %/);
  expect(stdout).toMatch(/above the threshold of 60.0 %\./);
  expect(stdout).toMatch(/% {2}A {2}Der Versicherer Hartwell .*\n(?: {12}.*\n)? {9}B {2}The insurer Hartwell/);
  expect(stdout).toContain('What would change the verdict');
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('--explain takes paths, and needs no others', async () => {
  const cwd = await folderWith({ 'in/a.txt': NEWSROOM['flood-en.txt'], 'in/b.txt': NEWSROOM['election-en.txt'] });
  const ran = await dedupe(['--explain', './in/a.txt', 'in/b.txt', '--json'], { cwd });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(ran.stdout)).toMatchObject({ schemaVersion: 1, relation: 'unrelated', threshold: 0.6, diagnostics: [] });
});

test('--explain stands anywhere on the line and takes two words only', async () => {
  const cwd = await folderWith(NEWSROOM);
  const before = await dedupe(['--explain', 'flood-de.txt', 'flood-en.txt', '.'], { cwd });
  const after = await dedupe(['.', '--explain=flood-de.txt', 'flood-en.txt'], { cwd });
  expect(before.code).toBe(0);
  expect(after.stdout).toBe(before.stdout);
});

test('an unknown id is an error that names the nearest', async () => {
  const ran = await dedupe(['.', '--explain', 'flod-en.txt', 'flood-de.txt'], { cwd: await folderWith(NEWSROOM) });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('error: No document has the id or path "flod-en.txt".');
  expect(ran.stderr).toContain('try: Did you mean "flood-en.txt"');
});

test('a document is not explained by itself', async () => {
  const ran = await dedupe(['.', '--explain', 'flood-en.txt', 'flood-en.txt'], { cwd: await folderWith(NEWSROOM) });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
});

test('--fail-on duplicates holds for an explained pair too', async () => {
  const cwd = await folderWith(NEWSROOM);
  const gate = ['--fail-on', 'duplicates', '--explain', 'flood-en.txt'];
  expect((await dedupe(['.', ...gate, 'flood-de.txt'], { cwd })).code).toBe(1);
  expect((await dedupe(['.', ...gate, 'election-en.txt'], { cwd })).code).toBe(0);
});
