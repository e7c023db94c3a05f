import { conceptName } from './concept-names.ts';
import { isHeadlineCase, type TextContext } from './context.ts';
import { countedMonthAt, dayName, readDate } from './dates.ts';
import { hanNumber } from './han-number.ts';
import { keyName, type KeyName } from './key-name.ts';
import { lexemeOf, lexemeOfToken, type Lexeme } from './lexeme.ts';
import { matchesPattern, type Entry } from './lexicon.ts';
import { parseNumber, quantityText, runScaleFactor } from './quantity.ts';
import { soundSkeleton, splitRun, startingEntries, type RunPiece } from './run.ts';
import type { Token } from './scan.ts';
import { metricValues, PERCENT, unitOfConcept, unitOfSign, type Unit } from './units.ts';
import type { Key } from '../types.ts';

/** Letters that two parts of a many-worded name give to their common key. */
const NAME_PART = 4;

/** Takes in a key of a sentence: its name, where it stands, and the share of the meaning it has, in (0, 1]. */
export type TakeKey = (name: KeyName, start: number, end: number, share: number) => void;

/** The state of one sentence while its keys are gathered. */
interface Gathering {
  readonly tokens: readonly Token[];
  readonly context: TextContext;
  /** In a headline capitals tell nothing. */
  readonly headline: boolean;
  readonly take: TakeKey;
}

interface NamePart {
  readonly lexeme: Lexeme;
  readonly token: Token;
  readonly isName: boolean;
}

/** Whether a word can be part of a name of several: where all nouns have capitals, a noun beside a name can (Union Shield). */
function mayBePart({ isName, lexeme, token }: NamePart, { nounsCapital }: TextContext): boolean {
  return isName || (nounsCapital && token.capital && !lexeme.stop);
}

/** The keys of one sentence, in order of place. */
export function keysOfSentence(tokens: readonly Token[], context: TextContext): readonly Key[] {
  const keys: Key[] = [];
  takeKeys(tokens, context, ({ family, text }, start, end, share) => keys.push({ family, text, share, start, end }));
  return keys;
}

/** Hands out the keys of one sentence, in order of place, without an object for each. */
export function takeKeys(tokens: readonly Token[], context: TextContext, take: TakeKey): void {
  const gathering: Gathering = { tokens, context, headline: isHeadlineCase(tokens), take };
  let previousName: NamePart | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (token.kind === 'run') {
      addRun(gathering, token);
    } else if (token.kind === 'number') {
      addNumber(gathering, token, index);
    } else {
      const lexeme = lexemeOfToken(token, context.language);
      const part = { lexeme, token, isName: addWord(gathering, token, lexeme, index) };
      if (previousName !== undefined && (previousName.isName || part.isName) && mayBePart(part, context)) addPair(gathering, previousName, part);
      previousName = mayBePart(part, context) ? part : undefined;
      continue;
    }
    previousName = undefined;
  }
}

function add({ take }: Gathering, name: KeyName, { start, end }: { readonly start: number; readonly end: number }, share = 1): void {
  take(name, start, end, share);
}

/** Adds the keys of a word; whether it is taken for a name. */
function addWord(gathering: Gathering, token: Token, lexeme: Lexeme, index: number): boolean {
  const { context } = gathering;
  const named = addEntities(gathering, token, lexeme, index);
  addConcepts(gathering, lexeme.conceptNames, token);
  if (context.days !== undefined) addDays(gathering, context.days, lexeme.concepts, token);
  if (lexeme.stop) return false;
  const isName = !named.isAdjective && isNameLike(gathering, token, lexeme, index);
  if (isName || !context.cased) addSpelling(gathering, token, lexeme, isName);
  const isCommon = !isName || context.nounsCapital || !context.cased;
  if (isCommon && lexeme.cognateName !== undefined) add(gathering, lexeme.cognateName, token);
  return isName;
}

function addConcepts(gathering: Gathering, concepts: readonly KeyName[], at: { readonly start: number; readonly end: number }): void {
  const share = 1 / Math.sqrt(concepts.length);
  for (const name of concepts) add(gathering, name, at, share);
}

const NOT_ADJECTIVE = { isAdjective: false };

