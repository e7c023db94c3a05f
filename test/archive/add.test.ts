import { expect, test } from 'vitest';
import { prepareBatches } from '../../src/cli/preparing.ts';
import { dedupe } from '../cli/command.ts';
import { newArchive, newFolder, newsroom } from './newsroom.ts';

test('an archive that threads have added to says what one thread would have it say', async () => {
  const [one, many] = [await newFolder(), await newFolder()];
  const told = await dedupe(['add', 'fixtures/newsroom/articles', '--archive', one, '--workers', '1']);
  expect(await dedupe(['add', 'fixtures/newsroom/articles', '--archive', many, '--workers', '2'])).toEqual(told);
  const exported = await Promise.all([one, many].map((folder) => dedupe(['archive', 'export', '--archive', folder])));
  expect(exported[1]).toEqual(exported[0]);
}, 60_000);

test('threads see the archive as the write before has left it, each time anew', async () => {
  const documents = await newsroom();
  const { archive, folder, close } = await newArchive();
  const batches = Array.from({ length: 4 }, (_, at) => documents.slice((at * documents.length) / 4, ((at + 1) * documents.length) / 4));
  let known = 0;
  for await (const { prepared, scouted } of prepareBatches(eachOf(batches), archive.options, 2, folder)) {
    expect(scouted?.groundworks.map(({ sighting }) => sighting?.next)).toEqual(prepared.map(() => known));
    if (known > 0) expect(Math.max(...(scouted?.groundworks.map(({ sighting }) => sighting?.found.length ?? 0) ?? []))).toBeGreaterThan(5);
    archive.add(prepared, undefined, scouted);
    known += prepared.length;
  }
  expect(archive.counts().documents).toBe(documents.length);
  await close();
}, 60_000);

async function* eachOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
