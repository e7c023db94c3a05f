import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { exportLines } from '../../src/archive/transfer.ts';
import type { Prepared } from '../../src/pair.ts';
import { openStore } from '../../src/store/open.ts';
import { newArchive, preparedNewsroom } from './newsroom.ts';

/** An archive that is written beside one who looks into it. */
async function scoutedArchive(): Promise<{ readonly archive: Archive; readonly scout: Archive; readonly close: () => Promise<void> }> {
  const { archive, folder, close } = await newArchive();
  const beside = await openStore(folder, { readOnly: true });
  return { archive, scout: new Archive(beside), close: async () => Promise.all([beside.close(), close()]).then(() => undefined) };
}

function batchesOf(documents: readonly Prepared[], size: number): (readonly Prepared[])[] {
  return Array.from({ length: Math.ceil(documents.length / size) }, (_, at) => documents.slice(at * size, (at + 1) * size));
}

test('articles that were looked for before they are added, in any order and batches, make the same archive to the last line', async () => {
  const prepared = await preparedNewsroom();
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...prepared.keys()], { minLength: prepared.length }), fc.constantFrom(3, 20, 40), async (places, size) => {
      const [plain, scouted] = [await newArchive(), await scoutedArchive()];
      const seen: number[] = [];
      for (const batch of batchesOf(places.flatMap((place) => prepared[place] ?? []), size)) {
        plain.archive.add(batch);
        const sightings = scouted.scout.scout(batch);
        seen.push(...sightings.groundworks.map(({ sighting }) => sighting?.found.length ?? 0));
        scouted.archive.add(batch, undefined, sightings);
      }
      try {
        expect(Math.max(...seen)).toBeGreaterThan(20);
        expect([...exportLines(scouted.archive)]).toEqual([...exportLines(plain.archive)]);
      } finally {
        await Promise.all([plain.close(), scouted.close()]);
      }
    }),
    { numRuns: 6 },
  );
});

test('what was seen before another has written, or before an article was replaced, does not count', async () => {
  const [first, ...rest] = await preparedNewsroom();
  if (first === undefined) throw new Error('the newsroom is empty');
  const [old, fresh] = [rest.slice(0, 30), rest.slice(30)];
  const plain = await newArchive();
  const { archive, scout, close } = await scoutedArchive();
  const sightings = scout.scout(old);
  const other = { ...first, contentHash: '0'.repeat(32) };
  for (const each of [plain.archive, archive]) each.add([other, ...fresh]);
  // Of a write before, and in a batch that begins with an article in place of another.
  for (const each of [plain.archive, archive]) each.add(old, undefined, each === archive ? sightings : undefined);
  for (const each of [plain.archive, archive]) each.add([first], undefined, each === archive ? scout.scout([first]) : undefined);
  expect([...exportLines(archive)]).toEqual([...exportLines(plain.archive)]);
  expect(archive.counts().documents).toBe(1 + rest.length);
  await Promise.all([plain.close(), close()]);
});
