import { expect, test } from 'vitest';
import { marksOf } from '../../src/archive/marks.ts';
import { View } from '../../src/archive/view.ts';
import { postedOf } from '../../src/block/posted.ts';
import type { Prepared } from '../../src/pair.ts';
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

test('a view that follows what others write is the one that is made anew, whether documents have come or gone', async () => {
  const { archive, folder, close } = await newArchive();
  const once = await preparedNewsroom();
  // More than become a segment.
  const prepared = Array.from({ length: 5 }, (_, round) => once.map((each) => ({ ...each, document: { ...each.document, id: `${each.document.id} ${round}` } }))).flat();
  const store = await openStore(folder, { readOnly: true });
  let following = new View(store);
  const said = (view: View): unknown => [view.meta, view.languageOf.slice(0, view.meta.next), view.dayOf.slice(0, view.meta.next), [...view.freshMarks], freshNumbers(view, prepared)];
  let flushed = 0;
  for (let at = 0; at < prepared.length; at += 47) {
    archive.add(prepared.slice(at, at + 47));
    if (at === 94) archive.forget((kept) => kept.prepared.document.id.startsWith('copy-'));
    // Not looked at each time: several writes may lie between.
    if (at % 3 === 2) continue;
    store.follow();
    following = new View(store, following);
    expect(said(following)).toEqual(said(new View(store)));
    if (following.meta.freshFrom > 0) flushed++;
  }
  expect(flushed).toBeGreaterThan(2);
  await Promise.all([store.close(), close()]);
});

/** The fresh documents that have any mark of some articles, as the search comes upon them. */
function freshNumbers({ freshMarks }: View, prepared: readonly Prepared[]): unknown {
  const found = new Map<number, number>();
  for (const { print } of prepared) for (const hash of marksOf(postedOf(print)).hashes) freshMarks.each(hash, (number, level) => void found.set(number, (found.get(number) ?? 0) + level + 1));
  return [...found].sort(([x], [y]) => x - y);
}
