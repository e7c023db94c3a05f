import { conceptName, entityName } from './concept-names.ts';
import { isHeadlineCase, type TextContext } from './context.ts';
import { add, longestPhrase, type Gathering, type TakeKey } from './gathering.ts';
import { keyName, type KeyName } from './key-name.ts';
import { lexemeOf, lexemeOfToken, spellingsOf, type Lexeme } from './lexeme.ts';
import type { Entry } from './lexicon.ts';
import { addNumber, addWrittenPercent } from './number-keys.ts';
import { soundSkeleton, splitRun, type RunPiece } from './run.ts';
import type { Token } from './scan.ts';
import type { Key } from '../types.ts';

/** Letters that two parts of a many-worded name give to their common key. */
const NAME_PART = 4;

/** The keys of one sentence, in order of place. */
export function keysOfSentence(tokens: readonly Token[], context: TextContext): readonly Key[] {
  const keys: Key[] = [];
  takeKeys(tokens, context, ({ family, text }, start, end, share) => keys.push({ family, text, share, start, end }));
  return keys;
}

/** Hands out the keys of one sentence, in order of place, without an object for each. */
export function takeKeys(tokens: readonly Token[], context: TextContext, take: TakeKey): void {
  const gathering: Gathering = { tokens, context, headline: isHeadlineCase(tokens), take };
  let previous: Token | undefined;
  let previousIsName = false;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind !== 'word') {
      if (token?.kind === 'run') addRun(gathering, token);
      else if (token !== undefined) addNumber(gathering, token, index);
      previous = undefined;
      continue;
    }
    const lexeme = lexemeOfToken(token, context.language);
    const isName = !lexeme.silent && addWord(gathering, token, lexeme, index);
    const isPart = isName || mayBePart(token, lexeme, context);
    if (isPart && previous !== undefined && (previousIsName || isName)) addPair(gathering, previous, token);
    previous = isPart ? token : undefined;
    previousIsName = isName;
  }
}

/** Whether a word that is no name can be part of one of several: where all nouns have capitals, a noun beside a name can (Union Shield). */
function mayBePart(token: Token, lexeme: Lexeme, { nounsCapital }: TextContext): boolean {
  return nounsCapital && token.capital && !lexeme.stop;
}

/** Adds the keys of a word; whether it is taken for a name. */
function addWord(gathering: Gathering, token: Token, lexeme: Lexeme, index: number): boolean {
  const { context } = gathering;
  const isAdjective = addEntities(gathering, token, lexeme, index);
  if (lexeme.conceptNames.length > 0) addConcepts(gathering, lexeme.conceptNames, token);
  if (context.days !== undefined && lexeme.days.length > 0) addDays(gathering, context.days, lexeme.days, token);
  if (lexeme.stop) return false;
  const isName = !isAdjective && isNameLike(gathering, token, lexeme, index);
  if (isName || !context.cased) addSpelling(gathering, token, lexeme, isName);
  const isCommon = !isName || context.nounsCapital || !context.cased;
  if (isCommon && lexeme.cognateName !== undefined) add(gathering, lexeme.cognateName, token);
  return isName;
}

function addConcepts(gathering: Gathering, concepts: readonly KeyName[], at: { readonly start: number; readonly end: number }): void {
  const share = 1 / Math.sqrt(concepts.length);
  for (const name of concepts) add(gathering, name, at, share);
}

/** Adds the entities that begin at the token, the longest name first; whether they are written small, as adjectives are (`russisch`). */
function addEntities(gathering: Gathering, token: Token, { entities, phrases }: Lexeme, index: number): boolean {
  const phrase = phrases.length === 0 ? undefined : longestPhrase(gathering, phrases, index, token);
  if (phrase !== undefined) {
    const last = gathering.tokens[index + phrase.rest.length] ?? token;
    add(gathering, phrase.kind === 'concept' ? conceptName(phrase.id) : entityName(phrase.id), { start: token.start, end: last.end });
    return false;
  }
  if (entities.length === 0) return false;
  const fitting = entities.filter((entry) => fitsCase(gathering, token, entry));
  for (const { id } of fitting) add(gathering, entityName(id), token, 1 / Math.sqrt(fitting.length));
  return fitting.length > 0 && !token.capital;
}

/** Acronyms must be written as such: `US` is no `us`, `WHO` no `who`. */
function fitsCase({ context, headline }: Gathering, token: Token, entry: Entry): boolean {
  if (!entry.capital || !context.cased) return true;
  if (!token.capital) return false;
  const isAcronym = token.text.length <= 4 && token.text === token.text.toUpperCase();
  return isAcronym || token.text.length > 4 || !headline || !context.seen.hasLower(lexemeOfToken(token, context.language).hash);
}

/** A capital that the place in the sentence does not ask for, or that the same word has elsewhere. */
function isNameLike({ context, headline }: Gathering, token: Token, lexeme: Lexeme, index: number): boolean {
  if (!context.cased) return lexeme.concepts.length === 0;
  if (!token.capital || token.text.length < 2) return false;
  if (context.nounsCapital && lexeme.concepts.length > 0) return false;
  if (context.seen.hasCapital(lexeme.hash)) return true;
  if (index > 0 && !headline) return true;
  return lexeme.concepts.length === 0 && !context.seen.hasLower(lexeme.hash);
}

/** The spelling keys of a name; where the script has no capitals only its sound, since every word might be one. */
function addSpelling(gathering: Gathering, token: Token, lexeme: Lexeme, isName: boolean): void {
  if (!isName) return;
  for (const { names } of spellingsOf(lexeme)) for (const name of names) add(gathering, name, token);
}

/** Two names in a row are one of its own (Union Shield), whichever comes first. */
function addPair(gathering: Gathering, first: Token, second: Token): void {
  const { language } = gathering.context;
  const [one, other] = [pairPart(lexemeOfToken(first, language)), pairPart(lexemeOfToken(second, language))];
  const text = one <= other ? `m:${one}+${other}` : `m:${other}+${one}`;
  gathering.take(keyName('name', text), first.start, second.end, 1);
}

function pairPart(lexeme: Lexeme): string {
  const [spelling] = spellingsOf(lexeme);
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

function addRun(gathering: Gathering, token: Token): void {
  addWrittenPercent(gathering, token);
  for (const piece of splitRun(token.text, token.start, gathering.context.language)) addPiece(gathering, piece);
}

function addPiece(gathering: Gathering, piece: RunPiece): void {
  const entities = piece.entries.filter(({ kind }) => kind === 'entity');
  for (const { id } of entities) add(gathering, entityName(id), piece, 1 / Math.sqrt(entities.length));
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
