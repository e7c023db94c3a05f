import { expect, test } from 'vitest';
import { PartnerScores } from '../../src/block/partner-scores.ts';
import { buildPostings, type Posted } from '../../src/block/postings.ts';

/** Documents as lists of keys, all posted with weight 1. */
function postedOf(documents: readonly (readonly number[])[]): Posted {
  const lists = documents.map((keys) => Uint32Array.from(keys));
  return { documents: lists.length, keysOf: (at) => lists[at] ?? new Uint32Array(), weightsOf: () => undefined, least: 0, shareOf: () => 1 };
}

/** What the first document shares with each other, by place. */
function scoresOfFirst(documents: readonly (readonly number[])[]): Map<number, number> {
  const scores = new PartnerScores(documents.length);
  scores.addShared(buildPostings(postedOf(documents)), Uint32Array.from(documents[0] ?? []), () => 1, (document) => document !== 0);
  const shared = new Map<number, number>();
  scores.take((document, score) => shared.set(document, score));
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
