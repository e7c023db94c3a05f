import { fold } from './fold.ts';
import { stem } from './stem.ts';
import { calendarForms } from './calendar.ts';
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

interface WordPattern {
  readonly text: string;
  readonly extra: number;
}

/** Entries by their first word; `runs` by the whole form, for scripts without spaces. */
export interface Lexicon {
  /** Entries whose first word this token can be, the most specific first. */
  lookup(word: string, folded: string): readonly Entry[];
  readonly runs: ReadonlyMap<string, readonly Entry[]>;
  /** Characters of the longest form in `runs`. */
  readonly longestRun: number;
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

const lexicons = new Map<string, Lexicon>();

/** The words, entities and calendar names of one language, from the shipped tables and from Intl; built once. */
export function lexiconOf(language: string): Lexicon {
  const known = lexicons.get(language);
  if (known !== undefined) return known;
  const built = buildLexicon(language);
  lexicons.set(language, built);
  return built;
}

interface Indexes {
  readonly byStem: Map<string, Entry[]>;
  readonly byStart: Map<string, { readonly entry: Entry; readonly extra: number }[]>;
  readonly runs: Map<string, Entry[]>;
}

/** A form that no word has asked for yet. */
interface Waiting {
  readonly form: Form;
  readonly kind: Entry['kind'];
  readonly stemLanguage: string | undefined;
}

/** Forms wait under their first letters: a run of five articles then stems and folds a tenth of the tables. */
const WAITING_LETTERS = 3;

/** Enough letters to fold for the first three to be known: some are written with two (μπ is b). */
const LETTERS_TO_FOLD = 6;

function buildLexicon(language: string): Lexicon {
  const indexes: Indexes = { byStem: new Map(), byStart: new Map(), runs: new Map() };
  const waiting = new Map<string, Waiting[]>();
  const stemLanguage = (LANGUAGES.get(language)?.stemmer ?? '') === '' ? undefined : language;
  const accept = (form: Form, kind: Entry['kind'], stemmed?: string): void => {
    if (isUnspaced(form.text)) pushTo(indexes.runs, form.text.replace('*', ''), { kind, id: form.id, capital: false, rest: [] });
    else pushTo(waiting, startOf(fold(firstWord(form.text).slice(0, LETTERS_TO_FOLD))), { form, kind, stemLanguage: stemmed });
  };
  for (const form of conceptForms(language)) accept(form, 'concept', stemLanguage);
  for (const form of calendarForms(language)) accept(form, 'concept');
  for (const form of [...entityForms(language), ...countryForms(language)]) accept(form, 'entity');
  const longestRun = Math.max(0, ...[...indexes.runs.keys()].map((run) => run.length));
  const lookup = (word: string, folded: string): readonly Entry[] => {
    for (const variant of withoutParticles(folded)) wake(waiting, indexes, variant);
    return find(indexes, word, folded, stemLanguage);
  };
  return { lookup, runs: indexes.runs, longestRun };
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

/** Enters the waiting forms that a word may be one of: those with its first letters, and those of two letters. */
function wake(waiting: Map<string, Waiting[]>, indexes: Indexes, folded: string): void {
  for (const start of [startOf(folded), folded.slice(0, WAITING_LETTERS - 1)]) {
    for (const { form, kind, stemLanguage } of waiting.get(start) ?? []) addForm(indexes, form, kind, stemLanguage);
    waiting.delete(start);
  }
}

function addForm(indexes: Indexes, { id, text }: Form, kind: Entry['kind'], stemLanguage: string | undefined): void {
  const open = text.endsWith('*');
  const whole = open ? text.slice(0, -1) : text;
  const [first, ...rest] = SEPARATOR.test(whole) ? whole.split(SEPARATORS).filter((word) => word !== '') : [whole];
  if (first === undefined) return;
  const capital = kind === 'entity' && first !== first.toLowerCase();
  if (stemLanguage !== undefined && !open && rest.length === 0) {
    pushTo(indexes.byStem, fold(stem(first.toLowerCase(), stemLanguage) ?? first), { kind, id, capital, rest: [] });
    return;
  }
  const patterns = rest.map((word, index) => patternOf(word, open && index === rest.length - 1));
  const start = patternOf(first, open && rest.length === 0);
  pushTo(indexes.byStart, start.text, { entry: { kind, id, capital, rest: patterns }, extra: start.extra });
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

function find({ byStem, byStart }: Indexes, word: string, folded: string, stemLanguage: string | undefined): readonly Entry[] {
  const stemKey = stemLanguage === undefined ? undefined : fold(stem(word, stemLanguage) ?? word);
  const found = stemKey === undefined ? [] : [...(byStem.get(stemKey) ?? [])];
  for (const variant of withoutParticles(folded)) {
    const before = found.length;
    for (const kind of ['concept', 'entity'] as const) collectByStart(byStart, variant, kind, found);
    if (found.length > before) break;
  }
  return found.filter((entry, at) => !found.some((other, otherAt) => servesFor(other, entry) && (!servesFor(entry, other) || otherAt < at)));
}

/** Whether one form makes the other needless: both stand for one thing alone, and it is met wherever the other is. */
function servesFor(a: Entry, b: Entry): boolean {
  return a !== b && a.rest.length === 0 && b.rest.length === 0 && a.kind === b.kind && a.id === b.id && (!a.capital || b.capital);
}

/**
 * Adds the entries of a kind that begin with the longest start of the word; multi-word entries of any start, since the rest
 * decides. A concept that the stem found already is not looked for again.
 */
function collectByStart(byStart: Indexes['byStart'], folded: string, kind: Entry['kind'], found: Entry[]): void {
  let single = found.some((entry) => entry.kind === kind && entry.rest.length === 0);
  for (let length = folded.length; length >= 1; length--) {
    const hits = byStart.get(folded.slice(0, length))?.filter(({ entry, extra }) => entry.kind === kind && folded.length - length <= extra) ?? [];
    for (const { entry } of hits) if (entry.rest.length > 0 || !single) found.push(entry);
    single ||= hits.some(({ entry }) => entry.rest.length === 0);
  }
}

/** Arabic and Hebrew write "and", "in", "to" and "the" as part of the word: the word, then the word without them. */
export function withoutParticles(folded: string): readonly string[] {
  const first = folded.charCodeAt(0);
  const pattern = first >= 0x600 && first < 0x700 ? /^(?:[وف]?(?:[بکل]?ال|لل)|[وفبلک])/u : first >= 0x590 && first < 0x600 ? /^[והבלמשכ]{1,2}/u : undefined;
  const particle = pattern?.exec(folded)?.[0] ?? '';
  if (particle === '' || folded.length - particle.length < 2) return [folded];
  const shorter = particle.length === 2 && first < 0x600 ? [folded.slice(1)] : [];
  return [folded, ...shorter, folded.slice(particle.length)];
}

/** Whether `folded` is the pattern's word with an allowed ending. */
export function matchesPattern(folded: string, { text, extra }: WordPattern): boolean {
  return withoutParticles(folded).some((variant) => variant.startsWith(text) && variant.length - text.length <= extra);
}
