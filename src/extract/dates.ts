import { RELATIVE_DAYS } from './calendar.ts';
import { dateCustoms } from './calendar-table.ts';
import type { TextContext } from './context.ts';
import { keyName, type KeyName } from './key-name.ts';
import { toLatinDigits } from './quantity.ts';
import { startingEntries } from './run.ts';
import { NUMBER, type Token, type Tokens } from './tokens.ts';

/** A day of the year. Months count from 1. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** What a number says of a date: its days (two where the order is open, `3/4/2024` in English), and whether the month has a word. */
export interface DateReading {
  readonly days: readonly MonthDay[];
  /** The month is written as a name that gives its own key. */
  readonly named: boolean;
}

/** The key of a day of the year: `q:03-05`. Years are left out, as most dates leave them. */
export function dayName({ month, day }: MonthDay): KeyName {
  return keyName('quantity', `q:${twoDigits(month)}-${twoDigits(day)}`);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** The date that begins with, or has as its day, the number at `index`; undefined where it is of none. */
export function readDate(tokens: Tokens, index: number, context: TextContext): DateReading | undefined {
  const token = tokens.at(index);
  if (token === undefined) return undefined;
  if (token.text.length > LONGEST_DAY) return readDotted(token.text, context.language) ?? readFigures(tokens, index, context.language);
  const day = smallNumber(token, 31);
  return day === 0 ? undefined : (readFigures(tokens, index, context.language) ?? readNamed(tokens, index, day, context));
}

const LONGEST_DAY = 2;

/** `03.03.2024`, `3.3.24`, `2024.03.03`. */
const DOTTED = /^(\d{1,4})\.(\d{1,2})\.(\d{4}|\d{2})$/u;

function readDotted(text: string, language: string): DateReading | undefined {
  if (!text.includes('.')) return undefined;
  const [, first = '', second = '', third = ''] = DOTTED.exec(toLatinDigits(text)) ?? [];
  return ofFigures(first, second, third, language);
}

/** `3/3/2024`, `2024-03-03`, `2024. 3. 3.`: three numbers, of which the first or the last is a year. */
function readFigures(tokens: Tokens, index: number, language: string): DateReading | undefined {
  if (tokens.word(index + 1) !== NUMBER || tokens.word(index + 2) !== NUMBER) return undefined;
  const [first, second, third] = [tokens.at(index), tokens.at(index + 1), tokens.at(index + 2)];
  if (first?.kind !== 'number' || second?.kind !== 'number' || third?.kind !== 'number') return undefined;
  const gap = second.start - first.end;
  if (gap > (isYear(first.text) ? 2 : 1) || third.start - second.end !== gap) return undefined;
  if (!isYear(first.text) && !isYear(third.text)) return undefined;
  return ofFigures(toLatinDigits(first.text), toLatinDigits(second.text), toLatinDigits(third.text), language);
}

function isYear(text: string): boolean {
  return text.length === 4;
}

function ofFigures(first: string, second: string, third: string, language: string): DateReading | undefined {
  if (first.length === 4) return reading([{ month: Number(second), day: Number(third) }]);
  if (first === '') return undefined;
  const dayFirst = { month: Number(second), day: Number(first) };
  // English is written with the month first in America and with the day first elsewhere.
  const monthFirst = { month: Number(first), day: Number(second) };
  return reading(language === 'en' && first !== second ? [monthFirst, dayFirst] : [dayFirst]);
}

function reading(days: readonly MonthDay[]): DateReading | undefined {
  const possible = days.filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
  return possible.length === 0 ? undefined : { days: possible, named: false };
}

/** How many words may stand between day and month: `the 3rd of March`. */
const MOST_BETWEEN = 2;

/** `3 March`, `3. März`, `3 de marzo`, `March 3`, `3月3日`, `3 tháng 3`. */
function readNamed(tokens: Tokens, index: number, day: number, context: TextContext): DateReading | undefined {
  const customs = dateCustoms(context.language);
  let at = index + 1;
  while (at <= index + MOST_BETWEEN && isBetween(tokens, at, context)) at++;
  const after = monthAt(tokens, at, context, tokens.at(at - 1));
  if (after !== undefined) return { days: [{ month: after.month, day }], named: after.named };
  if (!customs.monthFirst) return undefined;
  const before = customs.afterMonth === '' ? monthAt(tokens, index - 1, context) : countedMonth(tokens, index - 1, customs.afterMonth);
  // A short name may have a full stop (`Sept. 3`); after a whole one that would end the sentence.
  if (before === undefined || tokens.start(index) - tokens.end(index - 1) > (before.named ? 1 : 2)) return undefined;
  return { days: [{ month: before.month, day }], named: before.named };
}

function isBetween(tokens: Tokens, at: number, { language }: TextContext): boolean {
  const token = tokens.at(at);
  const { between } = dateCustoms(language);
  return token?.kind === 'word' && between.size > 0 && token.start - tokens.end(at - 1) <= 2 && between.has(tokens.folded(at));
}

interface Month {
  readonly month: number;
  readonly named: boolean;
}

/** The month whose name stands at a place, near the token before where one is given. */
function monthAt(tokens: Tokens, at: number, { language }: TextContext, before?: Token): Month | undefined {
  const token = tokens.at(at);
  if (token === undefined || token.kind === 'number' || (before !== undefined && token.start - before.end > 2)) return undefined;
  if (token.kind === 'run') return monthOfRun(token.text, language);
  const { concepts, phrases } = tokens.meaning(at);
  const ids = phrases.length === 0 ? concepts : [...concepts, ...phrases.map(({ id }) => id)];
  const named = ids.find((id) => id.startsWith(MONTH));
  if (named !== undefined) return { month: Number(named.slice(MONTH.length)), named: true };
  const { shortMonths, beforeMonth } = dateCustoms(language);
  const folded = tokens.folded(at);
  if (beforeMonth.has(folded)) return counted(tokens.at(at + 1));
  const month = shortMonths.get(folded);
  return month === undefined ? undefined : { month, named: false };
}

const MONTH = 'month-';

/** From Han characters on, months are counted and not named. */
const FIRST_COUNTING = 0x2e80;

function monthOfRun(run: string, language: string): Month | undefined {
  if (run.charCodeAt(0) >= FIRST_COUNTING) return undefined;
  const named = startingEntries(run, language).find(({ id }) => id.startsWith(MONTH));
  return named === undefined ? undefined : { month: Number(named.id.slice(MONTH.length)), named: true };
}

function counted(token: Token | undefined): Month | undefined {
  const month = token?.kind === 'number' ? smallNumber(token, 12) : 0;
  return month === 0 ? undefined : { month, named: false };
}

function countedMonth(tokens: Tokens, at: number, mark: string): Month | undefined {
  return tokens.at(at)?.text === mark ? counted(tokens.at(at - 1)) : undefined;
}

/** The month that the number at `index` counts (`3月`, `3월`, `tháng 3`), or 0. */
export function countedMonthAt(tokens: Tokens, index: number, { language }: TextContext): number {
  const { afterMonth, beforeMonth } = dateCustoms(language);
  if (afterMonth === '' && beforeMonth.size === 0) return 0;
  const [token, after, before] = [tokens.at(index), tokens.at(index + 1), tokens.at(index - 1)];
  if (token === undefined) return 0;
  const isBefore = beforeMonth.size > 0 && before?.kind === 'word' && beforeMonth.has(tokens.folded(index - 1));
  const isAfter = afterMonth !== '' && after !== undefined && after.start === token.end && after.text.startsWith(afterMonth);
  return isBefore || isAfter ? smallNumber(token, 12) : 0;
}

/** The whole number from 1 to `most` that a token is, or 0. */
function smallNumber({ text }: Token, most: number): number {
  const value = text.length > LONGEST_DAY ? 0 : Number(toLatinDigits(text));
  return Number.isInteger(value) && value >= 1 && value <= most ? value : 0;
}

const DAY_MS = 86_400_000;

/**
 * The days that the words of a document dated `date` (ISO 8601) stand for, by concept: today, yesterday, tomorrow, and each
 * weekday as the last of its name, since news tells what was. Undefined where the date is none.
 */
export function relativeDays(date: string | undefined): ReadonlyMap<string, KeyName> | undefined {
  const day = date?.slice(0, DATE_LENGTH) ?? '';
  const known = daysByDate.get(day);
  if (known !== undefined) return known;
  const made = daysBeside(day);
  if (made === undefined) return undefined;
  if (daysByDate.size === MOST_DATES) daysByDate.clear();
  daysByDate.set(day, made);
  return made;
}

/** `2024-03-05` */
const DATE_LENGTH = 10;

/** The days beside the dates of late: those of news are few. */
const daysByDate = new Map<string, ReadonlyMap<string, KeyName>>();
const MOST_DATES = 1_024;

function daysBeside(date: string): ReadonlyMap<string, KeyName> | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(date) ?? [];
  const today = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(today)) return undefined;
  const days = Object.entries(RELATIVE_DAYS).map(([concept, offset]) => [concept, nameOfTime(today + offset * DAY_MS)] as const);
  const weekdays = Array.from({ length: 7 }, (_, back) => {
    const time = today - back * DAY_MS;
    return [`weekday-${new Date(time).getUTCDay() || 7}`, nameOfTime(time)] as const;
  });
  return new Map([...days, ...weekdays]);
}

function nameOfTime(time: number): KeyName {
  const date = new Date(time);
  return dayName({ month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}
