import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { widthOf } from '../../src/report/width.ts';
import { FLOOD_DE, FLOOD_EN, NEWSROOM } from './articles.ts';
import { dedupe, folderWith } from './command.ts';

interface Json {
  readonly summary: { readonly documents: number; readonly clusters: number };
  readonly clusters: readonly { readonly documents: readonly string[] }[];
  readonly diagnostics: readonly { readonly code: string }[];
  readonly documents: readonly { readonly removed: readonly { readonly text?: string }[] }[];
}

function parse(text: string): Json {
  return JSON.parse(text) as Json;
}

test('a folder with a report, its translation and another article gives one cluster of two', async () => {
  const ran = await dedupe(['.'], { cwd: await folderWith(NEWSROOM) });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toContain('Cluster 1 · same report · ');
  expect(ran.stdout).toContain('flood-de.txt');
  expect(ran.stdout).toMatch(/\n3 documents \(2 en, 1 de\): 1 cluster, 1 duplicate; 0 near misses\.\n$/);
  for (const line of ran.stdout.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80);
});

test('the seeds give one cluster, of the Italian and the German article', async () => {
  const ran = await dedupe(['seeds/', '--json']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(parse(ran.stdout).clusters.map(({ documents }) => documents)).toEqual([['000_cbb69c8857a717b9.txt', '001_e9c280b6da3d37c1.txt']]);
});

test('JSON parses whole, with a bad file among the good ones, and carries its diagnostic', async () => {
  const cwd = await folderWith({ ...NEWSROOM, 'empty.txt': '' });
  const ran = await dedupe(['.', 'missing.txt', '--json'], { cwd });
  expect(ran.code).toBe(0);
  const report = parse(ran.stdout);
  expect(report.summary).toMatchObject({ documents: 3, clusters: 1 });
  expect(report.diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['no-such-file', 'empty-document']));
  expect(ran.stderr).toMatch(/^error: .*missing\.txt.*\[no-such-file\]$/m);
  expect(ran.stderr.match(/no-such-file/g)).toHaveLength(1);
});

test('-q says nothing of a bad file, and -v says more than the default', async () => {
  const cwd = await folderWith({ ...NEWSROOM, 'empty.txt': '', 'photo.jpg': new Uint8Array([255, 216, 0, 1]) });
  const [quiet, normal, verbose] = await Promise.all([['-q'], [], ['-v']].map((flags) => dedupe(['.', ...flags], { cwd })));
  expect(quiet?.stderr).toBe('');
  expect(normal?.stderr).toContain('empty.txt');
  expect(normal?.stderr).not.toContain('photo.jpg');
  expect(verbose?.stderr).toMatch(/^note: photo\.jpg/m);
});

test('NDJSON begins with the run and ends with the summary', async () => {
  const ran = await dedupe(['.', '--format', 'ndjson'], { cwd: await folderWith(NEWSROOM) });
  const types = ran.stdout.trimEnd().split('\n').map((line) => (JSON.parse(line) as { type: string }).type);
  expect(types).toEqual(['run', 'document', 'document', 'document', 'cluster', 'pair', 'summary']);
});

test('standard input, gzip and JSON lines are read', async () => {
  const rows = [{ id: 'en', text: FLOOD_EN }, { id: 'de', text: FLOOD_DE }].map((row) => JSON.stringify(row)).join('\n');
  const piped = await dedupe(['-', '--json'], { stdin: rows });
  expect(parse(piped.stdout).clusters[0]?.documents).toEqual(['de', 'en']);
  const packed = await dedupe(['rows.jsonl.gz', '--json'], { cwd: await folderWith({ 'rows.jsonl.gz': gzipSync(rows) }) });
  expect(parse(packed.stdout).clusters).toEqual(parse(piped.stdout).clusters);
});

test('the order of the arguments does not change a byte', async () => {
  const cwd = await folderWith(NEWSROOM);
  const one = await dedupe(['flood-en.txt', 'election-en.txt', 'flood-de.txt', '--json'], { cwd });
  const other = await dedupe(['flood-de.txt', 'flood-en.txt', 'election-en.txt', '--json'], { cwd, env: { LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' } });
  expect(other.stdout).toBe(one.stdout);
});

test('--output writes each file in the format of its ending, and leaves standard output empty', async () => {
  const cwd = await folderWith(NEWSROOM);
  const ran = await dedupe(['flood-en.txt', 'flood-de.txt', '-o', 'out.json', '-o', 'out.txt', '--color'], { cwd });
  expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(parse(await readFile(join(cwd, 'out.json'), 'utf8')).summary.clusters).toBe(1);
  expect(await readFile(join(cwd, 'out.txt'), 'utf8')).toMatch(/^Cluster 1/);
  const both = await dedupe(['flood-en.txt', 'flood-de.txt', '-o', 'again.txt', '--json'], { cwd });
  expect(parse(both.stdout).summary.clusters).toBe(1);
});

test('--show-removed lists what was set aside, in text and in JSON', async () => {
  const cwd = await folderWith({ 'a.txt': `${FLOOD_EN}\nLeave a Reply\n` });
  expect((await dedupe(['a.txt', '--show-removed'], { cwd })).stdout).toMatch(/Set aside before comparing\n {2}a\.txt · 1 stretch.*\n {4}comments +Leave a Reply\n/);
  expect(parse((await dedupe(['a.txt', '--show-removed', '--json'], { cwd })).stdout).documents[0]?.removed[0]?.text).toBe('Leave a Reply');
  expect((await dedupe(['a.txt', '--show-removed', '--no-clean'], { cwd })).stdout).toContain('--no-clean leaves everything in');
});

test('nothing that a document holds reaches the terminal as an escape', async () => {
  const hostile = '\u001B]0;owned\u0007\u001B[31mRed\u001B[0m \u202Enoitceffid';
  const rows = [FLOOD_EN, FLOOD_DE].map((text, at) => JSON.stringify({ id: `${at}${hostile}`, title: `${hostile} ${at}`, text }));
  const ran = await dedupe(['-'], { stdin: rows.join('\n') });
  expect(ran.stdout).toContain('Red noitceffid 0');
  // eslint's rule on control characters is right about typos, so they are told by category.
  expect(ran.stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202A-\u202E]/u);
});
