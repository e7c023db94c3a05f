import type { Lexeme } from './lexeme.ts';

/** What is asked of every word, as bits. */
export const Trait = {
  /** The first letter is upper case. Never in scripts without case. */
  capital: 1,
  /** One letter. */
  letter: 2,
  /** More than three letters, as the words have by which a headline is told. */
  long: 4,
  /** A grammar word of the language. */
  stop: 8,
  /** A grammar word without any key. */
  silent: 16,
  /** It stands for a concept. */
  concept: 32,
  /** It names an entity. */
  entity: 64,
  /** It may be the first word of a phrase. */
  phrase: 128,
  /** It stands for a day of the week or beside today. */
  day: 256,
  /** It has a key that related languages share. */
  cognate: 512,
  /** Written as an acronym must be, in capitals, or too long to be one. */
  acronymic: 1024,
} as const;

/** Letters of an acronym at most. */
const LONGEST_ACRONYM = 4;

export function traitsOf({ text, capital, stop, silent, cognateName, meaning: { concepts, entities, phrases, days } }: Lexeme): number {
  return (
    (capital ? Trait.capital : 0) |
    (text.length < 2 ? Trait.letter : 0) |
    (text.length > 3 ? Trait.long : 0) |
    (stop ? Trait.stop : 0) |
    (silent ? Trait.silent : 0) |
    (concepts.length > 0 ? Trait.concept : 0) |
    (entities.length > 0 ? Trait.entity : 0) |
    (phrases.length > 0 ? Trait.phrase : 0) |
    (days.length > 0 ? Trait.day : 0) |
    (cognateName === undefined ? 0 : Trait.cognate) |
    (text.length > LONGEST_ACRONYM || text === text.toUpperCase() ? Trait.acronymic : 0)
  );
}
