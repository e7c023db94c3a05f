import { createRequire } from 'node:module';
import { LANGUAGES } from '../language/table.ts';

const require = createRequire(import.meta.url);

interface Stemmer {
  stem(word: string): string;
}

const stemmers = new Map<string, Stemmer | undefined>();

/**
 * The Snowball stem of a lower-case word, or undefined where the language has no stemmer.
 *
 * natural's stemmers are loaded one by one from their files: its root module prints to standard output.
 */
export function stem(word: string, language: string): string | undefined {
  if (!stemmers.has(language)) stemmers.set(language, loadStemmer(LANGUAGES.get(language)?.stemmer ?? ''));
  return stemmers.get(language)?.stem(word);
}

function loadStemmer(file: string): Stemmer | undefined {
  if (file === '') return undefined;
  const loaded: unknown = require(`natural/lib/natural/stemmers/${file}.js`);
  if (!isStemmer(loaded)) throw new TypeError(`natural/${file} has no stem function; was the package changed?`);
  return loaded;
}

function isStemmer(value: unknown): value is Stemmer {
  return typeof value === 'object' && value !== null && 'stem' in value && typeof value.stem === 'function';
}
