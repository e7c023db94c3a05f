import { expect, test } from 'vitest';
import { compileForms, parseForms } from '../../src/extract/compiled-forms.ts';
import { indexForms } from '../../src/extract/form-index.ts';

test.each(['de', 'ru', 'ar', 'ja'])('the compiled words of %s are those of the tables', (language) => {
  const [made, read] = [indexForms(language), parseForms(compileForms(language))];
  made.wakeAll();
  for (const [key, entries] of made.stems) expect(read.stems.get(key), key).toEqual(entries);
  for (const [key, starts] of made.starts) expect(read.starts.get(key), key).toEqual(starts);
  expect(read.runs).toEqual(made.runs);
  expect(made.starts.size + made.runs.size).toBeGreaterThan(1_000);
});

test('a word that no table has is in neither', () => {
  expect(parseForms(compileForms('de')).stems.get('quabbelig')).toBeUndefined();
});
