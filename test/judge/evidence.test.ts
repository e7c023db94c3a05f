import { describe, expect, test } from 'vitest';
import { articleOf } from '../extract/articles.ts';
import { DAM, STRIKE, textOf } from '../compare/stories.ts';
import { compare } from '../compare/shipped.ts';
import { shippedBackground } from '../../src/fingerprint/background.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import type { MentionMap } from '../../src/fingerprint/mentions.ts';
import { evidenceOf, formsOnlyIn, mentionsIn, sharedForms } from '../../src/judge/evidence.ts';
import type { Evidence, SharedForm } from '../../src/types.ts';

const BACKGROUND = shippedBackground();

function evidence(text: string, language: string, otherText: string, otherLanguage: string): Evidence {
  const [a, b] = [articleOf(text, language), articleOf(otherText, otherLanguage)];
  return evidenceOf(mentionsIn(a, BACKGROUND), mentionsIn(b, BACKGROUND), compare(fingerprint(a, BACKGROUND), fingerprint(b, BACKGROUND)));
}

const mentionsOf = (text: string, language: string): MentionMap => mentionsIn(articleOf(text, language), BACKGROUND);

const shared = (family: 'name' | 'quantity', first: readonly [string, string], second: readonly [string, string]): SharedForm[] =>
  sharedForms(mentionsOf(...first), mentionsOf(...second), family);

describe('the evidence of a translation', () => {
  const { names, quantities, coverage, likeness, families, alignment, wordSequences, alignedSentences } = evidence(textOf(DAM, 'en'), 'en', textOf(DAM, 'it'), 'it');

  test('names what both texts name, each as it writes it', () => {
    expect(names).toContainEqual({ a: 'Ana Petrov', b: 'Ana Petrov' });
    expect(names).toContainEqual({ a: 'Nordkurier', b: 'Nordkurier' });
    expect(quantities).toContainEqual({ a: '4,300', b: '4.300' });
  });

  test('has no more than eight of a kind, and none twice', () => {
    for (const forms of [names, quantities]) {
      expect(forms.length).toBeLessThanOrEqual(8);
      expect(new Set(forms.map(({ a }) => a)).size).toBe(forms.length);
    }
  });

  test('has likenesses and shares in [0, 1]', () => {
    for (const figure of [coverage.a, coverage.b, likeness, alignment, wordSequences.a, wordSequences.b, ...Object.values(families)]) {
      expect(figure).toBeGreaterThanOrEqual(0);
      expect(figure).toBeLessThanOrEqual(1);
    }
    expect(alignedSentences).toBeGreaterThan(5);
  });
});

describe('shared forms', () => {
  test('are written as either text has them, in its script', () => {
    expect(shared('name', ['Lukaschenko kam nach Minsk.', 'de'], ['Лукашенко прибыл в Минск.', 'ru'])).toEqual(
      expect.arrayContaining([
        { a: 'Lukaschenko', b: 'Лукашенко' },
        { a: 'Minsk', b: 'Минск' },
      ]),
    );
  });

  test('leave out the part of a name already told', () => {
    expect(shared('name', ['They saw Ana Petrov there.', 'en'], ['Là c’era Ana Petrov.', 'it'])).toEqual([{ a: 'Ana Petrov', b: 'Ana Petrov' }]);
  });

  test('have a number that is only some digits of another one', () => {
    const forms = shared('quantity', ['In 2019 they paid 19 euros.', 'en'], ['2019 zahlten sie 19 Euro.', 'de']);
    expect(forms.map(({ a }) => a).sort()).toEqual(['19', '2019']);
  });

  test('are none between two subjects', () => {
    expect(evidence(textOf(DAM, 'en'), 'en', textOf(STRIKE, 'de'), 'de').names).toEqual([]);
  });

  test('come from the title too', () => {
    const a = articleOf('They left on Monday.', 'en', 'Thousands flee Halvik after flood');
    expect(sharedForms(mentionsIn(a, BACKGROUND), mentionsOf('Sie verließen Halvik am Montag.', 'de'), 'name')).toEqual([{ a: 'Halvik', b: 'Halvik' }]);
  });
});

describe('forms that only one text has', () => {
  const a = mentionsOf('They left Halvik and Brenn for Cordell in 2019.', 'en');
  const b = mentionsOf('Sie verließen Halvik.', 'de');

  test('are those the other has no version of', () => {
    expect(formsOnlyIn(a, b, ['name', 'quantity']).sort()).toEqual(['2019', 'Brenn', 'Cordell']);
    expect(formsOnlyIn(b, a, ['name', 'quantity'])).toEqual([]);
  });

  test('are none beside the same text', () => {
    expect(formsOnlyIn(a, a, ['name', 'quantity'])).toEqual([]);
  });
});