/** Adds the entities that begin at the token, the longest name first; `isAdjective` where it is written small (`russisch`). */
function addEntities(gathering: Gathering, token: Token, lexeme: Lexeme, index: number): { isAdjective: boolean } {
  if (lexeme.entities.length + lexeme.phrases.length === 0) return NOT_ADJECTIVE;
  const phrase = lexeme.phrases.length === 0 ? undefined : longestPhrase(gathering, lexeme.phrases, index, token);
  if (phrase !== undefined) {
    const last = gathering.tokens[index + phrase.rest.length] ?? token;
    add(gathering, phrase.kind === 'concept' ? conceptName(phrase.id) : entityName(phrase), { start: token.start, end: last.end });
    return NOT_ADJECTIVE;
  }
  const entities = lexeme.entities.filter((entry) => fitsCase(gathering, token, entry));
  for (const entity of entities) add(gathering, entityName(entity), token, 1 / Math.sqrt(entities.length));
  return { isAdjective: entities.length > 0 && !token.capital };
}

function entityName({ id }: Entry): KeyName {
  return keyName('name', `e:${id}`);
}

function longestPhrase({ tokens, context }: Gathering, phrases: readonly Entry[], index: number, token: Token): Entry | undefined {
  const fitting = phrases.filter(
    (entry) =>
      (!entry.capital || token.capital || !context.cased) &&
      entry.rest.every((pattern, offset) => {
        const next = tokens[index + 1 + offset];
        return next !== undefined && next.kind !== 'run' && matchesPattern(lexemeOfToken(next, context.language).folded, pattern);
      }),
  );
  return fitting.sort((a, b) => b.rest.length - a.rest.length || (a.id < b.id ? -1 : 1))[0];
}

/** Acronyms must be written as such: `US` is no `us`, `WHO` no `who`. */
function fitsCase({ context, headline }: Gathering, token: Token, entry: Entry): boolean {
  if (!entry.capital || !context.cased) return true;
  if (!token.capital) return false;
  const isAcronym = token.text.length <= 4 && token.text === token.text.toUpperCase();
  return isAcronym || token.text.length > 4 || !headline || !context.seenLower.has(lexemeOfToken(token, context.language).folded);
}

/** A capital that the place in the sentence does not ask for, or that the same word has elsewhere. */
function isNameLike({ context, headline }: Gathering, token: Token, lexeme: Lexeme, index: number): boolean {
  if (!context.cased) return lexeme.concepts.length === 0;
  if (!token.capital || token.text.length < 2) return false;
  if (context.nounsCapital && lexeme.concepts.length > 0) return false;
  if (context.seenCapital.has(lexeme.folded)) return true;
  if (index > 0 && !headline) return true;
  return lexeme.concepts.length === 0 && !context.seenLower.has(lexeme.folded);
}

/** The spelling keys of a name; where the script has no capitals only its sound, since every word might be one. */
function addSpelling(gathering: Gathering, token: Token, lexeme: Lexeme, isName: boolean): void {
  if (!isName) return;
  for (const { names } of lexeme.spellings) for (const name of names) add(gathering, name, token);
}

/** Two names in a row are one of its own (Union Shield), whichever comes first. */
function addPair(gathering: Gathering, first: NamePart, second: NamePart): void {
  const [one, other] = [pairPart(first.lexeme), pairPart(second.lexeme)];
  const text = one <= other ? `m:${one}+${other}` : `m:${other}+${one}`;
  add(gathering, keyName('name', text), { start: first.token.start, end: second.token.end });
}

function pairPart({ spellings }: Lexeme): string {
  const [spelling] = spellings;
  return (spelling?.skeleton || spelling?.prefix || '').slice(0, NAME_PART);
}

/** What a day reckoned from the document's date is worth: a week of news shares its seven days. */
const SHARE_OF_DAY = 1 / 3;

/** Adds the days that "yesterday" or "Tuesday" stand for in a document with a date. */
function addDays(gathering: Gathering, days: ReadonlyMap<string, KeyName>, concepts: readonly string[], at: { readonly start: number; readonly end: number }): void {
  for (const id of concepts) {
    const day = days.get(id);
    if (day !== undefined) add(gathering, day, at, SHARE_OF_DAY);
  }
}

