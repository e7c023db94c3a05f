import { hashText, sampleShingles } from './shingles.ts';
import { countLetters, scan, type Token } from './scan.ts';
import { splitSentences } from './sentences.ts';
import { keysOfSentence } from './keys.ts';
import { readContext, type TextContext } from './context.ts';
import { lexemeOfToken } from './lexeme.ts';
import type { Article, CleanDocument, LanguageGuess, Sentence } from '../types.ts';

/** A sentence with its tokens. */
interface SentencePart extends Omit<Sentence, 'keys'> {
  readonly tokens: readonly Token[];
}

/** A document taken apart, before its keys are found. */
export interface DocumentParts extends Pick<Article, 'document' | 'language' | 'removed' | 'shingles'> {
  readonly sentences: readonly SentencePart[];
  readonly context: TextContext;
}

/** Takes a document apart into sentences and tokens. The title is the first sentence, unless the text begins with it. */
export function takeParts(clean: CleanDocument, language: LanguageGuess): DocumentParts {
  const { document, body, removed } = clean;
  const sentences: SentencePart[] = [];
  addSentences(sentences, titleOf(document.title, body), language.code, true);
  addSentences(sentences, body, language.code, false);
  const context = readContext(sentences.map(({ tokens }) => tokens), language.code, document.date);
  return { document, language, removed, sentences, context, shingles: sampleShingles(shingleUnits(sentences, language.code)) };
}

/** Takes a document apart into sentences and their language-neutral keys. */
export function extract(clean: CleanDocument, language: LanguageGuess): Article {
  const { document, removed, sentences, context, shingles } = takeParts(clean, language);
  const keyed = sentences.map(({ start, end, inTitle, length, tokens }) => ({ start, end, inTitle, length, keys: keysOfSentence(tokens, context) }));
  return { document, language, removed, sentences: keyed, shingles };
}

function titleOf(title: string | undefined, body: string): string {
  const trimmed = (title ?? '').trim();
  return trimmed === '' || body.trimStart().startsWith(trimmed) ? '' : (title ?? '');
}

function addSentences(sentences: SentencePart[], text: string, language: string, inTitle: boolean): void {
  for (const { start, end } of splitSentences(text)) {
    const length = countLetters(text, start, end);
    if (length > 0) sentences.push({ start, end, inTitle, length, tokens: scan(text, language, start, end) });
  }
}

/** What shingles are made of, hashed: folded words, numbers, and the single characters of scripts without spaces. */
function shingleUnits(parts: readonly SentencePart[], language: string): Int32Array {
  const units = new Int32Array(parts.reduce((sum, { start, end }) => sum + end - start, 0));
  let count = 0;
  for (const { tokens } of parts) {
    for (const token of tokens) {
      if (token.kind === 'word') units[count++] = lexemeOfToken(token, language).hash;
      else if (token.kind === 'number') units[count++] = hashText(token.text);
      else for (const character of token.text) units[count++] = hashText(character);
    }
  }
  return units.subarray(0, count);
}
