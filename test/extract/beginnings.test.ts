import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Beginnings } from '../../src/extract/beginnings.ts';

const FORMS = ['dam', 'damm', 'minister', 'ministr', 'übung', 'дамб', 'n', ''];

function withForms(): Beginnings {
  const beginnings = new Beginnings();
  for (const form of FORMS) beginnings.add(form);
  return beginnings;
}

test('every form that a word begins with is told, the longest first', () => {
  const beginnings = withForms();
  expect(beginnings.lengthsIn('dammbruch')).toEqual([4, 3]);
  expect(beginnings.lengthsIn('ministry')).toEqual([7]);
  expect(beginnings.lengthsIn('дамба')).toEqual([4]);
  fc.assert(
    fc.property(fc.constantFrom(...FORMS), fc.string({ unit: 'grapheme' }), (form, rest) => {
      const lengths = beginnings.lengthsIn(form + rest);
      if (form !== '') expect(lengths).toContain(form.length);
      expect(lengths).toEqual([...lengths].sort((x, y) => y - x));
    }),
  );
});

test('of words with no such beginning hardly any is taken for one', () => {
  const beginnings = withForms();
  const words = Array.from({ length: 10_000 }, (_, at) => `q${at.toString(36)}x`);
  expect(words.flatMap((word) => beginnings.lengthsIn(word)).length).toBeLessThan(40);
});
