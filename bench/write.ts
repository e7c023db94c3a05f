import { createReadStream, createWriteStream, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Labelled } from './news.ts';

/** What was written. */
export interface Corpus {
  readonly files: readonly string[];
  readonly bytes: number;
  /** The report of each article, by id. */
  readonly gold: ReadonlyMap<string, number>;
}

/** Where the labels of a corpus are, an article a line: written last, so that a corpus that has them is whole. */
const goldOf = (file: string): string => `${file}.gold.tsv`;

/** The corpus that an earlier run has left in a file; undefined where there is none. */
export async function writtenCorpus(file: string): Promise<Corpus | undefined> {
  if (!existsSync(goldOf(file))) return undefined;
  const gold = new Map<string, number>();
  for await (const line of createInterface({ input: createReadStream(goldOf(file)) })) {
    const [id = '', report] = line.split('\t');
    gold.set(id, Number(report));
  }
  return { files: [file], bytes: statSync(file).size, gold };
}

/** Writes articles as JSONL, their labels beside them. */
export async function writeCorpus(articles: Iterable<Labelled>, file: string): Promise<Corpus> {
  const out = createWriteStream(file);
  const gold = new Map<string, number>();
  let bytes = 0;
  for (const { id, title, text, date, gold: report } of articles) {
    const line = `${JSON.stringify({ id, title, text, date })}\n`;
    gold.set(id, report);
    bytes += Buffer.byteLength(line);
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  await pipeline(Readable.from(map(gold, ([id, report]) => `${id}\t${report}\n`)), createWriteStream(goldOf(file)));
  return { files: [file], bytes, gold };
}

function* map<T, U>(items: Iterable<T>, of: (item: T) => U): Generator<U> {
  for (const item of items) yield of(item);
}

/** Files in one folder: more are slow to list on some systems. */
const FILES_A_FOLDER = 1_000;

/** Writes articles as text files, one each. */
export function writeFiles(articles: Iterable<Labelled>, folder: string): Corpus {
  const gold = new Map<string, number>();
  const files: string[] = [];
  let [bytes, made] = [0, 0];
  for (const { id, title, text, gold: report } of articles) {
    const place = String(Math.floor(made++ / FILES_A_FOLDER)).padStart(4, '0');
    if (made % FILES_A_FOLDER === 1) mkdirSync(join(folder, place), { recursive: true });
    const content = `${title}\n\n${text}\n`;
    const file = join(folder, place, `${id}.txt`);
    writeFileSync(file, content);
    files.push(file);
    gold.set(`${place}/${id}.txt`, report);
    bytes += Buffer.byteLength(content);
  }
  return { files, bytes, gold };
}
