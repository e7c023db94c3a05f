import { Beginnings } from './beginnings.ts';
import { calendarForms, isCalendarId } from './calendar.ts';
import { fold } from './fold.ts';
import { germanForms } from './german-forms.ts';
import { stem } from './stem.ts';
import { conceptForms, countryForms, entityForms, type Form } from './tables.ts';
import { LANGUAGES } from '../language/table.ts';

/** What a form of a table stands for. */
export interface Entry {
  readonly kind: 'concept' | 'entity';
  readonly id: string;
  /** The form is written with a capital: a token without one is another word. */
  readonly capital: boolean;
  /** The words after the first, folded, each with the most letters it may go on with. */
  readonly rest: readonly WordPattern[];
}

export interface WordPattern {
  readonly text: string;
  readonly extra: number;
}

/** An entry by the start of its first word, with the most letters that may follow. */
export interface Start {
  readonly entry: Entry;
  readonly extra: number;
}

/** An entry by its form as it is written, in lower case: words of several forms may have one stem. */
export interface Stemmed {
  readonly entry: Entry;
  readonly text: string;
}

/** As much of a map as a look-up needs. */
interface Lookup<V> {
  readonly get: (key: string) => V | undefined;
}

/** The forms of one language by what a word is looked up by. */
export interface FormIndex {
  /** Entries of one word, by the folded stem. */
  readonly stems: Lookup<readonly Stemmed[]>;
  /** All others, by their first word, folded. */
  readonly starts: Lookup<readonly Start[]>;
  /** The keys of `starts`. */
  readonly beginnings: Beginnings;
  /** Those of scripts without spaces, by the whole form. */
  readonly runs: ReadonlyMap<string, readonly Entry[]>;
}

/**
 * A form index whose forms are entered only once a word asks for them: a few articles need a tenth of the tables. Forms that
 * are found by their stem are entered at once, since a stem may begin otherwise than its word (Dutch boom, bom).
 */
export interface GrowingIndex extends FormIndex {
  readonly stems: ReadonlyMap<string, readonly Stemmed[]>;
  readonly starts: ReadonlyMap<string, readonly Start[]>;
  /** Enters the forms that a folded word may be one of. */
  readonly wake: (folded: string) => void;
  /** Enters them all. */
  readonly wakeAll: () => void;
}

