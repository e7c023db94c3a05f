import { expect, test } from 'vitest';
import { openingOf, removedTextsOf } from '../../src/report/opening.ts';

const TEXT = 'Home » Putin visits Minsk. By admin. He met Lukashenko.';
const REMOVED = [
  { start: 27, end: 36, reason: 'byline' },
  { start: 0, end: 6, reason: 'navigation' },
] as const;

test('an opening passes over what was set aside', () => {
  expect(openingOf({ text: TEXT }, REMOVED)).toBe('Putin visits Minsk. He met Lukashenko.');
  expect(openingOf({ text: TEXT }, [])).toBe(TEXT);
  expect(openingOf({ text: 'Home »' }, [{ start: 0, end: 6, reason: 'navigation' }])).toBe('');
});

test('an opening of a long text is a line at most', () => {
  expect(openingOf({ text: 'x'.repeat(10_000) }, []).length).toBe(240);
});

test('the texts of what was set aside come in its order', () => {
  expect(removedTextsOf({ text: TEXT }, REMOVED)).toEqual([{ reason: 'byline', text: 'By admin.' }, { reason: 'navigation', text: 'Home »' }]);
});
