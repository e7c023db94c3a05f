const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** ISO 8601 with the blank that databases write for the T, and without separators as exports have it. */
const ISO = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?$/i;
/** ISO 8601 to the month or the year. */
const COARSE = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/;
/** RFC 822 as of RSS: `Tue, 17 Jan 2023 10:00:00 +0100`. */
const RFC_822 = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*([a-z]{1,5}|[+-]\d{4})?$/i;
/** The zones that RFC 822 names, in hours from UTC. */
const ZONES: Readonly<Record<string, string>> = { EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00', MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00', CET: '+01:00', CEST: '+02:00' };

/**
 * A date as ISO 8601: what is it already comes back as it is, the forms of RSS and of exports are rewritten. Undefined for
 * what is no date, or none of the calendar: 0000-00-00, 31 February.
 */
export function isoDate(raw: string): string | undefined {
  const text = raw.trim();
  if (text.length > LONGEST) return undefined;
  if (COARSE.test(text)) return Number(text.slice(0, 4)) > 0 ? text : undefined;
  const iso = ISO.exec(text);
  if (iso !== null) return fromIso(text, iso);
  const [whole, day = '', month = '', year = '', hour, minute = '00', second = '00', zone = ''] = RFC_822.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const date = `${year}-${String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isOfCalendar(date) || Number(hour ?? 0) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  return hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute}:${second}${offsetOf(zone)}`;
}

/** No form of a date is longer. */
const LONGEST = 64;

function fromIso(text: string, [, year = '', month = '', day = '', hour, minute = '00', second = '00', zone = '']: readonly (string | undefined)[]): string | undefined {
  const date = `${year}-${month}-${day}`;
  if (!isOfCalendar(date) || Number(hour ?? 0) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  if (/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text)) return text;
  return hour === undefined ? date : `${date}T${hour}:${minute}:${second}${offsetOf(zone)}`;
}

function isOfCalendar(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  // The engine takes 31 February for a day in March.
  return !Number.isNaN(time) && Number(date.slice(0, 4)) > 0 && new Date(time).toISOString().startsWith(date);
}

function offsetOf(zone: string): string {
  if (/^[+-]/.test(zone)) return `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3, 5).padEnd(2, '0')}`;
  return /^(?:Z|UTC|GMT|UT)$/i.test(zone) ? 'Z' : (ZONES[zone.toUpperCase()] ?? '');
}
