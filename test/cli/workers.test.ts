import { expect, test } from 'vitest';
import { NEWSROOM } from './articles.ts';
import { dedupe, folderWith } from './command.ts';

test('one thread, three, and as many as the machine likes give the same bytes', async () => {
  const cwd = await folderWith(NEWSROOM);
  const [left, one, three] = await Promise.all([[], ['--workers', '1'], ['--workers', '3']].map((flags) => dedupe(['.', '--json', ...flags], { cwd })));
  expect(one).toMatchObject({ code: 0, stderr: '' });
  expect(one?.stdout).toContain('"clusters"');
  expect([three, left]).toEqual([one, one]);
});

test('threads check what comes in against an archive as one does', async () => {
  const cwd = await folderWith({ 'new/flood-de.txt': NEWSROOM['flood-de.txt'], 'old/flood-en.txt': NEWSROOM['flood-en.txt'], 'old/election-en.txt': NEWSROOM['election-en.txt'] });
  const [one, two] = await Promise.all(['1', '2'].map((workers) => dedupe(['check', 'new', '--against', 'old', '--json', '--workers', workers], { cwd })));
  expect(one?.code).toBe(1);
  expect(two).toEqual(one);
});

test('a window of days parts the same pairs for any number of threads', async () => {
  const record = (id: string, text: string, date: string): string => JSON.stringify({ id, text, date });
  const cwd = await folderWith({ 'day.jsonl': [record('de', NEWSROOM['flood-de.txt'], '2024-03-01'), record('en', NEWSROOM['flood-en.txt'], '2024-03-09')].join('\n') });
  const clusters = async (...flags: readonly string[]): Promise<unknown> => JSON.parse((await dedupe(['.', '--json', ...flags], { cwd })).stdout).clusters.length;
  expect([await clusters('--workers', '2'), await clusters('--workers', '2', '--window', '7'), await clusters('--workers', '1', '--window', '7'), await clusters('--workers', '2', '--window', '8')]).toEqual([1, 0, 0, 1]);
});

test('threads tell the same of pairs that links and sources ask for, whatever they were judged to be', async () => {
  const record = (id: string, text: string, further: object = {}): string => JSON.stringify({ id, text, ...further });
  const day = [record('de', NEWSROOM['flood-de.txt'], { translationOfWork: 'en' }), record('en', NEWSROOM['flood-en.txt']), record('vote', NEWSROOM['election-en.txt'])];
  const cwd = await folderWith({ 'day.jsonl': day.join('\n'), 'must.txt': 'de, vote one desk\n' });
  const [one, two] = await Promise.all(['1', '2'].map((workers) => dedupe(['day.jsonl', '--must-link', 'must.txt', '--json', '--workers', workers], { cwd })));
  expect(one).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(one?.stdout ?? '').pairs).toMatchObject([{ a: 'de', b: 'en', evidence: { hint: 'translation' } }, { a: 'de', b: 'vote', constraint: 'must-link' }]);
  expect(two).toEqual(one);
});

test('a number of workers that is none is wrong use', async () => {
  const ran = await dedupe(['.', '--workers', 'many'], { cwd: await folderWith(NEWSROOM) });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain('--workers');
});
