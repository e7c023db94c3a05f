import type { TaskOf } from './threads.ts';
import type { Pairs } from '../block/pair-list.ts';
import type { JudgedPair, Prepared } from '../pair.ts';
import type { Document } from '../types.ts';

/** Characters that a thread takes at a time, about twenty articles; pairs, about a tenth of a second; documents to find partners of. */
const BATCH_CHARACTERS = 100_000;
const BATCH_PAIRS = 1_000;
const BATCH_SEARCHES = 500;

/** Documents to prepare. */
export async function* documentBatches(documents: AsyncIterable<Document>): AsyncGenerator<TaskOf<'prepare'>> {
  let [batch, characters]: [Document[], number] = [[], 0];
  for await (const document of documents) {
    batch.push(document);
    characters += document.text.length;
    if (characters < BATCH_CHARACTERS) continue;
    yield { kind: 'prepare', documents: batch };
    [batch, characters] = [[], 0];
  }
  if (batch.length > 0) yield { kind: 'prepare', documents: batch };
}

/** Documents, by their places, of which partners are looked for. */
export function* ranges(documents: number): Generator<TaskOf<'partners'>> {
  for (let from = 0; from < documents; from += BATCH_SEARCHES) yield { kind: 'partners', from, to: Math.min(documents, from + BATCH_SEARCHES) };
}

/** Pairs to judge. */
export function* pairBatches(pairs: Pairs): Generator<TaskOf<'judge'>> {
  for (let from = 0; from < pairs.length; from += BATCH_PAIRS) yield { kind: 'judge', ...pairs.columns(from, from + BATCH_PAIRS) };
}

/** Pairs to gather the evidence of, with what the sources say. */
export function* evidenceBatches(told: readonly JudgedPair[], placeOf: (prepared: Prepared) => number): Generator<TaskOf<'evidence'>> {
  for (let from = 0; from < told.length; from += BATCH_PAIRS) {
    const pairs = told.slice(from, from + BATCH_PAIRS).map(({ a, b, hint }) => ({ a: placeOf(a), b: placeOf(b), ...(hint === undefined ? {} : { hint }) }));
    yield { kind: 'evidence', pairs };
  }
}
