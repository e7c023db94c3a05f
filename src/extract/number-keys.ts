import { conceptName } from './concept-names.ts';
import { countedMonthAt, dayName, readDate } from './dates.ts';
import { add, longestPhrase, type Gathering } from './gathering.ts';
import { hanNumber } from './han-number.ts';
import { keyName, type KeyName } from './key-name.ts';
import { signOf } from './number-sign.ts';
import { parseNumber, quantityText, runScaleFactor } from './quantity.ts';
import { startingEntries } from './run.ts';
import type { Token } from './tokens.ts';
import { metricValues, PERCENT, unitOfConcept, unitOfSign, type Unit } from './units.ts';

/** Adds the keys of a number: its value, the date it is of, and what its unit tells. */
export function addNumber(gathering: Gathering, token: Token, index: number): void {
  addDate(gathering, token, index);
  const value = parseNumber(token.text, gathering.context.customs);
  if (value === undefined || !Number.isFinite(value)) {
    for (const part of token.text.match(/\d+/gu) ?? []) add(gathering, keyName('quantity', `q:${Number(part)}`), token);
    return;
  }
  const { factor, after } = scaleAfter(gathering, index);
  add(gathering, keyName('quantity', `q:${quantityText(value * factor)}`), token);
  addUnit(gathering, token, index, value * factor, after);
}

/** Adds the day of a date at its first number, and its month where no name of it gives the key. */
function addDate(gathering: Gathering, token: Token, index: number): void {
  const { tokens, context } = gathering;
  const date = readDate(tokens, index, context);
  const share = 1 / Math.sqrt(date?.days.length ?? 1);
  for (const day of date?.days ?? []) add(gathering, dayName(day), token, share);
  const counted = countedMonthAt(tokens, index, context);
  const months = counted > 0 ? [counted] : date === undefined || date.named ? [] : date.days.map(({ month }) => month);
  for (const month of months) add(gathering, conceptName(`month-${month}`), token, 1 / Math.sqrt(months.length));
}

/** Adds what the unit of a number tells: the concept that a sign stands for, percentages as such, the metric value of miles. */
function addUnit(gathering: Gathering, token: Token, index: number, value: number, after: number): void {
  const sign = signOf(gathering.tokens.text, token.start, token.end);
  const signed = sign === '' ? undefined : unitOfSign(sign);
  if (signed !== undefined) add(gathering, conceptName(signed.concept), token);
  const unit = signed ?? unitAt(gathering, after) ?? percentBefore(gathering, token, index);
  if (unit === undefined) return;
  if (unit.concept === PERCENT) add(gathering, percentName(value), token);
  const metric = metricValues(value, unit);
  for (const each of metric) add(gathering, keyName('quantity', `q:${quantityText(each)}`), token, 1 / Math.sqrt(metric.length));
}

/** The key of a percentage. */
function percentName(value: number): KeyName {
  return keyName('quantity', `q:${quantityText(value)}%`);
}

/** The product of the scale words that follow a number (`2 mil millones`), and the place of the token after them. */
function scaleAfter({ tokens, context }: Gathering, index: number): { readonly factor: number; readonly after: number } {
  let factor = 1;
  let at = index + 1;
  for (; at <= index + 2; at++) {
    const next = tokens.at(at);
    if (next === undefined || next.start - tokens.end(at - 1) > 1) break;
    const scale = next.kind === 'run' ? runScaleFactor(next.text, context.customs) : tokens.meaning(at).scale;
    if (scale === undefined) break;
    factor *= scale;
  }
  return { factor, after: at };
}

/** The unit whose word stands at a place (`93 miles`, `90 degrees Fahrenheit`, `3 per cent`), or undefined. */
function unitAt(gathering: Gathering, at: number): Unit | undefined {
  const token = gathering.tokens.at(at);
  if (token === undefined || token.kind === 'number' || token.start - gathering.tokens.end(at - 1) > 1) return undefined;
  const concepts = conceptsAt(gathering, token, at);
  for (const id of concepts) {
    const unit = unitOfConcept(id);
    if (unit !== undefined) return unit;
  }
  return concepts.includes('degree') ? unitAt(gathering, at + 1) : undefined;
}

function conceptsAt(gathering: Gathering, token: Token, at: number): readonly string[] {
  if (token.kind === 'run') return startingEntries(token.text, gathering.context.language).map(({ id }) => id);
  const { concepts, phrases } = gathering.tokens.meaning(at);
  const phrase = phrases.length === 0 ? undefined : longestPhrase(gathering, phrases, at, token.capital);
  return phrase === undefined ? concepts : [phrase.id];
}

/** What Chinese writes before the figure of a percentage. */
const PERCENT_BEFORE = '百分之';

/** Percent, where its word stands right before a number: `yüzde 3`, `百分之3`. */
function percentBefore({ tokens }: Gathering, token: Token, index: number): Unit | undefined {
  const before = tokens.at(index - 1);
  if (before === undefined || before.kind === 'number' || token.start - before.end > 1) return undefined;
  const isPercent = before.kind === 'run' ? before.text.endsWith(PERCENT_BEFORE) : tokens.meaning(index - 1).concepts.includes(PERCENT);
  return isPercent ? unitOfConcept(PERCENT) : undefined;
}

/** A percentage in Chinese characters: `百分之三十五`. */
export function addWrittenPercent(gathering: Gathering, { text, start }: Token): void {
  const at = text.indexOf(PERCENT_BEFORE);
  const value = at === -1 ? undefined : hanNumber(text.slice(at + PERCENT_BEFORE.length));
  if (value === undefined) return;
  const span = { start: start + at, end: start + text.length };
  add(gathering, keyName('quantity', `q:${quantityText(value)}`), span);
  add(gathering, percentName(value), span);
}