/** Letters that may follow a form that ends in `*`. */
const OPEN_ENDING = 6;
/** Letters that may follow a form given whole: the case endings and plurals of most languages. */
const PLAIN_ENDING = 2;
/** Shorter forms must match whole: three letters and any ending is any word. */
const SHORTEST_OPEN = 4;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What parts the words of a form, as scanning parts those of a text. */
const SEPARATOR = /[\s’.·-]|'(?![א-ת])/u;
const SEPARATORS = /(?:[\s’.·-]|'(?![א-ת]))+/u;

/** Thai, the first script without spaces in Unicode, begins here: most forms need no look at their script. */
const FIRST_UNSPACED = 0xe00;

/** Forms wait under their first letters. */
const WAITING_LETTERS = 3;

/** Enough letters to fold for the first three to be known: some are written with two (μπ is b). */
const LETTERS_TO_FOLD = 6;

interface Indexes {
  readonly stems: Map<string, Stemmed[]>;
  readonly starts: Map<string, Start[]>;
  readonly beginnings: Beginnings;
  readonly runs: Map<string, Entry[]>;
}

/** A form that no word has asked for yet. */
interface Waiting {
  readonly form: Form;
  readonly kind: Entry['kind'];
}

/** The words, entities and calendar names of one language, from the shipped tables and from Intl. */
export function indexForms(language: string): GrowingIndex {
  const indexes: Indexes = { stems: new Map(), starts: new Map(), beginnings: new Beginnings(), runs: new Map() };
  const waiting = new Map<string, Waiting[]>();
  const accept = (form: Form, kind: Entry['kind'], stemLanguage?: string): void => {
    if (isUnspaced(form.text)) pushTo(indexes.runs, form.text.replace('*', ''), { kind, id: form.id, capital: false, rest: [] });
    else if (stemLanguage !== undefined && isOneWord(form.text)) addStem(indexes, form, kind, stemLanguage);
    else pushTo(waiting, startOf(fold(firstWord(form.text).slice(0, LETTERS_TO_FOLD))), { form, kind });
  };
  const concepts = conceptForms(language);
  for (const form of language === 'de' ? [...concepts, ...germanForms(concepts)] : concepts) accept(form, 'concept', stemLanguageOf(language));
  for (const form of calendarForms(language)) accept(form, 'concept');
  for (const form of [...entityForms(language), ...countryForms(language)]) accept(form, 'entity');
  const enter = (start: string): void => {
    for (const { form, kind } of waiting.get(start) ?? []) addStart(indexes, form, kind);
    waiting.delete(start);
  };
  return {
    ...indexes,
    wake: (folded) => {
      enter(startOf(folded));
      enter(folded.slice(0, WAITING_LETTERS - 1));
    },
    wakeAll: () => [...waiting.keys()].forEach(enter),
  };
}

/** Languages in which a syllable with another accent is another word: nothing is folded or cut off. */
const TONAL = new Set(['vi']);

/** The language by whose stems, or whole words, forms are found; undefined where they are found by their beginnings. */
export function stemLanguageOf(language: string): string | undefined {
  return TONAL.has(language) || (LANGUAGES.get(language)?.stemmer ?? '') !== '' ? language : undefined;
}

/** Shorter stems are other words too often: that of `using` is `us`. */
const SHORTEST_STEM = 3;

/** What a lower-case word of a language with a stemmer is found by: its folded stem, or where that is too short its first letters. */
export function stemKey(word: string, language: string): string {
  if (TONAL.has(language)) return word;
  const stemmed = fold(stem(word, language) ?? word);
  return stemmed.length >= SHORTEST_STEM ? stemmed : fold(word).slice(0, SHORTEST_STEM);
}

function addStem({ stems }: Indexes, { id, text }: Form, kind: Entry['kind'], language: string): void {
  const lower = text.toLowerCase();
  pushTo(stems, stemKey(lower, language), { entry: { kind, id, capital: false, rest: [] }, text: lower });
}

function isUnspaced(text: string): boolean {
  return text.charCodeAt(0) >= FIRST_UNSPACED && UNSPACED.test(text);
}

function firstWord(text: string): string {
  const word = text.endsWith('*') ? text.slice(0, -1) : text;
  return SEPARATOR.test(word) ? (word.split(SEPARATORS).find((part) => part !== '') ?? '') : word;
}

function startOf(folded: string): string {
  return folded.slice(0, WAITING_LETTERS);
}

function isOneWord(text: string): boolean {
  return !text.endsWith('*') && !SEPARATOR.test(text);
}

function addStart({ starts, beginnings }: Indexes, { id, text }: Form, kind: Entry['kind']): void {
  const open = text.endsWith('*');
  const whole = open ? text.slice(0, -1) : text;
  const [first, ...rest] = SEPARATOR.test(whole) ? whole.split(SEPARATORS).filter((word) => word !== '') : [whole];
  if (first === undefined) return;
  const capital = (kind === 'entity' || isCalendarId(id)) && first !== first.toLowerCase();
  const patterns = rest.map((word, index) => patternOf(word, open && index === rest.length - 1));
  const start = patternOf(first, open && rest.length === 0);
  beginnings.add(start.text);
  pushTo(starts, start.text, { entry: { kind, id, capital, rest: patterns }, extra: start.extra });
}

function patternOf(word: string, open: boolean): WordPattern {
  const text = fold(word);
  return { text, extra: open ? OPEN_ENDING : text.length >= SHORTEST_OPEN ? PLAIN_ENDING : 0 };
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
