import { describe, expect, test } from 'vitest';
import { keyTexts } from './articles.ts';
import { hanNumber } from '../../src/extract/han-number.ts';
import { metricValues, unitOfConcept, unitOfSign } from '../../src/extract/units.ts';
import { conceptForms } from '../../src/extract/tables.ts';
import { readTable, tableRows } from '../../src/data/load.ts';

const quantities = (language: string, text: string): string[] => keyTexts(text, language, 'quantity');
const words = (language: string, text: string): string[] => keyTexts(text, language, 'word');

describe('a percentage is one, as a sign and in words', () => {
  test.each([
    ['en', 'Exports fell by 3.5%.'],
    ['en', 'Exports fell by 3.5 percent.'],
    ['en', 'Exports fell by 3.5 per cent.'],
    ['de', 'Die Ausfuhren sanken um 3,5 %.'],
    ['de', 'Die Ausfuhren sanken um 3,5 Prozent.'],
    ['it', 'Le esportazioni sono calate del 3,5 per cento.'],
    ['fr', 'Les exportations ont reculé de 3,5 pour cent.'],
    ['es', 'Las exportaciones cayeron un 3,5 por ciento.'],
    ['pt', 'As exportações caíram 3,5 por cento.'],
    ['nl', 'De uitvoer daalde met 3,5 procent.'],
    ['pl', 'Eksport spadł o 3,5 procent.'],
    ['ru', 'Экспорт упал на 3,5 процента.'],
    ['uk', 'Експорт упав на 3,5 відсотка.'],
    ['tr', 'İhracat yüzde 3,5 düştü.'],
    ['tr', 'İhracat %3,5 düştü.'],
    ['ar', 'انخفضت الصادرات بنسبة 3.5 في المئة.'],
    ['ar', 'انخفضت الصادرات ٣٫٥٪.'],
    ['zh', '出口下降了3.5%。'],
    ['zh', '出口下降了百分之三点五。'],
    ['ja', '輸出は3.5パーセント減った。'],
    ['ko', '수출이 3.5퍼센트 줄었다.'],
  ])('in %s: %s', (language, text) => {
    expect(quantities(language, text)).toEqual(expect.arrayContaining(['q:3.5', 'q:3.5%']));
    expect(words(language, text)).toContain('w:percent');
  });

  test('and 3.5 of something else is none', () => {
    expect(quantities('en', 'They walked 3.5 hours.')).toEqual(['q:3.5']);
    expect(quantities('en', 'Of the 5 percent, 3 left.')).not.toContain('q:3%');
  });
});

describe('money is one, as a sign and in words', () => {
  test.each([
    ['en', 'It costs €5m.'],
    ['en', 'It costs 5 million euros.'],
    ['de', 'Es kostet 5 Mio. Euro.'],
    ['de', 'Es kostet 5 Mio. €.'],
    ['it', 'Costa 5 milioni di euro.'],
    ['fr', 'Il coûte 5 millions d’euros.'],
    ['ru', 'Это стоит 5 млн евро.'],
    ['ja', '500万ユーロかかる。'],
  ])('in %s: %s', (language, text) => {
    expect(quantities(language, text)).toContain('q:5000000');
    expect(words(language, text)).toContain('w:euros');
  });

  test.each([
    ['en', '200 rubles', 'ru', '200 рублей', 'w:rubles'],
    ['de', '200 Rubel', 'ru', '200 ₽', 'w:rubles'],
    ['en', '200 hryvnias', 'uk', '200 гривень', 'w:hryvnias'],
    ['zh', '200卢布', 'ja', '200ルーブル', 'w:rubles'],
    ['en', '£200', 'de', '200 Pfund', 'w:pounds'],
    ['pl', '200 franków', 'it', '200 franchi', 'w:francs'],
  ])('other currencies too, by the names of CLDR: %s %s, %s %s', (one, first, other, second, key) => {
    expect(words(one, first)).toContain(key);
    expect(words(other, second)).toContain(key);
  });
});

describe('a measure that translators convert meets what they write', () => {
  test.each([
    ['en', 'The river is 93 miles long.', 'it', 'Il fiume è lungo 150 km.', 'q:150'],
    ['it', 'Il fiume è lungo 93 miglia (150 km).', 'de', 'Der Fluss ist 150 Kilometer lang.', 'q:150'],
    ['en', 'The river is 100 miles long.', 'de', 'Der Fluss ist 161 Kilometer lang.', 'q:161'],
    ['en', 'The wall is 30 feet high.', 'fr', 'Le mur fait 9,1 mètres.', 'q:9.1'],
    ['en', 'It was 100 °F.', 'it', 'C’erano 38 gradi.', 'q:38'],
    ['en', 'It was 100 degrees Fahrenheit.', 'it', 'C’erano 38 gradi.', 'q:38'],
  ])('%s: %s, %s: %s', (one, first, other, second, key) => {
    expect(quantities(one, first)).toContain(key);
    expect(quantities(other, second)).toContain(key);
  });

  test('a pound sign is no weight', () => {
    expect(quantities('en', 'It costs £50.')).toEqual(['q:50']);
    expect(quantities('en', 'It weighs 50 pounds.')).toContain('q:23');
  });

  test('by the factors of the table, to two and to three digits', () => {
    expect(metricValues(93, unitOfConcept('miles') ?? { concept: '', metric: 0, zero: 0 })).toEqual([150]);
    expect(metricValues(100, unitOfSign('°F') ?? { concept: '', metric: 0, zero: 0 })).toEqual([38, 37.8]);
    expect(metricValues(5, unitOfSign('%') ?? { concept: '', metric: 1, zero: 0 })).toEqual([]);
    expect(unitOfSign('§')).toBeUndefined();
  });

  test('and each unit with a factor has a word in the dictionary', () => {
    const concepts = new Set(conceptForms('en').map(({ id }) => id));
    const units = tableRows(readTable('units.tsv')).slice(1).flatMap(([concept = '', signs, metric = '']) => (metric === '' && signs !== '' ? [] : [concept]));
    expect(units.filter((unit) => !concepts.has(unit))).toEqual([]);
  });
});

test.each([
  ['三', 3],
  ['十', 10],
  ['二十五', 25],
  ['一百零五', 105],
  ['三点五', 3.5],
  ['两千三百', 2300],
  ['九十九点九五', 99.95],
  ['人', undefined],
  ['', undefined],
])('the Chinese number %s is %s', (text, value) => {
  expect(hanNumber(text)).toBe(value);
});