function addNumber(gathering: Gathering, token: Token, index: number): void {
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
  const signed = token.sign === '' ? undefined : unitOfSign(token.sign);
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
    const next = tokens[at];
    if (next === undefined || next.start - (tokens[at - 1]?.end ?? 0) > 1) break;
    const scale = next.kind === 'run' ? runScaleFactor(next.text, context.customs) : lexemeOfToken(next, context.language).scale;
    if (scale === undefined) break;
    factor *= scale;
  }
  return { factor, after: at };
}

/** The unit whose word stands at a place (`93 miles`, `90 degrees Fahrenheit`, `3 per cent`), or undefined. */
function unitAt(gathering: Gathering, at: number): Unit | undefined {
  const token = gathering.tokens[at];
  if (token === undefined || token.kind === 'number' || token.start - (gathering.tokens[at - 1]?.end ?? 0) > 1) return undefined;
  const concepts = conceptsAt(gathering, token, at);
  for (const id of concepts) {
    const unit = unitOfConcept(id);
    if (unit !== undefined) return unit;
  }
  return concepts.includes('degree') ? unitAt(gathering, at + 1) : undefined;
}

function conceptsAt(gathering: Gathering, token: Token, at: number): readonly string[] {
  if (token.kind === 'run') return startingEntries(token.text, gathering.context.language).map(({ id }) => id);
  const { concepts, phrases } = lexemeOfToken(token, gathering.context.language);
  const phrase = phrases.length === 0 ? undefined : longestPhrase(gathering, phrases, at, token);
  return phrase === undefined ? concepts : [phrase.id];
}

/** What Chinese writes before the figure of a percentage. */
const PERCENT_BEFORE = '百分之';

/** Percent, where its word stands right before a number: `yüzde 3`, `百分之3`. */
function percentBefore({ tokens, context }: Gathering, token: Token, index: number): Unit | undefined {
  const before = tokens[index - 1];
  if (before === undefined || before.kind === 'number' || token.start - before.end > 1) return undefined;
  const isPercent = before.kind === 'run' ? before.text.endsWith(PERCENT_BEFORE) : lexemeOfToken(before, context.language).concepts.includes(PERCENT);
  return isPercent ? unitOfConcept(PERCENT) : undefined;
}

function addRun(gathering: Gathering, token: Token): void {
  addWrittenPercent(gathering, token);
  for (const piece of splitRun(token.text, token.start, gathering.context.language)) addPiece(gathering, piece);
}

/** A percentage in Chinese characters: `百分之三十五`. */
function addWrittenPercent(gathering: Gathering, { text, start }: Token): void {
  const at = text.indexOf(PERCENT_BEFORE);
  const value = at === -1 ? undefined : hanNumber(text.slice(at + PERCENT_BEFORE.length));
  if (value === undefined) return;
  const span = { start: start + at, end: start + text.length };
  add(gathering, keyName('quantity', `q:${quantityText(value)}`), span);
  add(gathering, percentName(value), span);
}

function addPiece(gathering: Gathering, piece: RunPiece): void {
  const entities = piece.entries.filter(({ kind }) => kind === 'entity');
  for (const entity of entities) add(gathering, entityName(entity), piece, 1 / Math.sqrt(entities.length));
  const concepts = piece.entries.filter(({ kind }) => kind === 'concept').map(({ id }) => id);
  addConcepts(gathering, concepts.map(conceptName), piece);
  if (gathering.context.days !== undefined) addDays(gathering, gathering.context.days, concepts, piece);
  if (piece.kind === 'pair') add(gathering, keyName('cognate', `c:${piece.text}`), piece);
  if (piece.kind === 'word') {
    addUnspacedWord(gathering, piece);
    return;
  }
  if (piece.kind !== 'sound') return;
  const sounds = soundSkeleton(piece);
  if (sounds.length >= 3) add(gathering, keyName('name', `s:${sounds}`), piece);
  add(gathering, keyName('name', `n:${piece.text.slice(0, 7)}`), piece);
}

/** A word of a script without spaces and capitals: what it means by itself, and how it sounds. */
function addUnspacedWord(gathering: Gathering, piece: RunPiece): void {
  const lexeme = lexemeOf(piece.text, gathering.context.language);
  addWord(gathering, { kind: 'word', text: piece.text, start: piece.start, end: piece.end, capital: false, word: undefined, sign: '' }, lexeme, 0);
}
