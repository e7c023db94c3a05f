import { heldBy, borneOutBy, type MentionTable } from './measure.ts';

/** A word belongs to a concept whose sentences it shares so far, by Dice, and in as many sentences. */
const LEAST_DICE = 0.5;
const FEWEST_SENTENCES = 3;

/** What words learned from some parallel sentences find in others that the dictionary does not. */
export interface LearnedCoverage {
  /** Concepts that the sentences have, and how many of those only the learned words find. */
  readonly concepts: number;
  readonly added: number;
  /** What the learned words find, and how many finds are borne out. */
  readonly found: number;
  readonly borneOut: number;
}

/** Learns words for concepts of a language from one table of sentences and tries them on another. */
export function learnedCoverage(learnFrom: MentionTable, tryOn: MentionTable, language: string): LearnedCoverage {
  const words = learn(learnFrom, language);
  let [concepts, added, found, borneOut] = [0, 0, 0, 0];
  for (const row of tryOn) {
    const held = heldBy(row, language);
    const own = row.get(language);
    if (held === undefined || own === undefined) continue;
    const known = new Set(own.mentions.map(({ concept }) => concept));
    const learned = new Set(own.unknown.flatMap((word) => words.get(word) ?? []).filter((concept) => !known.has(concept)));
    const bearing = borneOutBy(row, language);
    concepts += held.size;
    added += [...learned].filter((concept) => held.has(concept)).length;
    found += learned.size;
    borneOut += [...learned].filter((concept) => bearing.has(concept)).length;
  }
  return { concepts, added, found, borneOut };
}

/** The concepts of words that the dictionary has none for. */
function learn(table: MentionTable, language: string): ReadonlyMap<string, readonly string[]> {
  const [seenConcepts, seenWords, together] = [new Map<string, number>(), new Map<string, number>(), new Map<string, Map<string, number>>()];
  for (const row of table) {
    const [held, own] = [heldBy(row, language), row.get(language)];
    if (held === undefined || own === undefined) continue;
    for (const concept of held) count(seenConcepts, concept);
    for (const word of new Set(own.unknown)) {
      count(seenWords, word);
      const counts = together.get(word) ?? new Map<string, number>();
      together.set(word, counts);
      for (const concept of held) count(counts, concept);
    }
  }
  const dice = (word: string, concept: string, both: number): number => (2 * both) / ((seenWords.get(word) ?? 0) + (seenConcepts.get(concept) ?? 0));
  return new Map(
    [...together].map(([word, counts]) => [word, [...counts].flatMap(([concept, both]) => (both >= FEWEST_SENTENCES && dice(word, concept, both) >= LEAST_DICE ? [concept] : []))]),
  );
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
