import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { randomOf } from '../../bench/random.ts';
import { dedupe } from '../cli/command.ts';
import { faultsIn, startAdder } from './crash.ts';
import { addAll, newArchive, newFolder, preparedNewsroom } from './newsroom.ts';

test('whenever it is killed, while adding or compacting, all that was acknowledged is there once and the archive is whole', async () => {
  const folder = await newFolder();
  const random = randomOf(3);
  const acknowledged: string[] = [];
  for (let kill = 0; kill < 8; kill++) {
    const adder = startAdder(folder, `run${kill}`, { compactEvery: 3 });
    while (adder.acknowledged.length === 0 && adder.child.exitCode === null) await setTimeout(5);
    await setTimeout(random.below(200));
    adder.child.kill('SIGKILL');
    await adder.ended;
    acknowledged.push(...adder.acknowledged);
    expect(await faultsIn(folder, acknowledged)).toEqual([]);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(8);
}, 120_000);

test('two processes that add by the library at once wait for each other: each article of both is there once', async () => {
  const folder = await newFolder();
  const adders = [startAdder(folder, 'one', { most: 12 }), startAdder(folder, 'two', { most: 12 })];
  expect(await Promise.all(adders.map(({ ended }) => ended))).toEqual([0, 0]);
  const acknowledged = adders.flatMap((adder) => adder.acknowledged);
  expect(acknowledged).toHaveLength(24);
  expect(await faultsIn(folder, acknowledged)).toEqual([]);
}, 120_000);

test('a second writer is told that there is one, and one that is gone hinders nobody', async () => {
  const folder = await newFolder();
  const first = await dedupe(['add', 'fixtures/newsroom/articles', '--archive', folder]);
  expect(first.code).toBe(0);
  writeFileSync(join(folder, 'writer'), `${process.pid}\n`);
  const second = await dedupe(['add', 'fixtures/newsroom/incoming', '--archive', folder]);
  expect({ code: second.code, stderr: second.stderr }).toEqual({ code: 2, stderr: expect.stringContaining('writes to the archive') });
  expect((await dedupe(['check', 'fixtures/newsroom/incoming', '--archive', folder])).code).toBe(1);
  // No process has this number.
  writeFileSync(join(folder, 'writer'), `${2 ** 30}\n`);
  expect((await dedupe(['add', 'fixtures/newsroom/incoming', '--archive', folder])).code).toBe(0);
}, 60_000);

test('where the disk is full it says so, and what was acknowledged before is there', async () => {
  const folder = await newFolder();
  // A file may grow no larger, as on a full disk; in blocks of 1,024 bytes.
  const adder = startAdder(folder, 'full', { before: 'ulimit -f 300; ' });
  expect(await adder.ended).not.toBe(0);
  expect(adder.stderr.join('')).toMatch(/could not be written|can't be opened/);
  expect(adder.acknowledged.length).toBeGreaterThan(0);
  expect(await faultsIn(folder, adder.acknowledged)).toEqual([]);
}, 120_000);

test('a record with a flipped bit is named', async () => {
  const { archive, folder, close } = await newArchive();
  addAll(archive, await preparedNewsroom(), 256);
  await close();
  const file = join(folder, 'g1/data.mdb');
  const bytes = readFileSync(file);
  const at = bytes.indexOf('altyn-2-en');
  expect(at).toBeGreaterThan(0);
  for (let place = at; place >= 0; place = bytes.indexOf('altyn-2-en', place + 1)) bytes[place + 20] = (bytes[place + 20] ?? 0) ^ 4;
  writeFileSync(file, bytes);
  const { code, stdout } = await dedupe(['archive', 'verify', '--archive', folder]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringMatching(/^document \d+ is damaged: its checksum is another\n$/) });
});

test('a file that was torn off, or overwritten with noise anywhere, is never called whole with other content', async () => {
  const { archive, folder, close } = await newArchive();
  addAll(archive, await preparedNewsroom(), 256);
  await close();
  const file = join(folder, 'g1/data.mdb');
  const whole = readFileSync(file);
  const random = randomOf(5);
  const before = (await dedupe(['archive', 'export', '--archive', folder])).stdout;
  for (let trial = 0; trial < 6; trial++) {
    writeFileSync(file, whole);
    if (trial === 0) truncateSync(file, Math.floor(statSync(file).size / 2));
    else {
      const damaged = Buffer.from(whole);
      const page = 4096 * random.below(damaged.length / 4096);
      for (let at = 0; at < 64; at++) damaged[page + random.below(4096)] = random.below(256);
      writeFileSync(file, damaged);
    }
    const verified = await dedupe(['archive', 'verify', '--archive', folder]);
    if (verified.code !== 0) expect(`${verified.stdout}${verified.stderr}`).toMatch(/damaged|not there|can't be (?:opened|read)|do(?:es)? not/);
    else expect((await dedupe(['archive', 'export', '--archive', folder])).stdout).toBe(before);
  }
}, 120_000);
