import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BestByLanguage } from '../../src/block/best-by-language.ts';
import { PartnerScores } from '../../src/block/partner-scores.ts';
import type { PostedList } from '../../src/block/posted.ts';
import { buildPostings, CUT_LIST, MOST_POSTINGS, SHARE_BITS, type EachDocument } from '../../src/block/postings.ts';
import { KernelMemory } from '../../src/kernel/kernel.ts';

/** More than are found in any test. */
const MOST = 255;

/** Keys as they are posted, each with a share of 1: of several tables those that fall to one. */
function posted(memory: KernelMemory, keys: readonly number[], table = 0, tables = 1): PostedList {
  const [all, weightless] = [memory.uint32(keys.length), memory.uint32(keys.length)];
  all.set(keys);
  const list = { keys: memory.uint32(keys.length), shares: memory.uint16(keys.length) };
  return { ...list, count: memory.kernel.postKeys(all.byteOffset, weightless.byteOffset, keys.length, 0, 1, table, tables, list.keys.byteOffset, list.shares.byteOffset) };
}

/** What the first document shares with each other, by place: the documents are lists of keys, all posted with a share of 1. */
function scoresOfFirst(documents: readonly (readonly number[])[], shards = 1): Map<number, number> {
  const size = documents.reduce((sum, { length }) => sum + length, 0);
  const memory = new KernelMemory();
  const postings = Array.from({ length: shards }, (_, shard) => {
    const lists = documents.map((keys) => posted(memory, keys, shard, shards));
    return buildPostings(memory, size, (visit) => {
      for (const [document, list] of lists.entries()) visit(document, list);
    });
  });
  const scores = new PartnerScores(memory, documents.length);
  scores.addShared(scores.tablesOf(postings), posted(memory, documents[0] ?? []));
  const best = new BestByLanguage(memory, 1, MOST, MOST);
  scores.offerTo(best, 0, { languageOf: memory.uint16(documents.length), times: undefined, reach: Infinity });
  const shared = new Map<number, number>();
  best.take((document, score) => {
    shared.set(document, score);
    return true;
  });
  return shared;
}

test('every document that shares a rare name is met, once for each name', () => {
  expect(scoresOfFirst([[10, 20, 30], [20], [40], [10, 20]])).toEqual(new Map([[1, 1], [3, 2]]));
});

test('keys that hash alike are told apart', () => {
  const documents = Array.from({ length: 500 }, (_, at) => [at * 4, at * 4 + 2_000]);
  expect(scoresOfFirst([[0, 8], ...documents])).toEqual(new Map([[1, 1], [3, 1]]));
});

test('a boilerplate paragraph in 40,000 articles costs no more than its first ones, and the one rare name they share is still found', () => {
  const boilerplate = [4, 8, 12, 16, 20];
  const documents = [[...boilerplate, 400], ...Array.from({ length: 40_000 }, () => boilerplate), [...boilerplate, 400]];
  const shared = scoresOfFirst(documents);
  expect(shared.size).toBeLessThan(100);
  expect(shared.get(40_001)).toBe(1);
});

test('an index in several shards tells the same as one', () => {
  const documents = Array.from({ length: 300 }, (_, at) => Array.from({ length: 30 }, (_key, place) => (at * 31 + place * place * 7) % 400));
  expect(scoresOfFirst(documents, 3)).toEqual(scoresOfFirst(documents));
});

test('of a list that every search would cut no more is kept than is read', () => {
  const documents = MOST_POSTINGS + 1;
  const memory = new KernelMemory();
  const list = posted(memory, [8]);
  const each: EachDocument = (visit) => {
    for (let document = 0; document < documents; document++) visit(document, list);
  };
  const { keys, posts } = buildPostings(memory, documents, each);
  expect([...keys.counts].filter((count) => count > 0)).toEqual([documents]);
  expect(Array.from(posts, (post) => post >>> SHARE_BITS)).toEqual(Array.from({ length: CUT_LIST }, (_, at) => at));
});

test('among 140,000 articles, more than are added up at a time, what is shared with the first and the last is summed alike', () => {
  const places = [1, 65_535, 65_536, 65_537, 131_071, 131_072, 139_999];
  const documents = Array.from({ length: 140_000 }, (): number[] => []);
  documents[0] = [4, 8, 12];
  for (const place of places) documents[place] = place % 2 === 0 ? [8] : [4, 12];
  expect(scoresOfFirst(documents)).toEqual(new Map(places.map((place) => [place, place % 2 === 0 ? 1 : 2])));
});

test('where a document shares too much, the shortest lists are read whole and of the others the beginnings', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 900, max: 3_000 })), { minLength: 1, maxLength: 40 }), (lengths) => {
      const documents = Array.from({ length: 3_000 }, (_, document) => lengths.flatMap((length, at) => (document < length ? [8 * at] : [])));
      const expected = new Map<number, number>();
      let left = MOST_POSTINGS;
      const isTooMuch = lengths.reduce((sum, length) => sum + length, 0) > left;
      for (const length of lengths.toSorted((x, y) => x - y)) {
        const read = isTooMuch && length > left ? Math.min(length, CUT_LIST) : length;
        for (let document = 1; document < read; document++) expected.set(document, (expected.get(document) ?? 0) + 1);
        left -= length;
      }
      const best = [...expected].sort(([x, shared], [y, other]) => other - shared || x - y).slice(0, MOST);
      expect([...scoresOfFirst(documents)]).toEqual(best);
    }),
    { numRuns: 20 },
  );
});
