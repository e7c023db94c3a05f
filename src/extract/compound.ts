import { fold } from './fold.ts';
import { lexiconOf } from './lexicon.ts';

/** Languages that write compounds as one word. */
const COMPOUNDING = new Set(['de', 'nl', 'sv', 'da', 'nb', 'nn', 'fi', 'et', 'hu', 'is', 'af', 'lb']);

/** Shorter words are not compounds, shorter parts are endings. */
const SHORTEST_COMPOUND = 8;
const SHORTEST_PART = 4;
/** No word of a newspaper is longer; the time to part one grows with the square of its length. */
const LONGEST_COMPOUND = 80;

/** Letters that join the parts: Regierung-s-chef, Familie-n-vater, volk-s-partij. */
const LINKS = ['', 's', 'n', 'en', 'es', 'er', 'e'];

/**
 * The concepts of a compound's two parts (`Militärübungen`: military, exercise), or none. Both parts must be words of the
 * dictionary; of several ways to part it, the one with the longest last part, which carries the meaning.
 */
export function splitCompound(word: string, language: string): readonly string[] {
  if (!COMPOUNDING.has(language) || word.length < SHORTEST_COMPOUND || word.length > LONGEST_COMPOUND) return [];
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    const tail = conceptsOf(word.slice(at), language);
    if (tail.length === 0) continue;
    const head = headConcepts(word.slice(0, at), language);
    if (head.length > 0) return [...new Set([...head, ...tail])];
  }
  return [];
}

function headConcepts(head: string, language: string): readonly string[] {
  for (const link of LINKS) {
    if (!head.endsWith(link) || head.length - link.length < SHORTEST_PART) continue;
    const found = conceptsOf(head.slice(0, head.length - link.length), language);
    if (found.length > 0) return found;
  }
  return [];
}

function conceptsOf(word: string, language: string): readonly string[] {
  const entries = lexiconOf(language).lookup(word, fold(word));
  return entries.flatMap(({ kind, id, rest }) => (kind === 'concept' && rest.length === 0 ? [id] : []));
}
