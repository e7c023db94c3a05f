import { expect, test } from 'vitest';
import { headingOf, openingOf, removedTextsOf } from '../../src/report/opening.ts';

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

test('what stands for a title on a page is the first line, if it can be one, and not what stood around the article', () => {
  const text = 'Home > News\nWESTON\nRiver Alder bursts its banks in Weston\nAbout 300 people had to leave.';
  const removed = [{ start: 0, end: 11, reason: 'navigation' as const }];
  expect(headingOf({ text: text.slice(19) }, [])).toBe('River Alder bursts its banks in Weston');
  expect(headingOf({ text: text.replace('WESTON\n', '') }, removed)).toBe('River Alder bursts its banks in Weston');
  expect(headingOf({ text }, removed)).toMatch(/^WESTON River Alder .* leave\.$/);
});
