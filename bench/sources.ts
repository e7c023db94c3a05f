import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The languages of the made-up articles, about as a European desk has them; a language named twice comes twice as often. */
export const LANGUAGES = ['en', 'en', 'en', 'de', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'cs', 'sv', 'ro', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where the evaluation data lie, seen from the repository: they are no part of it. */
const DATA = new URL('../../shared/data/', import.meta.url);

/** What articles are made of. */
export interface Sources {
  /** Sentences with their translations, a row each. */
  readonly parallel: readonly Readonly<Record<string, string>>[];
  /** By language, sentences of news. */
  readonly news: ReadonlyMap<string, readonly string[]>;
  /** By language, words of news as often as they stand there: drawing one follows their frequencies. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/** Reads the sentences of `flores.parallel`, `ntrex` and `newstest`. Throws where they are not there. */
export function readSources(): Sources {
  const news = new Map<string, string[]>();
  for (const set of ['ntrex', 'newstest']) {
    const languages = new Map(rowsOf(`${set}.gold`).map((row) => [row['id'], row['lang'] ?? '']));
    for (const row of rowsOf(`${set}.docs`)) {
      const language = languages.get(row['id']) ?? '';
      const known = news.get(language) ?? [];
      known.push(...(row['text'] ?? '').split('\n').filter((line) => line.length > 40 && line.length < 400));
      news.set(language, known);
    }
  }
  const words = new Map([...news].map(([language, sentences]) => [language, longWords(sentences)]));
  return { parallel: rowsOf('flores.parallel'), news, words };
}

/** Words of seven letters and more without a capital: what an article has of its own besides names. */
function longWords(sentences: readonly string[]): string[] {
  return sentences.flatMap((sentence) => sentence.match(/(?<![\p{L}\d])\p{Ll}{7,}(?![\p{L}\d])/gu) ?? []);
}

function rowsOf(name: string): Record<string, string>[] {
  const file = new URL(`${name}.jsonl.gz`, DATA);
  if (!existsSync(file)) throw new Error(`${file.pathname} is not there: the benchmark is made from the evaluation data beside the repository.`);
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map(parseRow);
}

function parseRow(line: string): Record<string, string> {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null) throw new TypeError(`not a record: ${line.slice(0, 80)}`);
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, String(field)]));
}
