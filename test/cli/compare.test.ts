import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { NEWSROOM } from './articles.ts';
import { dedupe, folderWith } from './command.ts';

const PAIRS = [
  { a: 'flood-en.txt', b: 'flood-de.txt', score: 1 },
  { a: 'election-en.txt', b: 'flood-en.txt', score: 4 },
];

test('compare prints a line for each pair asked for, in that order', async () => {
  const pairs = PAIRS.map((pair) => JSON.stringify(pair)).join('\n');
  const cwd = await folderWith({ ...NEWSROOM, 'pairs/p.jsonl.gz': gzipSync(pairs) });
  const ran = await dedupe(['compare', '.', '--pairs', 'pairs/p.jsonl.gz', '-q'], { cwd });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const rows = ran.stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as { a: string; b: string; score: number; relation: string });
  expect(rows.map(({ a, b }) => [a, b])).toEqual(PAIRS.map(({ a, b }) => [a, b]));
  expect(Object.keys(rows[0] ?? {})).toEqual(['a', 'b', 'score', 'relation', 'probability']);
  expect(rows[0]?.score).toBeGreaterThan(rows[1]?.score ?? 1);
  expect(rows[0]?.relation).toBe('translation');
});

test('compare names the id that no document has', async () => {
  const cwd = await folderWith({ ...NEWSROOM, 'p.jsonl': '{"a":"flood-en.txt","b":"flood-fr.txt"}' });
  const ran = await dedupe(['compare', 'flood-en.txt', 'flood-de.txt', '--pairs', 'p.jsonl'], { cwd });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain('No document has the id or path "flood-fr.txt".');
});

test('compare names the line of a pair that is none', async () => {
  const cwd = await folderWith({ ...NEWSROOM, 'p.jsonl': '{"a":"flood-en.txt","b":"flood-de.txt"}\n\n{"a":"flood-en.txt"}\n' });
  const ran = await dedupe(['compare', 'flood-en.txt', '--pairs', 'p.jsonl'], { cwd });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('error: Line 3 of p.jsonl is no {a, b} row.');
});
