import { hashText, sampleShingles } from './shingles.ts';
import { countLetters, scan, type Token } from './scan.ts';
import { splitSentences } from './sentences.ts';
import { keysOfSentence } from './keys.ts';
import { readContext, type TextContext } from './context.ts';
import { lexemeOf } from './lexeme.ts';
import type { Article, CleanDocument, LanguageGuess, Sentence } from '../types.ts';

interface Part {
  readonly tokens: readonly Token[];
  readonly sentence: Omit<Sentence, 'keys'>;
}

/**
 * Takes a document apart into sentences and their language-neutral keys. The title is the first sentence, unless the text
 * begins with it.
 */
export function extract(clean: CleanDocument, language: LanguageGuess): Article {
  const { document, body, removed } = clean;
  const title = titleOf(document.title, body);
  const parts = [...partsOf(title, true), ...partsOf(body, false)];
  const context: TextContext = readContext(parts.map((part) => part.tokens), language.code);
  const sentences = parts.map(({ tokens, sentence }) => ({ ...sentence, keys: keysOfSentence(tokens, context) }));
  return { document, language, removed, sentences, shingles: sampleShingles(shingleUnits(parts, language.code)) };
}

function titleOf(title: string | undefined, body: string): string {
  const trimmed = (title ?? '').trim();
  return trimmed === '' || body.trimStart().startsWith(trimmed) ? '' : (title ?? '');
}

function partsOf(text: string, inTitle: boolean): Part[] {
  const parts: Part[] = [];
  for (const { start, end } of splitSentences(text)) {
    const length = countLetters(text, start, end);
    if (length > 0) parts.push({ tokens: scan(text, start, end), sentence: { start, end, inTitle, length } });
  }
  return parts;
}

/** What shingles are made of, hashed: folded words, numbers, and the single characters of scripts without spaces. */
function shingleUnits(parts: readonly Part[], language: string): number[] {
  const units: number[] = [];
  for (const { tokens } of parts) {
    for (const { kind, text } of tokens) {
      if (kind === 'word') units.push(lexemeOf(text, language).hash);
      else if (kind === 'number') units.push(hashText(text));
      else for (const character of text) units.push(hashText(character));
    }
  }
  return units;
}
