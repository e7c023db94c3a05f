import { describe, expect, test } from 'vitest';
import { readTable, tableRows } from '../../src/data/load.ts';
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

describe('what CLDR adds', () => {
  const rows = (name: string): string[][] => tableRows(readTable(name));
  const ids = (name: string): Set<string> => new Set(rows(name).slice(1).map(([id = '']) => id));

  test('has the columns of the authored tables', () => {
    expect(rows('cities.tsv')[0]).toEqual(rows('entities.tsv')[0]);
    expect(rows('currencies.tsv')[0]).toEqual(rows('concepts.tsv')[0]);
  });

  test('has no row twice, no country that is authored and no cell that is', () => {
    for (const [added, authored] of [['cities.tsv', 'entities.tsv'], ['currencies.tsv', 'concepts.tsv']] as const) {
      expect(ids(added).size).toBe(rows(added).length - 1);
      const known = new Map(rows(authored).map((cells) => [cells[0], cells]));
      const twice = rows(added).slice(1).flatMap((cells) => cells.flatMap((cell, at) => (at > 1 && cell !== '' && (known.get(cells[0])?.[at] ?? '') !== '' ? [`${cells[0]} ${cell}`] : [])));
      expect(twice).toEqual([]);
    }
  });

  test('lets a city of the world be met in scripts that spell it otherwise', () => {
    expect(textsFor(entityForms('ru'), 'nairobi')).toContain('Найроби');
    expect(textsFor(entityForms('ja'), 'caracas')).toContain('カラカス');
    expect(textsFor(entityForms('zh'), 'nairobi')).toContain('内罗毕');
  });

  test('names the small countries by Intl', () => {
    expect(textsFor(countryForms('de'), 'SM')).toEqual(['San Marino']);
    expect(textsFor(countryForms('fr'), 'WS')).toEqual(['Samoa']);
  });
});
