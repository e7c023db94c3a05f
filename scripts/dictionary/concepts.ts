import { extract } from '../../src/extract/extract.ts';
import { fold } from '../../src/extract/fold.ts';
import { stemKey, stemLanguageOf } from '../../src/extract/form-index.ts';
import { withoutParticles } from '../../src/extract/lexicon.ts';
import { scan } from '../../src/extract/scan.ts';
import { stem } from '../../src/extract/stem.ts';
import { conceptForms, type Form } from '../../src/extract/tables.ts';
import { buildLexeme } from '../../src/extract/lexeme.ts';
import { LANGUAGES } from '../../src/language/table.ts';

/** A concept in a sentence: its id and the word it was found in, in lower case. */
export interface Mention {
  readonly concept: string;
  readonly word: string;
}

/** The concepts of the table that the dictionary of a language finds in a sentence; names of months and weekdays are CLDR's. */
export function mentionsIn(text: string, language: string): Mention[] {
  const document = { id: 'sentence', path: 'sentence', text };
  const { sentences } = extract({ document, body: text, removed: [] }, { code: language, confidence: 1 });
  return sentences.flatMap(({ keys }) =>
    keys.flatMap(({ family, text: key, start, end }) => {
      if (family !== 'word' || !key.startsWith('w:') || /^w:(?:month|weekday)-/u.test(key)) return [];
      return [{ concept: key.slice(2), word: text.slice(start, end).toLowerCase() }];
    }),
  );
}

/** The words of a sentence that the dictionary has no concept for, grammar words and names left out: their stem, or where there is no stemmer their beginning. */
export function unknownWordsIn(text: string, language: string): string[] {
  return [...scan(text)].flatMap((token) => {
    if (token.kind !== 'word') return [];
    const { stop, folded, meaning: { concepts, entities } } = buildLexeme(token.text, language);
    if (stop || concepts.length + entities.length > 0 || folded.length < SHORTEST_WORD) return [];
    const stemLanguage = stemLanguageOf(language);
    return [stemLanguage === undefined ? folded.slice(0, Math.max(SHORTEST_WORD, Math.min(LONGEST_BEGINNING, folded.length - 2))) : stemKey(token.text.toLowerCase(), stemLanguage)];
  });
}

/** Shorter words are grammar words, and words of one beginning of six letters are mostly forms of one word. */
const SHORTEST_WORD = 4;
const LONGEST_BEGINNING = 6;

const formsByConcept = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** The forms that a concept has in a language. */
export function formsOf(concept: string, language: string): readonly string[] {
  const known = formsByConcept.get(language) ?? byConcept(conceptForms(language));
  formsByConcept.set(language, known);
  return known.get(concept) ?? [];
}

function byConcept(forms: readonly Form[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, text } of forms) found.set(id, [...(found.get(id) ?? []), text]);
  return found;
}

/**
 * The form of the table that a word was found by: the longest that it begins with (after an Arabic or Hebrew particle), or
 * one of its stem; where there is none, the word was parted as a compound.
 */
export function formBehind({ concept, word }: Mention, language: string): string {
  const hasStemmer = (LANGUAGES.get(language)?.stemmer ?? '') !== '';
  const stemOf = (text: string): string => fold((hasStemmer ? stem(text.toLowerCase(), language) : undefined) ?? text);
  const variants = withoutParticles(fold(word));
  const fitting = formsOf(concept, language).filter((form) => {
    const whole = fold(form.replace(/\*$/u, '').toLowerCase());
    return variants.some((variant) => variant.startsWith(whole)) || (!form.endsWith('*') && stemOf(form) === stemOf(word));
  });
  return fitting.sort((x, y) => y.length - x.length)[0] ?? '(compound)';
}
