/** How the axis of time is cut: into stretches of equal length, or into whole months. */
export interface Period {
  readonly size: number;
  readonly unit: 'hour' | 'day' | 'month';
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** From an hour to ten years, so that each step is two to four times the one before. */
const PERIODS: readonly Period[] = [
  ...[1, 3, 6, 12].map((size) => ({ size, unit: 'hour' as const })),
  ...[1, 2, 7, 14].map((size) => ({ size, unit: 'day' as const })),
  ...[1, 3, 6, 12, 24, 60, 120].map((size) => ({ size, unit: 'month' as const })),
];

/**
 * The finest period that cuts the time from first to last (milliseconds, UTC) into at most so many; two at least, since
 * any border may lie between two moments.
 */
export function periodFor(first: number, last: number, most: number): Period {
  const fits = (period: Period): boolean => binOf(last, period) - binOf(first, period) < Math.max(2, most);
  let period = PERIODS.find(fits) ?? { size: 240, unit: 'month' as const };
  while (!fits(period)) period = { size: period.size * 2, unit: 'month' };
  return period;
}

/** The number of the period a time lies in; counted from 1970, or from the Monday after it for weeks. */
export function binOf(time: number, { size, unit }: Period): number {
  if (unit === 'hour') return Math.floor(time / (size * HOUR));
  // 5 January 1970 was a Monday.
  if (unit === 'day') return Math.floor((time / DAY - (size % 7 === 0 ? 4 : 0)) / size);
  const date = new Date(time);
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / size);
}

/** The first moment of a period. */
export function startOf(bin: number, { size, unit }: Period): number {
  if (unit === 'hour') return bin * size * HOUR;
  if (unit === 'day') return (bin * size + (size % 7 === 0 ? 4 : 0)) * DAY;
  return Date.UTC(Math.floor((bin * size) / 12), (bin * size) % 12, 1);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A period in words: `3 Mar 2010`, `3–9 Mar 2010`, `Mar 2010`, `2010`. */
export function periodName(bin: number, period: Period): string {
  const start = startOf(bin, period);
  if (period.unit === 'hour') return `${dayName(start)}, ${String(new Date(start).getUTCHours()).padStart(2, '0')}:00`;
  const last = startOf(bin + 1, period) - DAY;
  if (period.unit === 'day') return period.size === 1 ? dayName(start) : `${dayName(start)} – ${dayName(last)}`;
  if (period.size % 12 === 0) return range(yearName(start), yearName(last));
  return range(monthName(start), monthName(last));
}

/** The beginning of a period, short, for the axis. */
export function tickName(bin: number, period: Period): string {
  const start = startOf(bin, period);
  if (period.unit === 'month') return period.size % 12 === 0 ? yearName(start) : monthName(start);
  return period.unit === 'day' ? dayName(start) : `${dayName(start)}, ${String(new Date(start).getUTCHours()).padStart(2, '0')}:00`;
}

/** A day in words, `3 Mar 2010`, by UTC. */
export function dayName(time: number): string {
  return `${new Date(time).getUTCDate()} ${monthName(time)}`;
}

function monthName(time: number): string {
  return `${MONTHS[new Date(time).getUTCMonth()] ?? ''} ${yearName(time)}`;
}

function yearName(time: number): string {
  return String(new Date(time).getUTCFullYear());
}

function range(first: string, last: string): string {
  return first === last ? first : `${first} – ${last}`;
}
