import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/language/table.ts';
import { conceptForms, countryForms, entityForms } from '../../src/extract/tables.ts';

const textsFor = (forms: readonly { readonly id: string; readonly text: string }[], id: string): string[] =>
  forms.flatMap((form) => (form.id === id ? [form.text] : []));

describe('the concept table', () => {
  test('has forms without white space around them, and none that is empty, in forty languages and more', () => {
    const forms = [...LANGUAGES.keys()].map((language) => conceptForms(language));
    expect(forms.filter((list) => list.length > 0).length).toBeGreaterThan(40);
    const wrong = forms.flat().filter(({ id, text }) => id === '' || text !== text.trim() || text.replace('*', '') === '');
    expect(wrong).toEqual([]);
  });

  test('gives a language without a column its kin’s', () => {
    expect(conceptForms('oc')).toEqual([...conceptForms('ca'), ...conceptForms('fr')]);
  });

  test('gives an unknown language nothing', () => {
    expect(conceptForms('und')).toEqual([]);
  });
});

describe('the entity table', () => {
  test('has a language’s own forms and the English ones', () => {
    const forms = textsFor(entityForms('it'), 'NL');
    expect(forms).toContain('Paesi Bassi');
    expect(forms).toContain('Netherlands');
  });

  test('has the countries as Intl names them', () => {
    expect(textsFor(countryForms('de'), 'BY')).toEqual(['Belarus']);
    expect(textsFor(countryForms('ja'), 'UA')).toEqual(['ウクライナ']);
    expect(countryForms('xx')).toEqual([]);
  });
});
