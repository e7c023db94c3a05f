import { hashText, sampleWritten } from './shingles.ts';
import { scan } from './scan.ts';
import { splitSentences } from './sentences.ts';
import { keysOfSentence } from './keys.ts';
import { readContext, type TextContext } from './context.ts';
import { RUN, type Tokens } from './tokens.ts';
import type { Article, CleanDocument, LanguageGuess, Sentence } from '../types.ts';

/** A sentence with its tokens. */
interface SentencePart extends Omit<Sentence, 'keys'> {
  readonly tokens: Tokens;
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
  return { document, language, removed, sentences, context, shingles: sampleOf(sentences) };
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
    const tokens = scan(text, language, start, end);
    if (tokens.letters > 0) sentences.push({ start, end, inTitle, length: tokens.letters, tokens });
  }
}

function sampleOf(parts: readonly SentencePart[]): Uint32Array {
  return sampleWritten(parts.reduce((sum, { start, end }) => sum + end - start, 0), (units) => writeUnits(parts, units));
}

/** Writes what shingles are made of, hashed: folded words, numbers, and the single characters of scripts without spaces. How many they are. */
function writeUnits(parts: readonly SentencePart[], units: Uint32Array): number {
  let count = 0;
  for (const { tokens } of parts) {
    for (let at = 0; at < tokens.length; at++) {
      const word = tokens.word(at);
      if (word >= 0) {
        units[count++] = tokens.vocabulary.foldedHash(word);
        continue;
      }
      const text = tokens.text.slice(tokens.start(at), tokens.end(at));
      if (word === RUN) for (const character of text) units[count++] = hashText(character);
      else units[count++] = hashText(text);
    }
  }
  return count;
}
