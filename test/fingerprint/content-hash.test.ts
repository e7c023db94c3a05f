import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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

describe('a text is hashed as its definition says', () => {
  const byDefinition = (text: string): string => createHash('sha256').update(text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '')).digest('hex').slice(0, 32);

  test.each([
    ['Latin', REPORT],
    ['Latin, decomposed', REPORT.normalize('NFD')],
    ['Greek, with a final sigma', 'Ο ΓΙΑΝΝΗΣ ΠΕΤΡΟΣ ΕΙΠΕ: ΝΑΙΣ, «όχι» στους δύο.'],
    ['Turkish', 'İstanbul ve IĞDIR’da 3 kişi yaralandı'],
    ['Korean, whole and in parts', `부산 항구 ${'부산 항구'.normalize('NFD')}`],
    ['Japanese, of half width', 'ﾊﾟﾘで①ﾃﾞﾓ、㌔㌘ ガギグ'],
    ['Hindi', 'दिल्ली में बाढ़, 3 मरे'],
    ['fractions, ligatures and powers', 'a ½ cup of ﬁsh, 10² m²'],
    ['letters of two units', 'an 𝔘𝔫𝔦𝔬𝔫 📰 of 𠮷野'],
  ])('%s', (_, text) => {
    expect(contentHash(text)).toBe(byDefinition(text));
  });

  test('of any units', () => {
    const unit = fc.oneof(fc.integer({ min: 0x20, max: 0x24f }), fc.integer({ min: 0x300, max: 0x5ff }), fc.integer({ min: 0x900, max: 0xdff }), fc.integer({ min: 0x1100, max: 0x11ff }), fc.integer({ min: 0x1e00, max: 0x33ff }), fc.integer({ min: 0xac00, max: 0xd7ff }), fc.integer({ min: 0xf900, max: 0xffef }));
    fc.assert(fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      const text = String.fromCharCode(...units);
      return contentHash(text) === byDefinition(text);
    }), { numRuns: 20_000 });
  });
});
