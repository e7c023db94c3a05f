import { expect, test } from 'vitest';
import { keyTexts } from './articles.ts';
import { calendarForms } from '../../src/extract/calendar.ts';

const formsOf = (language: string, id: string): string[] => calendarForms(language).flatMap((form) => (form.id === id ? [form.text] : []));

test.each([
  ['en', 'September'],
  ['it', 'settembre'],
  ['fi', 'syyskuu'],
  ['ru', 'сентябрь'],
  ['ar', 'سبتمبر'],
  ['zh', '九月'],
])('in %s the ninth month is %s', (language, name) => {
  expect(formsOf(language, 'month-9')).toContain(name);
});

test('a month has the form it takes in a date too', () => {
  expect(formsOf('ru', 'month-9')).toEqual(expect.arrayContaining(['сентябрь', 'сентября']));
  expect(formsOf('pl', 'month-1')).toEqual(expect.arrayContaining(['styczeń', 'stycznia']));
});

test('Monday is the first day of the week', () => {
  expect(formsOf('de', 'weekday-1')).toEqual(['Montag']);
  expect(formsOf('zh', 'weekday-7')).toEqual(expect.arrayContaining(['星期日', '周日']));
});

test('every language of the world press has seven days', () => {
  for (const language of ['en', 'de', 'es', 'ru', 'ar', 'hi', 'ja', 'ko', 'th', 'sw']) {
    const days = new Set(calendarForms(language).flatMap(({ id }) => (id.startsWith('weekday') ? [id] : [])));
    expect(days.size, language).toBe(7);
  }
});

test('a language unknown to Intl has none', () => {
  expect(calendarForms('xx')).toEqual([]);
});

test('Persian and Thai have the months of the Gregorian calendar, which the news is dated by', () => {
  expect(formsOf('fa', 'month-3')).toEqual(['مارس']);
  expect(formsOf('th', 'month-3')).toEqual(['มีนาคม']);
});

test('where months are counted their names are none', () => {
  expect(formsOf('vi', 'month-3')).toEqual([]);
});

test.each([
  ['ru', 'Это было в январе.', 'w:month-1'],
  ['ru', 'Это было в среду.', 'w:weekday-3'],
  ['uk', 'Це було в січні.', 'w:month-1'],
  ['pl', 'To było we wrześniu.', 'w:month-9'],
  ['cs', 'Bylo to ve středu.', 'w:weekday-3'],
  ['fi', 'Se oli maaliskuussa.', 'w:month-3'],
  ['fr', 'C’était en mars.', 'w:month-3'],
  ['es', 'Fue el lunes.', 'w:weekday-1'],
  ['ar', 'كان ذلك في كانون الثاني', 'w:month-1'],
])('in %s a month or day is met in its cases, whatever else has its stem: %s', (language, text, key) => {
  expect(keyTexts(text, language, 'word')).toContain(key);
});

test('may and march are months with a capital only', () => {
  expect(keyTexts('They may march on.', 'en', 'word')).not.toContain('w:month-5');
  expect(keyTexts('They met in May.', 'en', 'word')).toContain('w:month-5');
});
