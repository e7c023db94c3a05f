import { parseForms } from './compiled-forms.ts';
import { isCalendarId } from './calendar.ts';
import { indexForms, stemKey, stemLanguageOf, type Entry, type FormIndex, type Stemmed, type WordPattern } from './form-index.ts';
import { readCompiled } from '../data/load.ts';

export type { Entry } from './form-index.ts';

/** Entries by their first word; `runs` by the whole form, for scripts without spaces. */
export interface Lexicon {
  /** Entries whose first word this token can be, the most specific first. */
  lookup(word: string, folded: string): readonly Entry[];
  readonly runs: ReadonlyMap<string, readonly Entry[]>;
  /** Characters of the longest form in `runs`. */
  readonly longestRun: number;
}

const lexicons = new Map<string, Lexicon>();

/** The words, entities and calendar names of one language: as the build has compiled them, or from the tables. Made once. */
export function lexiconOf(language: string): Lexicon {
  const known = lexicons.get(language) ?? makeLexicon(language);
  lexicons.set(language, known);
  return known;
}

function makeLexicon(language: string): Lexicon {
  const compiled = readCompiled(`forms/${language}.json`);
  return compiled === undefined ? growingLexicon(language) : lexiconFrom(parseForms(compiled), language);
}

function lexiconFrom(index: FormIndex, language: string): Lexicon {
  const longestRun = Math.max(0, ...[...index.runs.keys()].map((run) => run.length));
  const stemLanguage = stemLanguageOf(language);
  return { lookup: (word, folded) => find(index, word, folded, stemLanguage), runs: index.runs, longestRun };
}

function growingLexicon(language: string): Lexicon {
  const index = indexForms(language);
  const lexicon = lexiconFrom(index, language);
  const lookup = (word: string, folded: string): readonly Entry[] => {
    for (const variant of withoutParticles(folded)) index.wake(variant);
    return lexicon.lookup(word, folded);
  };
  return { ...lexicon, lookup };
}

function find({ stems, starts, beginnings }: FormIndex, word: string, folded: string, stemLanguage: string | undefined): readonly Entry[] {
  const stemmed = stemLanguage === undefined ? undefined : stemKey(word, stemLanguage);
  const found = stemmed === undefined ? [] : nearest(stems.get(stemmed) ?? [], word);
  for (const variant of withoutParticles(folded)) {
    const before = found.length;
    const hits = hitsOf(starts, beginnings.lengthsIn(variant), variant);
    for (const kind of ['concept', 'entity'] as const) collectByStart(hits, kind, found);
    if (found.length > before) break;
  }
  return found.filter((entry, at) => !found.some((other, otherAt) => servesFor(other, entry) && (!servesFor(entry, other) || otherAt < at)));
}

/** Of forms with one stem those that are spelt most like the word: Italian partito, partita, parte, parto and partire all have `part`. */
function nearest(stemmed: readonly Stemmed[], word: string): Entry[] {
  const distances = stemmed.map(({ text }) => endingDistance(text, word));
  const least = Math.min(...distances);
  return stemmed.filter((_, at) => distances[at] === least).map(({ entry }) => entry);
}

/** The letters of the longer ending after the common beginning. */
function endingDistance(a: string, b: string): number {
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return Math.max(a.length, b.length) - common;
}

/** Whether one form makes the other needless: both stand for one thing alone, and it is met wherever the other is. */
function servesFor(a: Entry, b: Entry): boolean {
  return a !== b && a.rest.length === 0 && b.rest.length === 0 && a.kind === b.kind && a.id === b.id && (!a.capital || b.capital);
}

/** The entries whose first word a folded word can be, by the lengths of its beginnings. */
function hitsOf(starts: FormIndex['starts'], lengths: readonly number[], folded: string): readonly (readonly Entry[])[] {
  const hits: Entry[][] = [];
  for (const length of lengths) {
    const under = starts.get(folded.slice(0, length))?.filter(({ extra }) => folded.length - length <= extra) ?? [];
    if (under.length > 0) hits.push(under.map(({ entry }) => entry));
  }
  return hits;
}

/**
 * Adds the entries of a kind that begin with the longest start of the word; multi-word entries of any start, since the rest
 * decides. A concept that the stem found already is not looked for again, but a day or a month is: no stem finds these.
 */
function collectByStart(hits: readonly (readonly Entry[])[], kind: Entry['kind'], found: Entry[]): void {
  let single = found.some((entry) => entry.kind === kind && entry.rest.length === 0);
  let longer = false;
  for (const entries of hits) {
    const fitting = entries.filter((entry) => entry.kind === kind);
    for (const entry of fitting) if (entry.rest.length > 0 || !single || (!longer && isCalendarId(entry.id))) found.push(entry);
    longer ||= fitting.some(({ rest }) => rest.length === 0);
    single ||= longer;
  }
}

/** Whether words that begin with the code unit may begin with a particle: Hebrew and Arabic letters are neighbours in Unicode. */
export function isWrittenWithParticles(first: number): boolean {
  return first >= 0x590 && first < 0x700;
}

/** Arabic and Hebrew write "and", "in", "to" and "the" as part of the word: the word, then the word without them. */
export function withoutParticles(folded: string): readonly string[] {
  const first = folded.charCodeAt(0);
  if (!isWrittenWithParticles(first)) return [folded];
  const pattern = first >= 0x600 ? /^(?:[وف]?(?:[بکل]?ال|لل)|[وفبلک])/u : /^[והבלמשכ]{1,2}/u;
  const particle = pattern.exec(folded)?.[0] ?? '';
  if (particle === '' || folded.length - particle.length < 2) return [folded];
  const shorter = particle.length === 2 && first < 0x600 ? [folded.slice(1)] : [];
  return [folded, ...shorter, folded.slice(particle.length)];
}

/** Whether `folded` is the pattern's word with an allowed ending. */
export function matchesPattern(folded: string, pattern: WordPattern): boolean {
  return startsLike(folded, pattern) || (isWrittenWithParticles(folded.charCodeAt(0)) && withoutParticles(folded).some((variant) => startsLike(variant, pattern)));
}

function startsLike(folded: string, { text, extra }: WordPattern): boolean {
  return folded.length - text.length <= extra && folded.startsWith(text);
}
