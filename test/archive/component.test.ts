import { expect, test } from 'vitest';
import { addAll, newArchive, preparedNewsroom } from './newsroom.ts';
import { Archive } from '../../src/archive/archive.ts';
import { componentsOf, type Component } from '../../src/archive/component.ts';
import { Finder } from '../../src/archive/finder.ts';
import type { Sighting } from '../../src/archive/partners.ts';
import { keptOf } from '../../src/archive/record.ts';
import { verify } from '../../src/archive/verify.ts';
import { View } from '../../src/archive/view.ts';
import { insert, regroup, writeTo } from '../../src/archive/writing.ts';
import { logistic } from '../../src/judge/judge.ts';
import type { Prepared } from '../../src/pair.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';

type Grouping = Parameters<typeof componentsOf>[2];

/** The components of an archive of the newsroom, and its clusters by numbers. */
async function newsroomParts(grouping: Grouping): Promise<{ readonly components: readonly Component[]; readonly clusters: readonly (readonly number[])[] }> {
  const prepared = await preparedNewsroom();
  const { archive, folder, close } = await newArchive();
  addAll(archive, prepared, 40);
  const store = await openStore(folder, { readOnly: true });
  try {
    const numberOf = new Map(prepared.map(({ document: { id } }, number) => [id, number]));
    const clusters = [...archive.clusters()].map(({ documents }) => documents.map((id) => numberOf.get(id) ?? -1));
    return { components: componentsOf(store, prepared.keys(), grouping), clusters };
  } finally {
    await Promise.all([store.close(), close()]);
  }
}

test('documents hang together by what may join two, and not by all that is kept of them', async () => {
  const { components, clusters } = await newsroomParts({ level: 'report', threshold: 0.6 });
  const all = await newsroomParts({ level: 'report', threshold: 0 });
  const largest = (list: readonly Component[]): number => Math.max(...list.map(({ numbers }) => numbers.length));
  expect(largest(components)).toBeLessThan(largest(all.components));
  for (const cluster of clusters) expect(components.some(({ numbers }) => cluster.every((number) => numbers.includes(number)))).toBe(true);
});

test('beside them stand those that compete, each of which a pair ties to one of them, and none where whole stories are grouped', async () => {
  const { components } = await newsroomParts({ level: 'report', threshold: 0.6 });
  expect(components.some(({ beside }) => beside.length > 0)).toBe(true);
  for (const { numbers, beside, pairs } of components) {
    for (const number of beside) {
      expect(numbers).not.toContain(number);
      expect(pairs.some(({ a, b, judgement }) => b === number && numbers.includes(a) && judgement.probability >= 0.04)).toBe(true);
    }
  }
  const stories = await newsroomParts({ level: 'story', threshold: 0.6 });
  expect(stories.components.every(({ beside }) => beside.length === 0)).toBe(true);
});

/** What a look says of a document of the archive that is judged a version with some log-odds. */
function judgedAt(number: number, logOdds: number): Sighting['found'][number] {
  const probability = logistic(logOdds);
  return { number, score: 1, isAlike: false, isPromising: true, judgement: { relation: 'translation', probability, logOdds, story: probability } };
}

/** Articles that are made to look alike, in an archive: each comes with what is judged of it, and the clusters are made anew. */
async function madeUp(work: (add: (document: Prepared, ...judged: readonly ReturnType<typeof judgedAt>[]) => void, archive: Archive, store: Store) => void): Promise<void> {
  const { archive: empty, folder, close } = await newArchive();
  await close();
  const store = await openStore(folder, { readOnly: false });
  try {
    const view = new View(store);
    const add = (document: Prepared, ...judged: readonly ReturnType<typeof judgedAt>[]): void => {
      writeTo(store, () => view, { finder: new Finder(), options: empty.options }, (writing) => {
        insert(writing, keptOf(document), { sighting: { next: view.meta.next, isRead: new Uint8Array(0), found: judged } });
        regroup(writing);
      });
    };
    work(add, new Archive(store), store);
  } finally {
    await store.close();
  }
}

/** The first articles of the newsroom in a language, which tell of different things. */
async function inLanguage(code: string): Promise<readonly [Prepared, Prepared, Prepared]> {
  const [one, , two, , three] = (await preparedNewsroom()).filter(({ language }) => language.code === code);
  if (one === undefined || two === undefined || three === undefined) throw new Error(`the newsroom has too little in ${code}`);
  return [one, two, three];
}

test('a newcomer that fits one of two as well as the other does takes them apart, though it joins neither', async () => {
  const [[italian], [german, , other]] = await Promise.all([inLanguage('it'), inLanguage('de')]);
  await madeUp((add, archive) => {
    add(italian);
    add(german, judgedAt(0, 0.5));
    expect(archive.counts().clusters).toBe(1);
    add(other, judgedAt(0, 0.3));
    expect(archive.counts().clusters).toBe(0);
  });
});

test('those that compete are in one cluster, though their sources tie them to each other', async () => {
  const [[italian], [german, other, version]] = await Promise.all([inLanguage('it'), inLanguage('de')]);
  await madeUp((add, archive, store) => {
    add(italian);
    add(german, judgedAt(0, 3));
    add(other, judgedAt(0, -2));
    add({ ...version, document: { ...version.document, hints: { translations: [other.document.id] } } }, judgedAt(0, -2));
    const ids = [[italian, german], [other, version]].map((pair) => pair.map(({ document }) => document.id).sort());
    expect([...archive.clusters()].map(({ documents }) => documents)).toEqual(ids);
    expect([...verify(store)]).toEqual([]);
    const { clusters, told } = archive.told([italian.document.id], new Map()).found;
    expect(clusters.map(({ documents }) => documents)).toEqual(ids.slice(0, 1));
    expect(told.every(({ a, b }) => ids[0]?.some((id) => a.document.id === id || b.document.id === id))).toBe(true);
  });
});
