import { relativeDays } from './dates.ts';
import type { KeyName } from './key-name.ts';
import { numberCustoms, type NumberCustoms } from './quantity.ts';
import { SeenWords } from './seen-words.ts';
import { isCased } from '../language/table.ts';
import type { Tokens } from './tokens.ts';
import { Trait } from './traits.ts';

/** What the whole text tells of its words: which are written with a capital where nothing else asks for one. */
export interface TextContext {
  readonly language: string;
  readonly customs: NumberCustoms;
  /** The script has capitals. */
  readonly cased: boolean;
  /** Every noun has one: a capital then says little. */
  readonly nounsCapital: boolean;
  /** The words with the letters they begin with, where neither a sentence nor a headline begins with them. */
  readonly seen: Pick<SeenWords, 'hasCapital' | 'hasLower'>;
  /** The days that words like "yesterday" stand for, by concept; undefined where the document has no date. */
  readonly days: ReadonlyMap<string, KeyName> | undefined;
}

const NOUN_CAPITALS = new Set(['de', 'lb']);

/** In a headline of this share of capitals (`Pope Warns of New War`) they tell nothing. */
const HEADLINE_CAPITALS = 0.6;

/** Reads a text's sentences once for what their capitals mean. `date` is that of the document, ISO 8601. */
export function readContext(sentences: readonly Tokens[], language: string, date?: string): TextContext {
  const seen = new SeenWords();
  for (const tokens of sentences) if (!isHeadlineCase(tokens)) addSeen(seen, tokens);
  return {
    language,
    customs: numberCustoms(language),
    cased: isCased(language),
    nounsCapital: NOUN_CAPITALS.has(language),
    seen,
    days: relativeDays(date),
  };
}

function addSeen(seen: SeenWords, tokens: Tokens): void {
  const { vocabulary } = tokens;
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens.word(at);
    if (word < 0) continue;
    const isCapital = (vocabulary.traits(word) & Trait.capital) !== 0;
    if (!isCapital || at > 0) seen.add(vocabulary.foldedHash(word), isCapital);
  }
}

/** Whether most words of a sentence have a capital. */
export function isHeadlineCase(tokens: Tokens): boolean {
  tokens.isHeadline ??= haveCapitals(tokens);
  return tokens.isHeadline;
}

function haveCapitals(tokens: Tokens): boolean {
  const { vocabulary } = tokens;
  let words = 0;
  let capitals = 0;
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens.word(at);
    const traits = word < 0 ? 0 : vocabulary.traits(word);
    if ((traits & Trait.long) === 0) continue;
    words++;
    if ((traits & Trait.capital) !== 0) capitals++;
  }
  return words > 0 && capitals > HEADLINE_CAPITALS * words;
}
