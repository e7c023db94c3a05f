import { calendarCells } from './calendar-table.ts';
import type { Form } from './tables.ts';

/** Shorter names (`mar`, `So.`) are other words too often. */
const SHORTEST_NAME = 3;

/**
 * The names of months (`month-9`) and weekdays (`weekday-2`, Monday is 1) in a language, alone, as they stand in a date and in
 * other cases. Source: CLDR by Intl.DateTimeFormat, and `calendar.tsv` for what that leaves out.
 */
export function calendarForms(language: string): Form[] {
  const forms = new Map<string, Form>();
  const add = (id: string, text: string): void => {
    const name = text.replaceAll('.', '').trim();
    if (isName(name)) forms.set(`${id} ${name}`, { id, text: name });
  };
  addNames(language, add);
  for (const [id, texts] of calendarCells(language)) if (isCalendarId(id)) texts.forEach((text) => forms.set(`${id} ${text}`, { id, text }));
  return [...forms.values()];
}

/** Whether a concept is a month or a day of the week. */
export function isCalendarId(id: string): boolean {
  return id.startsWith('month-') || id.startsWith('weekday-');
}

/** How many days before or after its document's date the day lies that a concept names. */
export const RELATIVE_DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

/** Whether a concept stands for a day that the date of its document tells. */
export function isDayConcept(id: string): boolean {
  return id.startsWith('weekday-') || Object.hasOwn(RELATIVE_DAYS, id);
}

/** Where months are counted (`tháng 3`, `3月`), their names are no names. */
function isName(text: string): boolean {
  return !/\p{Nd}/u.test(text) && (text.length >= SHORTEST_NAME || /\p{Script=Han}{2}/u.test(text));
}

function addNames(language: string, add: (id: string, text: string) => void): void {
  if (Intl.DateTimeFormat.supportedLocalesOf([language]).length === 0) return;
  // Persian and Thai would have calendars of their own.
  const locale = `${language}-u-ca-gregory`;
  const alone = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const inDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  for (let month = 1; month <= 12; month++) {
    const date = new Date(Date.UTC(2024, month - 1, 15));
    add(`month-${month}`, alone.format(date));
    add(`month-${month}`, inDate.formatToParts(date).find((part) => part.type === 'month')?.value ?? '');
  }
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  for (let day = 1; day <= 7; day++) add(`weekday-${day}`, weekday.format(new Date(Date.UTC(2024, 0, day))));
}
