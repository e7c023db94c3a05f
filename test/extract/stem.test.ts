import { expect, test } from 'vitest';
import { stem } from '../../src/extract/stem.ts';

test.each([
  ['en', ['exercise', 'exercises', 'exercising']],
  ['de', ['übung', 'übungen']],
  ['it', ['esercitazione', 'esercitazioni']],
  ['fr', ['ministre', 'ministres']],
  ['es', ['inundación', 'inundaciones']],
  ['ru', ['министр', 'министра', 'министром']],
])('in %s %j have one stem', (language, words) => {
  expect(new Set(words.map((word) => stem(word, language))).size).toBe(1);
});

test('a language without a stemmer has no stems, and neither has one that is unknown', () => {
  expect(stem('minister', 'tr')).toBeUndefined();
  expect(stem('minister', 'und')).toBeUndefined();
});
