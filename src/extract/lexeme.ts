import * as stopwordLists from 'stopword';
import { isDayConcept } from './calendar.ts';
import { conceptName, entityName, isNumberWord } from './concept-names.ts';
import { fold, romanise } from './fold.ts';
import { KeyName } from './key-name.ts';
import { lexiconOf, withoutParticles, type Entry } from './lexicon.ts';
import { numberCustoms, scaleFactor } from './quantity.ts';
import { hashText } from './shingles.ts';
import { skeleton } from './skeleton.ts';
import { splitCompound } from './compound.ts';
import { LANGUAGES } from '../language/table.ts';

/** What a word stands for that is looked at together with the words around it. */
export interface Meaning {
  /** Concepts it is a word for. */
  readonly concepts: readonly string[];
  /** Those of the concepts that stand for a day of the week or beside today. */
  readonly days: readonly string[];
  /** Entities it names alone. */
  readonly entities: readonly Entry[];
  /** Their keys, in the same order. */
  readonly entityNames: readonly KeyName[];
  /** Entries it may be the first word of. */
  readonly phrases: readonly Entry[];
  /** The factor it stands for after a number: `million`. */
  readonly scale: number | undefined;
}

/** All that a word means by itself, whatever stands around it. */
export interface Lexeme {
  /** As it is written. */
  readonly text: string;
  /** Its first letter is upper case. Never in scripts without case. */
  readonly capital: boolean;
  readonly folded: string;
  /** `hashText` of `folded`, as a signed number: those a processor holds as they are. */
  readonly hash: number;
  /** A grammar word of the language: it tells nothing of the report. */
  readonly stop: boolean;
  /** The keys of the concepts; of a grammar word only those of its numbers. */
  readonly conceptNames: readonly KeyName[];
  /** A grammar word without any key: most words of a text. */
  readonly silent: boolean;
  /** The key of what related languages share of a word; undefined for words too short to tell. */
  readonly cognateName: KeyName | undefined;
  /** One object for all words that stand for nothing. */
  readonly meaning: Meaning;
}

export interface Spelling {
  /** What it gives to the key of a name of several words: the beginning of its consonants, or of its letters where these are too few; may be empty. */
  readonly part: string;
  /** The keys of its consonants and of its first letters, in which spellings of one name agree, as far as they tell anything. */
  readonly names: readonly KeyName[];
}

/** Seven letters tell names apart and leave the endings of declined names aside (Лукашенко, Лукашенка). */
const NAME_PREFIX = 7;
/** Five letters of a word are what Romance, Germanic and Slavic borrowings share (minis-ter, minis-tro). */
const COGNATE_PREFIX = 5;
/** Skeletons of fewer classes meet by chance. */
const SHORTEST_SKELETON = 3;

/** The lexeme of a word as it stands in a text of the language; a vocabulary asks once for all its places. */
export function buildLexeme(text: string, language: string): Lexeme {
  const word = text.normalize('NFC');
  const lower = word.toLowerCase();
  const folded = fold(lower);
  const entries = lexiconOf(language).lookup(lower, folded);
  const isSmall = word === lower;
  const concepts = entries.filter(({ kind, rest, capital }) => kind === 'concept' && rest.length === 0 && !(capital && isSmall)).map(({ id }) => id);
  const shortest = romanisedOf(folded).at(-1) ?? '';
  const stop = stopwordsOf(language).has(lower) || (stopwordsOf(language).has(folded) && !isLatin(lower));
  const all = concepts.length > 0 ? [...new Set(concepts)] : splitCompound(lower, language);
  const conceptNames = (stop ? all.filter(isNumberWord) : all).map(conceptName);
  const days = all.filter(isDayConcept);
  const entities = entries.filter(({ kind, rest }) => kind === 'entity' && rest.length === 0);
  const phrases = entries.filter(({ rest }) => rest.length > 0);
  const scale = scaleFactor(folded, numberCustoms(language));
  const initial = text.charAt(0);
  return {
    text,
    capital: initial !== initial.toLowerCase(),
    folded,
    hash: hashText(folded) | 0,
    stop,
    conceptNames,
    silent: stop && conceptNames.length + days.length + entities.length + phrases.length === 0,
    cognateName: shortest.length < COGNATE_PREFIX ? undefined : new KeyName('cognate', `c:${shortest.slice(0, COGNATE_PREFIX)}`),
    meaning: all.length + entities.length + phrases.length === 0 && scale === undefined ? NOTHING : {
      concepts: orNone(all),
      days: orNone(days),
      entities: orNone(entities),
      entityNames: orNone(entities.map(({ id }) => entityName(id))),
      phrases: orNone(phrases),
      scale,
    },
  };
}

const NONE: readonly never[] = [];
const NOTHING: Meaning = { concepts: NONE, days: NONE, entities: NONE, entityNames: NONE, phrases: NONE, scale: undefined };

/** The one empty list for all empty ones; others without the room for more that a list which grew has. */
function orNone<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}

/** How a name may be spelt elsewhere, by its folded form: two ways where its first letter may be a particle (Arabic and Hebrew). */
export function spellingsOf(folded: string): readonly Spelling[] {
  return romanisedOf(folded).map(spellingOf);
}

function romanisedOf(folded: string): readonly string[] {
  return [...new Set(withoutParticles(folded).map(romanise))];
}

/** Letters that each of two parts of a many-worded name gives to their common key. */
const NAME_PART = 4;

/** Shorter prefixes are the initials of anybody. */
const SHORTEST_PREFIX = 2;

function spellingOf(romanised: string): Spelling {
  const [prefix, sounds] = [romanised.slice(0, NAME_PREFIX), skeleton(romanised)];
  const heard = sounds.length >= SHORTEST_SKELETON ? sounds : '';
  const names = [...(prefix.length >= SHORTEST_PREFIX ? [new KeyName('name', `n:${prefix}`)] : []), ...(heard === '' ? [] : [new KeyName('name', `s:${heard}`)])];
  return { part: (heard || prefix).slice(0, NAME_PART), names };
}

/** Serbian has its list in Latin letters; in a Latin word the accents tell words apart (Turkish öldü, oldu). */
function isLatin(word: string): boolean {
  return /\p{Script=Latin}/u.test(word);
}

const stopwords = new Map<string, ReadonlySet<string>>();

function stopwordsOf(language: string): ReadonlySet<string> {
  const known = stopwords.get(language);
  if (known !== undefined) return known;
  const name = LANGUAGES.get(language)?.stopwords ?? '';
  const set = new Set(Object.entries(stopwordLists).find(([key]) => key === name)?.[1]);
  stopwords.set(language, set);
  return set;
}
