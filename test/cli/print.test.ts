import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ELECTION_EN, FLOOD_DE, FLOOD_EN, NEWSROOM } from './articles.ts';
import { dedupe, folderWith } from './command.ts';

/** The later date first: the English article stands for the cluster, though the German one comes first. */
const ROWS = [
  JSON.stringify({ text: FLOOD_DE, date: '2024-03-06', id: 'de' }),
  `{"id":"election",  "text": ${JSON.stringify(ELECTION_EN)}, "extra": [1, 2]}`,
  JSON.stringify({ date: '2024-03-05', text: FLOOD_EN, id: 'en' }),
];
const LINES = `${ROWS.join('\n')}\n`;

test('--print unique gives the lines of one article of each report, and --print duplicates the others, byte for byte', async () => {
  const cwd = await folderWith({ 'news.jsonl': LINES });
  const [unique, duplicates] = await Promise.all(['unique', 'duplicates'].map((choice) => dedupe(['news.jsonl', '--print', choice], { cwd })));
  expect(unique).toEqual({ code: 0, stdout: `${ROWS[1]}\n${ROWS[2]}\n`, stderr: '' });
  expect(duplicates?.stdout).toBe(`${ROWS[0]}\n`);
});

test('it works in a pipe, packed or not, and beside a report in a file', async () => {
  const cwd = await folderWith({ 'news.jsonl.gz': gzipSync(LINES) });
  const piped = await dedupe(['-', '--print', 'unique', '-o', 'report.json'], { cwd, stdin: LINES });
  expect(piped.stdout).toBe(`${ROWS[1]}\n${ROWS[2]}\n`);
  expect(JSON.parse(await readFile(join(cwd, 'report.json'), 'utf8'))).toMatchObject({ summary: { documents: 3, clusters: 1 } });
  expect((await dedupe(['news.jsonl.gz', '--print', 'unique'], { cwd })).stdout).toBe(piped.stdout);
});

test('a JSON list stays one, in its own layout', async () => {
  const cwd = await folderWith({ 'news.json': `[\n ${ROWS.join(',\n ')}\n]\n` });
  const { stdout } = await dedupe(['news.json', '--print', 'unique'], { cwd });
  expect(stdout).toBe(`[\n ${ROWS[1]},\n ${ROWS[2]}\n]\n`);
});

test('of articles that are files the paths are printed, a line each', async () => {
  const cwd = await folderWith({ 'in/flood-en.txt': FLOOD_EN, 'in/flood-de.txt': FLOOD_DE, 'in/election.txt': ELECTION_EN });
  expect((await dedupe(['in', '--print', 'unique'], { cwd })).stdout).toBe('in/election.txt\nin/flood-de.txt\n');
  expect((await dedupe(['in', '--print', 'duplicates'], { cwd })).stdout).toBe('in/flood-en.txt\n');
});

test('--print-to writes each file into a folder, whatever the formats, and never over itself', async () => {
  const cwd = await folderWith({ 'in/news.jsonl': LINES, 'in/a/copy.txt': ELECTION_EN });
  const ran = await dedupe(['in', '--print', 'unique', '--print-to', 'kept', '--prefer', '*.txt'], { cwd });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toMatch(/^Cluster 1/);
  expect(await readFile(join(cwd, 'kept/in/a/copy.txt'), 'utf8')).toBe(ELECTION_EN);
  expect(await readFile(join(cwd, 'kept/in/news.jsonl'), 'utf8')).toBe(`${ROWS[2]}\n`);
  const onto = await dedupe(['in', '--print', 'unique', '--print-to', '.'], { cwd });
  expect(onto).toMatchObject({ code: 2, stdout: '' });
  expect(onto.stderr).toContain('[would-overwrite]');
});

test('what can not be one output, or has no place to go, is told', async () => {
  const cwd = await folderWith({ ...NEWSROOM, 'news.jsonl': LINES });
  const codes = await Promise.all([
    dedupe(['.', '--print', 'unique'], { cwd }),
    dedupe(['.', '--print', 'unique', '--json'], { cwd }),
    dedupe(['.', '--print-to', 'kept'], { cwd }),
    dedupe(['.', '--print', 'some'], { cwd }),
  ]);
  expect(codes.map(({ code, stdout, stderr }) => [code, stdout, /\[([\w-]+)\]/.exec(stderr.split('\n').find((line) => line.startsWith('error')) ?? '')?.[1]])).toEqual([
    [2, '', 'cannot-join'],
    [2, '', 'contradicting-flags'],
    [2, '', 'missing-argument'],
    [2, '', 'bad-choice'],
  ]);
});

test('--prefer says which version stands for a report: by host, by path, the first pattern weighs most', async () => {
  const at = (host: string, text: string) => JSON.stringify({ text, url: `https://${host}/news/1` });
  const cwd = await folderWith({ 'a/1.json': at('www.agency.example', FLOOD_DE), 'b/2.json': at('paper.example', FLOOD_EN) });
  const standsFor = async (...patterns: readonly string[]) => {
    const { stdout } = await dedupe(['.', '--json', ...patterns.flatMap((pattern) => ['--prefer', pattern])], { cwd });
    return (JSON.parse(stdout) as { clusters: { representative: string }[] }).clusters[0]?.representative;
  };
  expect(await Promise.all([standsFor('paper.example'), standsFor('agency.example'), standsFor('b/**'), standsFor('nowhere', 'a/*'), standsFor('b/**', 'agency.example')])).toEqual([
    'b/2.json#1', 'a/1.json#1', 'b/2.json#1', 'a/1.json#1', 'b/2.json#1',
  ]);
});

test('a table keeps its head and its rows as they were, with cells of several lines', async () => {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const [de, election, en] = [`de,${cell(FLOOD_DE)}`, `election,${cell(ELECTION_EN)}`, `en,${cell(FLOOD_EN)}`];
  const cwd = await folderWith({ 'news.csv': `id,text\r\n\r\n${de}\r\n${election}\r\n${en}\r\n` });
  expect((await dedupe(['news.csv', '--print', 'unique'], { cwd })).stdout).toBe(`id,text\r\n${de}\r\n${election}\r\n`);
  expect((await dedupe(['news.csv', '--print', 'duplicates'], { cwd })).stdout).toBe(`id,text\r\n${en}\r\n`);
});

test('a feed can not be taken apart, and that is said', async () => {
  const item = (text: string) => `<item><title>T</title><description>${text.replaceAll('&', '&amp;')}</description></item>`;
  const cwd = await folderWith({ 'feed.xml': `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>${item(FLOOD_DE)}${item(FLOOD_EN)}</channel></rss>` });
  const ran = await dedupe(['feed.xml', '--print', 'unique'], { cwd });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain('[cannot-cut]');
});
