import { spawn } from 'node:child_process';
import { appendFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ELECTION_EN, FLOOD_DE, FLOOD_EN } from './articles.ts';
import { dedupe, folderWith } from './command.ts';

type Event = Readonly<Record<string, unknown>> & { readonly type: string; readonly path?: string };

interface Watch {
  /** The events so far. */
  readonly events: Event[];
  /** Waits until so many events have come. */
  readonly until: (count: number) => Promise<readonly Event[]>;
  /** Interrupts it as Ctrl-C does, and waits for its end. */
  readonly stop: (signal?: 'SIGINT' | 'SIGTERM') => Promise<{ readonly code: number | null; readonly stderr: string }>;
}

function watching(cwd: string, argv: readonly string[]): Watch {
  const child = spawn(process.execPath, [resolve('bin/dedupe.js'), 'check', ...argv, '--watch'], { cwd, env: { PATH: process.env['PATH'] } });
  const events: Event[] = [];
  let [rest, stderr] = ['', ''];
  let wake = (): void => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    events.push(...lines.map((line) => JSON.parse(line) as Event));
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<number | null>((done) => child.on('close', done));
  void ended.then(() => wake());
  return {
    events,
    until: async (count) => {
      while (events.length < count && child.exitCode === null) await new Promise<void>((done) => (wake = done));
      return events;
    },
    stop: async (signal = 'SIGINT') => {
      child.kill(signal);
      return { code: await ended, stderr };
    },
  };
}

test('what lies in the folder is judged first, then each file that comes, and Ctrl-C ends it with a summary', async () => {
  const cwd = await folderWith({ 'new/election.txt': ELECTION_EN, 'archive/flood.txt': FLOOD_EN });
  const watch = watching(cwd, ['new', '--against', 'archive']);
  expect(await watch.until(1)).toMatchObject([{ type: 'judged', id: 'election.txt', path: 'new/election.txt', language: 'en', duplicate: false }]);
  await writeFile(join(cwd, 'new/flood.txt'), FLOOD_DE);
  const [, flood] = await watch.until(2);
  expect(flood).toMatchObject({ type: 'judged', path: 'new/flood.txt', duplicate: true, nearest: { path: 'archive/flood.txt', relation: 'translation' } });
  expect(await watch.stop()).toEqual({ code: 0, stderr: '' });
  expect(watch.events.at(-1)).toEqual({ type: 'summary', judged: 2, duplicates: 1, accepted: 0 });
});

test('a file is judged once, and whole, however slowly it is written', async () => {
  const cwd = await folderWith({ 'new/election.txt': ELECTION_EN, 'archive/flood.txt': FLOOD_EN });
  const watch = watching(cwd, ['new', '--against', 'archive']);
  await watch.until(1);
  for (const line of FLOOD_DE.split(/(?<=\n)/)) {
    await appendFile(join(cwd, 'new/flood.txt'), line);
    await new Promise((done) => setTimeout(done, 50));
  }
  expect((await watch.until(2))[1]).toMatchObject({ path: 'new/flood.txt', duplicate: true });
  await watch.stop('SIGTERM');
  expect(watch.events.filter(({ path }) => path === 'new/flood.txt')).toHaveLength(1);
});

test('a rename is a removal and an arrival, not a copy of itself; a deleted file is forgotten; a touched one is nothing', async () => {
  const cwd = await folderWith({ 'new/flood.txt': FLOOD_EN });
  const watch = watching(cwd, ['new']);
  await watch.until(1);
  await rename(join(cwd, 'new/flood.txt'), join(cwd, 'new/alder.txt'));
  expect((await watch.until(3)).slice(1)).toMatchObject([{ type: 'removed', path: 'new/flood.txt' }, { type: 'judged', path: 'new/alder.txt', duplicate: false }]);
  await utimes(join(cwd, 'new/alder.txt'), 1, 1);
  await new Promise((done) => setTimeout(done, 1500));
  await rm(join(cwd, 'new/alder.txt'));
  await watch.until(4);
  await writeFile(join(cwd, 'new/flut.txt'), FLOOD_DE);
  expect((await watch.until(5)).slice(3)).toMatchObject([{ type: 'removed', path: 'new/alder.txt' }, { type: 'judged', path: 'new/flut.txt', duplicate: false }]);
  expect((await watch.stop()).code).toBe(0);
});

test('new folders are followed, records are judged one by one, and a broken file is told of and ends nothing', async () => {
  const cwd = await folderWith({ 'new/.keep': '' });
  const watch = watching(cwd, ['new']);
  const desk = await folderWith({ 'rows.jsonl': `${JSON.stringify({ text: FLOOD_EN })}\n${JSON.stringify({ id: 'de', text: FLOOD_DE })}\n`, 'bad.json': '{"text": ' });
  await rename(desk, join(cwd, 'new/desk'));
  const events = await watch.until(3);
  expect(events).toMatchObject([
    { type: 'diagnostic', severity: 'error', document: 'new/desk/bad.json' },
    { type: 'judged', id: 'desk/rows.jsonl#1', duplicate: false },
    { type: 'judged', id: 'de', duplicate: true, nearest: { id: 'desk/rows.jsonl#1' } },
  ]);
  expect((await watch.stop()).code).toBe(0);
});

test('what is accepted is no duplicate, and another copy of it is', async () => {
  const cwd = await folderWith({ 'new/a.txt': FLOOD_DE, 'archive/flood.txt': FLOOD_EN });
  await dedupe(['check', 'new', '--against', 'archive', '--baseline', 'accepted.json', '--update-baseline', '--reason', 'wire copy'], { cwd });
  const watch = watching(cwd, ['new', '--against', 'archive', '--baseline', 'accepted.json']);
  expect(await watch.until(1)).toMatchObject([{ duplicate: false, accepted: { reason: 'wire copy' } }]);
  await writeFile(join(cwd, 'new/b.txt'), FLOOD_DE);
  expect((await watch.until(2))[1]).toMatchObject({ path: 'new/b.txt', duplicate: true });
  await watch.stop();
});

test.each([
  [['new', '--json'], '--watch and --json were both given.'],
  [['new', '--format', 'sarif'], '--watch and --format sarif were both given.'],
  [['new/a.txt'], '"new/a.txt", which is no folder'],
  [['gone'], '"gone", which is no folder'],
])('--watch with %j is refused', async (argv, message) => {
  const ran = await dedupe(['check', ...argv, '--watch'], { cwd: await folderWith({ 'new/a.txt': FLOOD_EN }) });
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain(message);
});
