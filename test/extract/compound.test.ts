import { expect, test } from 'vitest';
import { splitCompound } from '../../src/extract/compound.ts';

test.each([
  ['de', 'militärübungen', ['military', 'exercise']],
  ['de', 'regierungschef', ['government', 'head']],
  ['de', 'verteidigungsministerium', ['ministry']],
  ['nl', 'veiligheidsraad', ['security']],
  ['fi', 'puolustusministeri', ['minister']],
])('in %s %s has the concepts of its parts', (language, word, concepts) => {
  expect(splitCompound(word, language)).toEqual(expect.arrayContaining(concepts));
});

test('no concept comes twice', () => {
  const concepts = splitCompound('verteidigungsministerium', 'de');
  expect(new Set(concepts).size).toBe(concepts.length);
});

test('a word with an unknown part is none', () => {
  expect(splitCompound('militärxyzqwrtz', 'de')).toEqual([]);
  expect(splitCompound('xyzqwrtzübungen', 'de')).toEqual([]);
});

test('a short word is none', () => {
  expect(splitCompound('übung', 'de')).toEqual([]);
});

test('a language that parts its compounds has none', () => {
  expect(splitCompound('militaryexercise', 'en')).toEqual([]);
});
