import { conceptName, entityName } from './concept-names.ts';
import { isHeadlineCase, type TextContext } from './context.ts';
import { add, longestPhrase, type Gathering, type KeySink } from './gathering.ts';
import { keyName, type KeyName } from './key-name.ts';
import type { Entry } from './lexicon.ts';
import { addNumber, addWrittenPercent } from './number-keys.ts';
import { soundSkeleton, splitRun, type RunPiece } from './run.ts';
import { NUMBER, type Token, type Tokens } from './tokens.ts';
import { Trait } from './traits.ts';
import { wordIn } from './vocabulary.ts';
import type { Key } from '../types.ts';

/** The keys of one sentence, in order of place. */
export function keysOfSentence(tokens: Tokens, context: TextContext): readonly Key[] {
  const keys: Key[] = [];
  const take = ({ family, text }: KeyName, start: number, end: number, share: number): void => void keys.push({ family, text, share, start, end });
  takeKeys(tokens, context, { take, takeFrom: (own, at, start, end, share) => take(own.name(at), start, end, share) });
  return keys;
}

/** Hands out the keys of one sentence, in order of place, without an object for each. */
export function takeKeys(tokens: Tokens, context: TextContext, sink: KeySink): void {
  const gathering: Gathering = { tokens, context, headline: isHeadlineCase(tokens), sink };
  const { vocabulary } = tokens;
  let previous = NOWHERE;
  let previousIsName = false;
  for (let index = 0; index < tokens.length; index++) {
    const word = tokens.word(index);
    if (word < 0) {
      addFigureOrRun(gathering, index);
      previous = NOWHERE;
      continue;
    }
    const traits = vocabulary.traits(word);
    const isName = (traits & Trait.silent) === 0 && addWord(gathering, word, index, tokens.start(index), tokens.end(index));
    const isPart = isName || mayBePart(traits, context);
    if (isPart && previous !== NOWHERE && (previousIsName || isName)) addPair(gathering, previous, index);
    previous = isPart ? index : NOWHERE;
    previousIsName = isName;
  }
}

const NOWHERE = -1;

function addFigureOrRun(gathering: Gathering, index: number): void {
  const token = gathering.tokens.at(index);
  if (token?.kind === 'number') addNumber(gathering, token, index);
  else if (token !== undefined) addRun(gathering, token);
}

/** Whether a word that is no name can be part of one of several: where all nouns have capitals, a noun beside a name can (Union Shield). */
function mayBePart(traits: number, { nounsCapital }: TextContext): boolean {
  return nounsCapital && (traits & (Trait.capital | Trait.stop)) === Trait.capital;
}

/** Adds the keys of the word (its number in the vocabulary) that stands at a place of the sentence and of the text; whether it is taken for a name. */
function addWord(gathering: Gathering, word: number, index: number, start: number, end: number): boolean {
  const { context, sink, tokens: { vocabulary } } = gathering;
  const traits = vocabulary.traits(word);
  const isAdjective = (traits & (Trait.entity | Trait.phrase)) !== 0 && addEntities(gathering, word, index, start, end);
  const first = vocabulary.firstKey(word);
  const concepts = vocabulary.conceptCount(word);
  const share = 1 / Math.sqrt(concepts);
  for (let at = first; at < first + concepts; at++) sink.takeFrom(vocabulary.keys, at, start, end, share);
  if (context.days !== undefined && (traits & Trait.day) !== 0) addDays(gathering, context.days, vocabulary.meaning(word).days, { start, end });
  if ((traits & Trait.stop) !== 0) return false;
  const isName = !isAdjective && isNameLike(gathering, word, index);
  if (isName) addSpelling(gathering, word, start, end);
  const isCommon = !isName || context.nounsCapital || !context.cased;
  if (isCommon && (traits & Trait.cognate) !== 0) sink.takeFrom(vocabulary.keys, first + concepts, start, end, 1);
  return isName;
}

function addConcepts(gathering: Gathering, concepts: readonly KeyName[], at: { readonly start: number; readonly end: number }): void {
  const share = 1 / Math.sqrt(concepts.length);
  for (const name of concepts) add(gathering, name, at, share);
}

