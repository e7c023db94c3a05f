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
  const shingles = sampleShingles(parts.flatMap(({ tokens }) => tokens.flatMap((token) => shingleUnits(token, language.code))));
  return { document, language, removed, sentences, shingles };
}

function titleOf(title: string | undefined, body: string): string {
  const trimmed = (title ?? '').trim();
  return trimmed === '' || body.trimStart().startsWith(trimmed) ? '' : (title ?? '');
}

function partsOf(text: string, inTitle: boolean): Part[] {
  return splitSentences(text).flatMap(({ start, end }) => {
    const length = countLetters(text, start, end);
    const tokens = scan(text, start, end);
    return length === 0 ? [] : [{ tokens, sentence: { start, end, inTitle, length } }];
  });
}

/** What shingles are made of: folded words, and the single characters of scripts without spaces. */
function shingleUnits(token: Token, language: string): number[] {
  if (token.kind === 'run') return [...token.text].map(hashText);
  return [hashText(token.kind === 'number' ? token.text : lexemeOf(token.text, language).folded)];
}
