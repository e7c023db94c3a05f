import { expect, test } from 'vitest';
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
  expect(formsOf('ru', 'month-9')).toEqual(['сентябрь', 'сентября']);
  expect(formsOf('pl', 'month-1')).toEqual(['styczeń', 'stycznia']);
});

test('Monday is the first day of the week', () => {
  expect(formsOf('de', 'weekday-1')).toEqual(['Montag']);
  expect(formsOf('zh', 'weekday-7')).toEqual(['星期日']);
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
