import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { takeApart } from '../../src/pipeline.ts';
import type { Article, Document } from '../../src/types.ts';

/** A labelled article of an evaluation set. */
export interface Labelled {
  readonly set: string;
  readonly language: string;
  /** The report (translated sets) or story (independent sets) it is of, with the set's name. */
  readonly gold: string;
  /** Documents of one topic stay in one fold. */
  readonly topic: string;
  /** Articles of one `gold` are independent reports of one story. */
  readonly independent: boolean;
  readonly article: Article;
}

/** The sets whose documents of one gold label are independent reports of one story. */
const INDEPENDENT = new Set(['ecbplus', 'itn', 'semeval22', 'og2021']);

/** Where the data lie, seen from the repository: they are no part of the product. */
export const DATA = new URL('../../../shared/data/', import.meta.url);

/** The rows of one of the gzipped JSONL files of the evaluation data. */
export function readRows(file: string): Record<string, string>[] {
  const text = gunzipSync(readFileSync(new URL(file, DATA))).toString('utf8');
  return text.split('\n').filter((line) => line !== '').map(parseRow);
}

function parseRow(line: string): Record<string, string> {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null) throw new TypeError(`not a record: ${line.slice(0, 80)}`);
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, String(field)]));
}

/** A set's documents taken apart, with their labels; `languages` limits which. */
export function loadSet(set: string, languages?: ReadonlySet<string>): Labelled[] {
  const gold = new Map(readRows(`${set}.gold.jsonl.gz`).map((row) => [row['id'], row]));
  return readRows(`${set}.docs.jsonl.gz`).flatMap((row) => {
    const label = gold.get(row['id']);
    if (label === undefined || (languages !== undefined && !languages.has(label['lang'] ?? ''))) return [];
    return [labelled(set, row, label)];
  });
}

function labelled(set: string, row: Record<string, string>, label: Record<string, string>): Labelled {
  const { id = '', text = '', title, date } = row;
  const document: Document = { id, path: id, text, ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }) };
  const gold = `${set} ${label['gold'] ?? id}`;
  const topic = `${set} ${label['topic'] ?? label['gold'] ?? id}`;
  return { set, language: label['lang'] ?? '', gold, topic, independent: INDEPENDENT.has(set), article: takeApart(document, { clean: true }) };
}

/** Sentences in one text of the parallel corpus: about what an article has. */
const PARALLEL_SENTENCES = 5;

/** The rows of `flores.parallel`: one sentence in 27 languages each. */
export function parallelSentences(): Record<string, string>[] {
  return readRows('flores.parallel.jsonl.gz');
}

/** The parallel sentences as short texts, so that every language has enough of them for its key rates. */
export function parallelTexts(): { readonly language: string; readonly article: Article }[] {
  const rows = parallelSentences();
  return Object.keys(rows[0] ?? {}).flatMap((language) => {
    return Array.from({ length: Math.ceil(rows.length / PARALLEL_SENTENCES) }, (_, at) => {
      const part = rows.slice(at * PARALLEL_SENTENCES, (at + 1) * PARALLEL_SENTENCES);
      const id = `parallel-${language}-${at}`;
      const document = { id, path: id, text: part.map((row) => row[language] ?? '').join('\n'), language };
      return { language, article: takeApart(document, { clean: false }) };
    });
  });
}
