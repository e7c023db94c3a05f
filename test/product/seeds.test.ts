import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { bash, dedupe, folderWith } from '../cli/command.ts';

interface Json {
  readonly clusters: readonly { readonly documents: readonly string[]; readonly languages: readonly string[]; readonly probability: number }[];
}

interface Judged {
  readonly a: string;
  readonly b: string;
  readonly probability: number;
}

const ITALIAN = '000_cbb69c8857a717b9.txt';
const GERMAN = '001_e9c280b6da3d37c1.txt';
const FOLDER = await readdir('seeds');
const SEEDS = FOLDER.toSorted();

/** Every pair of the ids. */
function pairsOf(ids: readonly string[]): { readonly a: string; readonly b: string }[] {
  return ids.flatMap((a, at) => ids.slice(at + 1).map((b) => ({ a, b })));
}

async function judgedPairs(paths: readonly string[], ids: readonly string[]): Promise<Judged[]> {
  const rows = pairsOf(ids).map((pair) => JSON.stringify(pair));
  const cwd = await folderWith({ 'pairs.jsonl': rows.join('\n') });
  const ran = await dedupe(['compare', ...paths, '--pairs', `${cwd}/pairs.jsonl`]);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return ran.stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Judged);
}

function isReport({ a, b }: Judged): boolean {
  return [a, b].every((id) => id === ITALIAN || id === GERMAN || id === 'english.txt');
}

test('the seeds are one cluster, Italian and German, of probability 0.99 and more', async () => {
  const ran = await dedupe(['seeds/', '--json']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const { clusters } = JSON.parse(ran.stdout) as Json;
  expect(clusters).toMatchObject([{ documents: [ITALIAN, GERMAN], languages: ['de', 'it'] }]);
  expect(clusters[0]?.probability).toBeGreaterThanOrEqual(0.99);
});

test('no other pair of the seeds comes above 0.1', async () => {
  const judged = await judgedPairs(['seeds'], SEEDS);
  expect(judged).toHaveLength(10);
  expect(judged.find(isReport)?.probability).toBeGreaterThanOrEqual(0.99);
  expect(judged.filter((pair) => !isReport(pair) && pair.probability > 0.1)).toEqual([]);
});

test('the same report in English joins the two, and a follow-up a month later does not', async () => {
  const ran = await dedupe(['seeds/', 'fixtures/report', '--json']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const { clusters } = JSON.parse(ran.stdout) as Json;
  expect(clusters).toMatchObject([{ documents: [ITALIAN, GERMAN, 'english.txt'], languages: ['de', 'en', 'it'] }]);
});

test('the follow-up comes above 0.1 with none of the three, nor do the other seeds', async () => {
  const judged = await judgedPairs(['seeds', 'fixtures/report'], [...SEEDS, 'english.txt', 'follow-up.txt']);
  expect(judged.filter((pair) => isReport(pair) && pair.probability < 0.99)).toEqual([]);
  expect(judged.filter((pair) => !isReport(pair) && pair.probability > 0.1)).toEqual([]);
});

const FILES = [...SEEDS.map((name) => `seeds/${name}`), 'fixtures/report/english.txt', 'fixtures/report/follow-up.txt'];

test.each(['text', 'json', 'ndjson'])('%s: the order of the files does not change a byte', async (format) => {
  const one = await dedupe([...FILES, '--format', format]);
  const other = await dedupe([...FILES.toReversed(), '--format', format]);
  expect(one.code).toBe(0);
  expect(other).toEqual(one);
});

test('two runs give the same bytes, in any locale, time zone and width', async () => {
  const one = await dedupe(['seeds', '--json']);
  const other = await dedupe(['seeds', '--json'], { env: { LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo', COLUMNS: '40' } });
  expect(other).toEqual(one);
});

test('a pair is judged the same whatever else lies in the folder', async () => {
  const alone = await dedupe([`seeds/${ITALIAN}`, `seeds/${GERMAN}`, '--json']);
  const among = await dedupe(['seeds', 'fixtures/gate/articles', '--json']);
  const [ofAlone] = (JSON.parse(alone.stdout) as { pairs: Judged[] }).pairs;
  const ofAmong = (JSON.parse(among.stdout) as { pairs: Judged[] }).pairs.find(isReport);
  expect(ofAmong).toEqual(ofAlone);
});

test('in a pipe standard error is empty and standard output parses', async () => {
  const ran = await bash('"$DEDUPE" seeds/ --json | cat');
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(() => JSON.parse(ran.stdout) as Json).not.toThrow();
});
