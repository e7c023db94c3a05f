import fc from 'fast-check';
import { expect, test } from 'vitest';
import { preferenceOf } from '../../src/group/prefer.ts';
import { representativeOf, type Grouped } from '../../src/group/representative.ts';

function article(id: string, letters: number, given: { date?: string; url?: string } = {}): Grouped {
  return { document: { id, path: `news/${id}`, ...given }, language: { code: 'en', confidence: 1 }, letters };
}

test('the earliest stands for a cluster, then the most complete, then the first by id', () => {
  const [late, early] = [article('a', 900, { date: '2024-03-06' }), article('b', 100, { date: '2024-03-05T23:00:00-02:00' })];
  expect(representativeOf([late, early])).toBe('a');
  expect(representativeOf([late, article('b', 100, { date: '2024-03-05' })])).toBe('b');
  expect(representativeOf([article('a', 100), article('b', 900)])).toBe('b');
  expect(representativeOf([article('b', 100), article('a', 100)])).toBe('a');
  expect(representativeOf([article('a', 900), article('b', 1, { date: '2024-03-05' })])).toBe('b');
});

test('what the user prefers comes before all that', () => {
  const articles = [article('wire/a', 900, { date: '2020-01-01' }), article('site/b', 1, { url: 'https://www.agency.example/1' })];
  expect(representativeOf(articles, ['agency.example'])).toBe('site/b');
  expect(representativeOf(articles, ['nothing'])).toBe('wire/a');
  expect(representativeOf(articles, ['wire/*', 'agency.example'])).toBe('wire/a');
});

test('a host is itself and its subdomains, and no other that ends alike', () => {
  const fits = (url: string | undefined, pattern: string) => preferenceOf({ id: 'a', path: 'a', ...(url === undefined ? {} : { url }) }, [pattern]) === 0;
  expect(fits('https://Agency.example/x', 'agency.EXAMPLE')).toBe(true);
  expect(fits('https://news.agency.example/x', 'agency.example')).toBe(true);
  expect(fits('https://notagency.example/x', 'agency.example')).toBe(false);
  expect(fits('https://agency.example.org/x', 'agency.example')).toBe(false);
  expect(fits('no address', '')).toBe(false);
  expect(fits(undefined, '')).toBe(false);
});

test('a path pattern stands for names and folders as in .gitignore', () => {
  const fits = (path: string, pattern: string) => preferenceOf({ id: 'x', path }, [pattern]) === 0;
  expect(fits('archive/wire/2024/a.txt', 'wire/**')).toBe(true);
  expect(fits('archive/wire/2024/a.txt', 'wire/*')).toBe(false);
  expect(fits('archive/wire/2024/a.txt', '*.txt')).toBe(true);
  expect(fits('archive/wire/2024/a.txt', 'archive/**/a.*')).toBe(true);
  expect(fits('hardwire/a.txt', 'wire/**')).toBe(false);
  expect(fits('a.txt', './a.txt')).toBe(true);
});

test('a pattern of many stars takes no longer than the product of the lengths', () => {
  fc.assert(fc.property(fc.constantFrom('a', 'b'), (last) => {
    const started = preferenceOf({ id: 'x', path: 'a'.repeat(2000) }, [`${'*a'.repeat(200)}*${last}`]);
    expect(started).toBe(last === 'a' ? 0 : 1);
  }), { numRuns: 4 });
});
