import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Labelled } from './news.ts';

/** What was written. */
export interface Corpus {
  readonly bytes: number;
  /** The report of each article, by id. */
  readonly gold: ReadonlyMap<string, number>;
}

/** Writes articles as JSONL, without their labels. */
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
  return { bytes, gold };
}
