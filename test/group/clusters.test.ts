import { describe, expect, test } from 'vitest';
import { articleOf } from '../extract/articles.ts';
import { clustersOf } from '../../src/group/clusters.ts';
import type { Grouped } from '../../src/group/representative.ts';
import { logistic, logit } from '../../src/judge/judge.ts';
import type { Link } from '../../src/group/group.ts';
import type { Cluster } from '../../src/types.ts';

interface Known {
  readonly date?: string;
  readonly text?: string;
  readonly language?: string;
}

/** Articles named by the letters of `ids`, which are in ascending order. */
function articles(ids: string, known: Readonly<Record<string, Known>> = {}): Grouped[] {
  return [...ids].map((id) => {
    const { date, text = 'The dam broke.', language = 'en' } = known[id] ?? {};
    const article = articleOf(text, language);
    const letters = article.sentences.reduce((sum, { length }) => sum + length, 0);
    return { language: article.language, letters, document: { ...article.document, id, ...(date === undefined ? {} : { date }) } };
  });
}

/** The clusters in which the letters of each word of `groups` support each other by 2 and nothing else does. */
function clusters(of: readonly Grouped[], groups: string, threshold = 0.5): Cluster[] {
  const idOf = (place: number): string => of[place]?.document.id ?? '';
  const together = (a: number, b: number): boolean => groups.split(' ').some((group) => group.includes(idOf(a)) && group.includes(idOf(b)));
  const support = (a: number, b: number): number => (together(a, b) ? 2 : -4);
  const links: Link[] = of.flatMap((_, a) => of.slice(a + 1).map((__, next) => ({ a, b: a + 1 + next, support: support(a, a + 1 + next) })));
  return clustersOf(of, links, support, { bias: logit(threshold), level: 'report' });
}

describe('a cluster', () => {
  test('lists its documents, the largest cluster first', () => {
    expect(clusters(articles('abcde'), 'ab cde').map(({ documents }) => documents)).toEqual([
      ['c', 'd', 'e'],
      ['a', 'b'],
    ]);
  });

  test('lists its languages, each once, in ascending order', () => {
    const [cluster] = clusters(articles('abc', { a: { language: 'it' }, b: { language: 'de' }, c: { language: 'it' } }), 'abc');
    expect(cluster?.languages).toEqual(['de', 'it']);
  });

  test('is called after its documents: the same in the next run, whatever else is there', () => {
    const [alone] = clusters(articles('bd'), 'bd');
    const among = clusters(articles('abcdef'), 'bd ace').find(({ documents }) => documents.includes('b'));
    expect(among?.id).toBe(alone?.id);
    expect(alone?.id).toMatch(/^[0-9a-f]{16}$/);
  });

  test('is called otherwise when a document joins it', () => {
    const [two] = clusters(articles('abc'), 'ab');
    const [three] = clusters(articles('abc'), 'abc');
    expect(three?.id).not.toBe(two?.id);
  });

  test('has for each document the probability that it belongs, whatever the threshold, and their mean', () => {
    const [cluster] = clusters(articles('abc'), 'abc');
    expect(cluster?.members).toEqual([logistic(2), logistic(2), logistic(2)]);
    expect(cluster?.probability).toBeCloseTo(logistic(2));
    const [strict] = clusters(articles('ab'), 'ab', 0.9);
    expect(strict?.probability).toBeCloseTo(logistic(2 + logit(0.9)));
  });
});

describe('the representative', () => {
  test('is the earliest by date', () => {
    const [cluster] = clusters(articles('abc', { a: { date: '2023-01-18' }, b: { date: '2023-01-17T08:00:00Z' }, c: { text: 'The dam broke. Nobody was hurt.' } }), 'abc');
    expect(cluster?.representative).toBe('b');
  });

  test('is the earliest moment, whatever zone the dates are written in', () => {
    const [cluster] = clusters(articles('ab', { a: { date: '2023-01-17T10:00:00+09:00' }, b: { date: '2023-01-17T08:00:00Z' } }), 'ab');
    expect(cluster?.representative).toBe('a');
  });

  test('is the most complete where no date is known', () => {
    const [cluster] = clusters(articles('abc', { b: { text: 'The dam broke. Nobody was hurt.' } }), 'abc');
    expect(cluster?.representative).toBe('b');
  });

  test('is the first by id where all else is equal', () => {
    expect(clusters(articles('abc'), 'abc')[0]?.representative).toBe('a');
  });
});