/** Adds the entities that begin at a word, the longest name first; whether they are written small, as adjectives are (`russisch`). */
function addEntities(gathering: Gathering, word: number, index: number, start: number, end: number): boolean {
  const { tokens, tokens: { vocabulary } } = gathering;
  const isCapital = (vocabulary.traits(word) & Trait.capital) !== 0;
  const phrase = mayBeginPhrase(tokens, word, index) ? longestPhrase(gathering, vocabulary.meaning(word).phrases, index, isCapital) : undefined;
  if (phrase !== undefined) {
    add(gathering, phrase.kind === 'concept' ? conceptName(phrase.id) : entityName(phrase.id), { start, end: tokens.end(index + phrase.rest.length) });
    return false;
  }
  if ((vocabulary.traits(word) & Trait.entity) === 0) return false;
  const { entities, entityNames } = vocabulary.meaning(word);
  let fitting = 0;
  for (const entry of entities) if (fitsCase(gathering, word, entry)) fitting++;
  const share = 1 / Math.sqrt(fitting);
  for (const [at, entry] of entities.entries()) {
    const name = entityNames[at];
    if (name !== undefined && fitsCase(gathering, word, entry)) gathering.sink.take(name, start, end, share);
  }
  return fitting > 0 && !isCapital;
}

/** Whether the words are worth comparing with those of phrases. */
function mayBeginPhrase(tokens: Tokens, word: number, index: number): boolean {
  const { vocabulary } = tokens;
  if ((vocabulary.traits(word) & Trait.phrase) === 0 || index + 1 >= tokens.length) return false;
  const next = tokens.word(index + 1);
  return next < 0 ? next === NUMBER : vocabulary.mayGoOn(word, next);
}

/** Acronyms must be written as such: `US` is no `us`, `WHO` no `who`. */
function fitsCase({ context, headline, tokens: { vocabulary } }: Gathering, word: number, entry: Entry): boolean {
  if (!entry.capital || !context.cased) return true;
  const traits = vocabulary.traits(word);
  if ((traits & Trait.capital) === 0) return false;
  return (traits & Trait.acronymic) !== 0 || !headline || !context.seen.hasLower(vocabulary.foldedHash(word));
}

/** A capital that the place in the sentence does not ask for, or that the same word has elsewhere. */
function isNameLike({ context, headline, tokens }: Gathering, word: number, index: number): boolean {
  const traits = tokens.vocabulary.traits(word);
  const isConcept = (traits & Trait.concept) !== 0;
  if (!context.cased) return !isConcept;
  if ((traits & (Trait.capital | Trait.letter)) !== Trait.capital) return false;
  if (context.nounsCapital && isConcept) return false;
  const hash = tokens.vocabulary.foldedHash(word);
  if (context.seen.hasCapital(hash)) return true;
  if (index > 0 && !headline) return true;
  return !isConcept && !context.seen.hasLower(hash);
}

/** The keys of how a name may be spelt elsewhere. */
function addSpelling({ sink, tokens: { vocabulary } }: Gathering, word: number, start: number, end: number): void {
  const first = vocabulary.firstSpelling(word);
  const last = first + vocabulary.spellingCount(word);
  for (let at = first; at < last; at++) sink.takeFrom(vocabulary.keys, at, start, end, 1);
}

/** Two names in a row are one of its own (Union Shield), whichever comes first. */
function addPair({ tokens, tokens: { vocabulary }, sink }: Gathering, first: number, second: number): void {
  const place = vocabulary.pairs.placeOf(vocabulary.part(tokens.word(first)), vocabulary.part(tokens.word(second)));
  sink.takeFrom(vocabulary.pairs, place, tokens.start(first), tokens.end(second), 1);
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
function addUnspacedWord(gathering: Gathering, { text, start, end }: RunPiece): void {
  const { vocabulary, language } = gathering.tokens;
  addWord(gathering, wordIn(vocabulary, text, language), 0, start, end);
}
