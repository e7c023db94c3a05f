import type { Form } from './tables.ts';

/** Shorter names (`mar`, `So.`) are other words too often. */
const SHORTEST_NAME = 3;

/**
 * The names of months (`month-9`) and weekdays (`weekday-2`, Monday is 1) in a language, alone and as they stand in a date.
 * Source: CLDR by Intl.DateTimeFormat.
 */
export function calendarForms(language: string): Form[] {
  if (Intl.DateTimeFormat.supportedLocalesOf([language]).length === 0) return [];
  const forms = new Map<string, Form>();
  const add = (id: string, text: string | undefined): void => {
    const name = (text ?? '').replace(/[.\d]/gu, '').trim();
    if (name.length >= SHORTEST_NAME || /\p{Script=Han}{2}/u.test(name)) forms.set(`${id} ${name}`, { id, text: name });
  };
  const alone = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const inDate = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  for (let month = 1; month <= 12; month++) {
    const date = new Date(Date.UTC(2024, month - 1, 15));
    add(`month-${month}`, alone.format(date));
    add(`month-${month}`, inDate.formatToParts(date).find((part) => part.type === 'month')?.value);
  }
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  for (let day = 1; day <= 7; day++) add(`weekday-${day}`, weekday.format(new Date(Date.UTC(2024, 0, day))));
  return [...forms.values()];
}
