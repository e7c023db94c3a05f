import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { candidatesAmong, groupPrepared } from '../../src/grouping.ts';
import { judgeCandidates } from '../../src/judging.ts';
import { pipelineOptions, type PipelineOptions } from '../../src/options.ts';
import { printList, type Prepared } from '../../src/pair.ts';
import { addAll, newArchive, preparedNewsroom } from './newsroom.ts';

interface Answer {
  readonly clusters: readonly string[];
  readonly pairs: readonly string[];
}

/** What one run over everything says. */
function oneRun(prepared: readonly Prepared[], options: PipelineOptions = pipelineOptions()): Answer {
  const sorted = prepared.toSorted((x, y) => (x.document.id < y.document.id ? -1 : 1));
  const judged = judgeCandidates(candidatesAmong(sorted, options), printList(sorted), options);
  const { clusters } = groupPrepared(sorted, judged, options);
  return {
    clusters: clusters.map(({ documents }) => documents.join(' ')).sort(),
    pairs: judged.map(({ a, b, judgement }) => `${sorted[a]?.document.id} ${sorted[b]?.document.id} ${judgement.relation} ${judgement.probability}`).sort(),
  };
}

function answerOf(archive: Archive): Answer {
  return {
    clusters: [...archive.clusters()].map(({ documents }) => documents.join(' ')).sort(),
    pairs: [...archive.pairs()].filter(({ isJudged }) => isJudged).map(({ a, b, judgement }) => `${a} ${b} ${judgement.relation} ${judgement.probability}`).sort(),
  };
}

/** The pairs of copies to the letter are left out: which of more than nine alike stand for all depends on the order, and their clusters do not. */
function withoutCopies({ pairs, clusters }: Answer): Answer {
  return { clusters, pairs: pairs.filter((pair) => !/\bcopy-\d|^000_| 000_/.test(pair)) };
}

/** Some of the articles, by their places, in any order. */
function shuffled(prepared: readonly Prepared[], minLength: number): fc.Arbitrary<number[]> {
  return fc.shuffledSubarray([...prepared.keys()], { minLength });
}

test('added one at a time, in batches or at once, in any order, articles give the pairs and clusters of one run', async () => {
  const prepared = await preparedNewsroom();
  const expected = withoutCopies(oneRun(prepared));
  expect(expected.clusters.length).toBeGreaterThan(9);
  expect(expected.pairs.length).toBeGreaterThan(60);
  await fc.assert(
    fc.asyncProperty(shuffled(prepared, prepared.length), fc.constantFrom(1, 7, 40, 256), async (places, batch) => {
      const order = places.flatMap((place) => prepared[place] ?? []);
      const { archive, close } = await newArchive();
      try {
        addAll(archive, order, batch);
        expect(withoutCopies(answerOf(archive))).toEqual(expected);
      } finally {
        await close();
      }
    }),
    { numRuns: 12 },
  );
});

test('of any part of them too, with look-alikes but without the report they are like', async () => {
  const prepared = await preparedNewsroom();
  await fc.assert(
    fc.asyncProperty(shuffled(prepared, 8), fc.constantFrom(1, 5), async (places, batch) => {
      const order = places.flatMap((place) => prepared[place] ?? []);
      const { archive, close } = await newArchive();
      try {
        addAll(archive, order, batch);
        expect(withoutCopies(answerOf(archive))).toEqual(withoutCopies(oneRun(order)));
      } finally {
        await close();
      }
    }),
    { numRuns: 12 },
  );
});

test('what is taken out again leaves no trace in the answer', async () => {
  const prepared = await preparedNewsroom();
  await fc.assert(
    fc.asyncProperty(shuffled(prepared, 30), fc.integer({ min: 1, max: 20 }), async (places, gone) => {
      const order = places.flatMap((place) => prepared[place] ?? []);
      const { archive, close } = await newArchive();
      try {
        addAll(archive, order, 16);
        const ids = new Set(order.slice(0, gone).map(({ document }) => document.id));
        archive.forget(({ prepared: { document } }) => ids.has(document.id));
        expect(withoutCopies(answerOf(archive))).toEqual(withoutCopies(oneRun(order.slice(gone))));
      } finally {
        await close();
      }
    }),
    { numRuns: 8 },
  );
});
