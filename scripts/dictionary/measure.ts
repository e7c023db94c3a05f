import { formBehind, mentionsIn, unknownWordsIn, type Mention } from './concepts.ts';
import type { ParallelRow } from './parallel.ts';

/** The languages whose dictionaries are the fullest: what they agree on is taken for what a sentence says. */
const REFERENCES = ['en', 'de', 'it', 'fr', 'es'] as const;

/** A sentence has a concept if this many of the references, the language itself not among them, have it. */
const ENOUGH_TO_HOLD = 3;

/** A concept found is borne out if this many have it: one may err in the same way, and translators choose other words. */
const ENOUGH_TO_BEAR_OUT = 2;

/** Fewer sentences than this say little of a form. */
const FEWEST_FINDS = 4;

/** What the dictionary of a language finds in parallel sentences. */
export interface Coverage {
  readonly language: string;
  readonly sentences: number;
  /** Concepts that the sentences have by the references, and how many of those the language finds. */
  readonly concepts: number;
  readonly covered: number;
  /** Concepts that the language finds, and how many of those the references bear out. */
  readonly found: number;
  readonly borneOut: number;
  /** Forms that are found often and seldom borne out, those with the most false finds first. */
  readonly worstForms: readonly FormCount[];
  /** Concepts that the sentences have and the language does not find, the most often missed first. */
  readonly missed: readonly MissedConcept[];
}

interface FormCount {
  readonly concept: string;
  readonly form: string;
  readonly found: number;
  readonly borneOut: number;
  /** The words it was found in, the most frequent false ones first. */
  readonly words: readonly string[];
}

interface MissedConcept {
  readonly concept: string;
  readonly missed: number;
  readonly seen: number;
}

/** What the dictionary finds in a sentence of one language, and the words that it has no concept for, folded. */
interface Taken {
  readonly mentions: readonly Mention[];
  readonly unknown: readonly string[];
}

type TakenRow = ReadonlyMap<string, Taken>;

/** What each sentence holds in each language; taken apart once. */
export type MentionTable = readonly TakenRow[];

/** Takes parallel sentences apart, all languages that a row has. */
export function tabulate(rows: readonly ParallelRow[]): MentionTable {
  return rows.map((row) => new Map(Object.entries(row).map(([language, text]) => [language, { mentions: mentionsIn(text, language), unknown: unknownWordsIn(text, language) }])));
}

/** How often each concept is seen by the references other than the language; undefined where too few have the sentence. */
function votesOf(row: TakenRow, language: string): ReadonlyMap<string, number> | undefined {
  const others = REFERENCES.filter((reference) => reference !== language && row.has(reference));
  if (others.length < ENOUGH_TO_HOLD) return undefined;
  const votes = new Map<string, number>();
  for (const reference of others) {
    for (const concept of new Set((row.get(reference)?.mentions ?? []).map((mention) => mention.concept))) votes.set(concept, (votes.get(concept) ?? 0) + 1);
  }
  return votes;
}

/** The concepts that a sentence has by the references other than the language; undefined where too few have the sentence. */
export function heldBy(row: TakenRow, language: string): ReadonlySet<string> | undefined {
  const votes = votesOf(row, language);
  return votes === undefined ? undefined : withVotes(votes, ENOUGH_TO_HOLD);
}

/** The concepts that would be borne out if they were found in a sentence of the language. */
export function borneOutBy(row: TakenRow, language: string): ReadonlySet<string> {
  return withVotes(votesOf(row, language) ?? new Map<string, number>(), ENOUGH_TO_BEAR_OUT);
}

function withVotes(votes: ReadonlyMap<string, number>, enough: number): ReadonlySet<string> {
  return new Set([...votes].flatMap(([concept, count]) => (count >= enough ? [concept] : [])));
}

/** Measures the dictionary of one language. */
export function coverageOf(table: MentionTable, language: string): Coverage {
  const [forms, concepts] = [new Map<string, FormTally>(), new Map<string, { missed: number; seen: number }>()];
  let [sentences, covered, found, borneOut] = [0, 0, 0, 0];
  for (const row of table) {
    const [mentions, votes] = [row.get(language)?.mentions, votesOf(row, language)];
    if (mentions === undefined || votes === undefined) continue;
    sentences++;
    const own = new Set(mentions.map(({ concept }) => concept));
    for (const [concept, count] of votes) {
      if (count < ENOUGH_TO_HOLD) continue;
      if (own.has(concept)) covered++;
      const tally = concepts.get(concept) ?? { missed: 0, seen: 0 };
      concepts.set(concept, { missed: tally.missed + (own.has(concept) ? 0 : 1), seen: tally.seen + 1 });
    }
    for (const concept of own) {
      found++;
      if ((votes.get(concept) ?? 0) >= ENOUGH_TO_BEAR_OUT) borneOut++;
    }
    for (const mention of mentions) countForm(forms, mention, language, (votes.get(mention.concept) ?? 0) >= ENOUGH_TO_BEAR_OUT);
  }
  const seen = [...concepts.values()].reduce((sum, tally) => sum + tally.seen, 0);
  return { language, sentences, concepts: seen, covered, found, borneOut, worstForms: worst(forms), missed: mostMissed(concepts) };
}

interface FormTally {
  readonly concept: string;
  readonly form: string;
  found: number;
  borneOut: number;
  readonly falseWords: Map<string, number>;
}

function countForm(forms: Map<string, FormTally>, mention: Mention, language: string, isBorneOut: boolean): void {
  const form = formBehind(mention, language);
  const key = `${mention.concept}\t${form}`;
  const tally = forms.get(key) ?? { concept: mention.concept, form, found: 0, borneOut: 0, falseWords: new Map<string, number>() };
  tally.found++;
  if (isBorneOut) tally.borneOut++;
  else tally.falseWords.set(mention.word, (tally.falseWords.get(mention.word) ?? 0) + 1);
  forms.set(key, tally);
}

/** The share of finds borne out under which a form is doubtful: about half of what a good dictionary's forms have. */
const DOUBTFUL = 0.35;

function worst(forms: ReadonlyMap<string, FormTally>): FormCount[] {
  return [...forms.values()]
    .filter(({ found, borneOut }) => found >= FEWEST_FINDS && borneOut < DOUBTFUL * found)
    .sort((x, y) => y.found - y.borneOut - (x.found - x.borneOut) || (`${x.concept} ${x.form}` < `${y.concept} ${y.form}` ? -1 : 1))
    .map(({ falseWords, ...counts }) => ({ ...counts, words: [...falseWords].sort(([, x], [, y]) => y - x).map(([word]) => word) }));
}

function mostMissed(concepts: ReadonlyMap<string, { missed: number; seen: number }>): MissedConcept[] {
  return [...concepts]
    .map(([concept, { missed, seen }]) => ({ concept, missed, seen }))
    .filter(({ missed }) => missed > 0)
    .sort((x, y) => y.missed - x.missed || (x.concept < y.concept ? -1 : 1));
}
