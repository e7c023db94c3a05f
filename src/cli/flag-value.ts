import { UsageError } from '../errors.ts';
import type { Flag } from './flags.ts';
import { didYouMean, nearest } from './nearest.ts';

/** What a flag can be set to. */
export type FlagValue = boolean | number | string | readonly string[];

/** What a value of a flag must be; the form that messages, the schema and the parser share. */
export type FlagForm = 'switch' | 'list' | 'choice' | 'probability' | 'count' | 'date' | 'text';

/** The form of a flag's values. */
export function formOf({ argument, repeatable, paired, choices, kind }: Flag): FlagForm {
  if (argument === undefined) return 'switch';
  if (repeatable || paired) return 'list';
  return choices === undefined ? (kind ?? 'text') : 'choice';
}

/**
 * The value of one argument, of a variable of the environment, or of one entry of a list. `place` says where it was given,
 * for messages: `--level`. Throws `UsageError`.
 */
export function valueFromText(flag: Flag, text: string, place: string): FlagValue {
  const form = formOf(flag);
  if (form === 'switch') return switchOf(flag, text, place);
  if (form === 'probability' || form === 'count') return numberOf(flag, text.trim() === '' ? Number.NaN : Number(text), text, place);
  if (form === 'choice' && !flag.choices?.includes(text)) throw badChoice(flag, text, place);
  if (form === 'date' && !isDay(text)) throw badValue(flag, text, place);
  return text;
}

/** The value of a key of `dedupe.config.json`, which has types of its own. Throws `UsageError`. */
export function valueFromJson(flag: Flag, value: unknown, place: string): FlagValue {
  const form = formOf(flag);
  const shown = JSON.stringify(value);
  if (form === 'switch' && typeof value === 'boolean') return value;
  if (form === 'list' && typeof value === 'string') return [value];
  if (form === 'list' && Array.isArray(value)) {
    return value.map((entry: unknown) => (typeof entry === 'string' ? entry : refuse(flag, JSON.stringify(entry), place)));
  }
  if ((form === 'probability' || form === 'count') && typeof value === 'number') return numberOf(flag, value, shown, place);
  if ((form === 'choice' || form === 'date' || form === 'text') && typeof value === 'string') return valueFromText(flag, value, place);
  return refuse(flag, shown, place);
}

const ON: ReadonlySet<string> = new Set(['1', 'true', 'yes', 'on']);
const OFF: ReadonlySet<string> = new Set(['0', 'false', 'no', 'off']);

function switchOf(flag: Flag, text: string, place: string): boolean {
  const word = text.trim().toLowerCase();
  return ON.has(word) ? true : OFF.has(word) ? false : refuse(flag, text, place);
}

function numberOf(flag: Flag, value: number, shown: string, place: string): number {
  const isFit = flag.kind === 'probability' ? value > 0 && value < 1 : Number.isSafeInteger(value) && value >= 0;
  return isFit ? value : refuse(flag, shown, place);
}

/** A day of the calendar as ISO 8601 writes it: 30 February is none. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const EXPECTED: Readonly<Record<FlagForm, string>> = {
  switch: 'true or false.',
  list: 'A list of texts.',
  choice: 'One of its choices.',
  probability: 'A probability between 0 and 1, both excluded.',
  count: 'A whole number, 0 or more.',
  date: 'A day, as 2026-05-31.',
  text: 'A text.',
};

function refuse(flag: Flag, shown: string, place: string): never {
  throw formOf(flag) === 'choice' ? badChoice(flag, shown, place) : badValue(flag, shown, place);
}

function badValue(flag: Flag, shown: string, place: string): UsageError {
  const otherwise = flag.default === undefined ? '' : ` for the default (${flag.default})`;
  return new UsageError({
    code: 'bad-value',
    happened: `${place} was given ${quoted(shown)}.`,
    expected: EXPECTED[formOf(flag)],
    advice: `Leave it out${otherwise}, or mend it: ${flag.description}.`,
  });
}

function badChoice(flag: Flag, given: string, place: string): UsageError {
  const choices = flag.choices ?? [];
  return new UsageError({
    code: 'bad-choice',
    happened: `${place} was given ${quoted(given)}.`,
    expected: `${choices.length === 1 ? '' : 'One of '}${choices.join(', ')}.`,
    advice: didYouMean(nearest(given, choices, 1), 'See `dedupe --help`.'),
  });
}

/** What was typed has no quotes yet; a text from JSON has. */
function quoted(shown: string): string {
  return shown.startsWith('"') ? shown : `"${shown}"`;
}
