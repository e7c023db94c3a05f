import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash } from '../../src/fingerprint/content-hash.ts';

const REPORT = 'The harbour of Lindau stays shut until Friday: a crane, 40 m tall, fell on pier 3. “Nobody was hurt,” said Ana Köhler.';

test('the same words have one hash, however lines, quotes, dashes and Unicode forms are written', () => {
  const rewritten = REPORT.replaceAll(' ', '\n').replaceAll(/[“”]/g, '"').replace(': ', ' – ').normalize('NFD').toUpperCase();
  expect(contentHash(rewritten)).toBe(contentHash(REPORT));
  expect(contentHash(REPORT)).toMatch(/^[0-9a-f]{32}$/);
});

test.each([
  ['a figure', REPORT.replace('40', '41')],
  ['a word', REPORT.replace('Nobody', 'Somebody')],
  ['an accent', REPORT.replace('Köhler', 'Kohler')],
])('%s that differs gives another hash', (_, text) => {
  expect(contentHash(text)).not.toBe(contentHash(REPORT));
});

test('vowel signs of Indic scripts are part of the words', () => {
  expect(contentHash('दिल्ली में बाढ़')).not.toBe(contentHash('दल्ला मं बढ़'));
});

test('white space and punctuation around a text never count', () => {
  fc.assert(fc.property(fc.stringMatching(/^[\s.,;:!?-]*$/), fc.stringMatching(/^[\s.,;:!?-]*$/), (before, after) => contentHash(before + REPORT + after) === contentHash(REPORT)));
});
