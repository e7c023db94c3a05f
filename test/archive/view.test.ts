import { expect, test } from 'vitest';
import { View } from '../../src/archive/view.ts';
import { openStore } from '../../src/store/open.ts';
import { addAll, newArchive, preparedNewsroom } from './newsroom.ts';

for (const keepText of [false, true]) {
  test(`a document of which parts are held in memory is the one that lies on the disk${keepText ? ', where texts are kept too' : ''}`, async () => {
    const { archive, folder, close } = await newArchive({ keepText });
    addAll(archive, await preparedNewsroom(), 40);
    const store = await openStore(folder, { readOnly: true });
    const [warm, cold] = [new View(store), new View(store)];
    const numbers = [...warm.numbers()];
    for (const number of numbers) warm.packedAt(number);
    expect(numbers.length).toBeGreaterThan(60);
    // The second time out of memory.
    for (let round = 0; round < 2; round++) expect(numbers.map((number) => warm.heldAt(number))).toEqual(numbers.map((number) => cold.keptAt(number)));
    await Promise.all([store.close(), close()]);
  });
}

test('what another process has forgotten is not told out of memory', async () => {
  const { archive, folder, close } = await newArchive();
  archive.add((await preparedNewsroom()).slice(0, 20));
  const store = await openStore(folder, { readOnly: true });
  const view = new View(store);
  expect(view.heldAt(3)?.prepared.document.id).toBe(view.documentAt(3)?.id);
  const forgotten = view.documentAt(3)?.id;
  archive.forget(({ prepared }) => prepared.document.id === forgotten);
  store.follow();
  const later = new View(store, view);
  expect([later.headAt(3), later.heldAt(3), later.packedAt(3)]).toEqual([undefined, undefined, undefined]);
  expect(later.heldAt(4)).toEqual(view.heldAt(4));
  await Promise.all([store.close(), close()]);
});
