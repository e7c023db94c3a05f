import { availableParallelism } from 'node:os';
import { Threads } from './threads.ts';
import type { Progress } from './progress.ts';
import { indexPrints } from '../block/block-index.ts';
import type { CandidatePair } from '../block/candidates.ts';
import { PairList } from '../block/pair-list.ts';
import { shelfOf, unpackPrints, type PackedPrints } from '../fingerprint/shelf.ts';
import { askedOf, groupPrepared } from '../grouping.ts';
import type { PlacedJudgement } from '../judge/judgements.ts';
import type { PipelineOptions } from '../options.ts';
import type { Found, Prepared } from '../pair.ts';
import { byId, findClusters } from '../pipeline.ts';
import type { Document } from '../types.ts';

/** Fewer characters take less than some five seconds: a thread would spend a good part of that, and 150 MB, on its tables. */
const WORTH_THREADS = 10_000_000;

/** Characters that a thread takes at a time, about twenty articles; pairs, about a tenth of a second. */
const BATCH_CHARACTERS = 100_000;
const BATCH_PAIRS = 2_000;

/** Documents of which a thread looks for the partners at a time. */
const BATCH_SEARCHES = 500;

/** More threads than any machine has cores only take memory. */
const MOST_THREADS = 256;

/** How many threads work unless the user says otherwise: one a core; none where the work is small. */
export function threadsFor(documents: readonly Document[], asked: number | undefined): number {
  if (asked !== undefined) return Math.min(MOST_THREADS, asked);
  let characters = 0;
  for (const { text } of documents) characters += text.length;
  return characters < WORTH_THREADS ? 1 : availableParallelism();
}

/** The whole job by `count` threads, the answer the same to the last bit as that of one. With one it is done here. */
export async function findInThreads(documents: readonly Document[], options: PipelineOptions, count: number, progress: Progress): Promise<Found> {
  if (count <= 1) return findClusters(documents, options);
  const threads = new Threads(count, { clean: options.clean, threshold: options.threshold, level: options.level });
  try {
    const { prepared, packed, order } = await prepareAll(documents, threads, progress);
    progress.stage('indexing', 0);
    await threads.askAll({ kind: 'prints', packed, order, index: indexPrints(shelfOf(packed, order)) });
    const pairs = askedOf(await findPairs(prepared.length, threads, progress), prepared, options);
    const judged = await judgeAll(pairs, threads, progress);
    progress.stage('grouping', 0);
    return groupPrepared(prepared, judged, options);
  } finally {
    await threads.end();
  }
}

interface PreparedAll {
  /** In order of their ids. */
  readonly prepared: readonly Prepared[];
  readonly packed: readonly PackedPrints[];
  /** The place of each prepared document among the packed fingerprints. */
  readonly order: Uint32Array;
}

async function prepareAll(documents: readonly Document[], threads: Threads, progress: Progress): Promise<PreparedAll> {
  progress.stage('reading articles', documents.length);
  const batches = batchesOf(documents);
  const answers = await threads.answers(
    batches.length,
    (number) => ({ kind: 'prepare', documents: batches[number] ?? [] }),
    (number) => progress.done(batches[number]?.length ?? 0),
  );
  const all: { readonly prepared: Prepared; readonly place: number }[] = [];
  for (const [number, { found, packed }] of answers.entries()) {
    for (const [at, print] of unpackPrints(packed).entries()) {
      const [document, rest] = [batches[number]?.[at], found[at]];
      if (document !== undefined && rest !== undefined) all.push({ prepared: { document, ...rest, print }, place: all.length });
    }
  }
  all.sort((x, y) => byId(x.prepared, y.prepared));
  return { prepared: all.map(({ prepared }) => prepared), packed: answers.map(({ packed }) => packed), order: Uint32Array.from(all, ({ place }) => place) };
}

function batchesOf(documents: readonly Document[]): readonly (readonly Document[])[] {
  const batches: Document[][] = [];
  let [batch, characters]: [Document[], number] = [[], 0];
  for (const document of documents) {
    batch.push(document);
    characters += document.text.length;
    if (characters < BATCH_CHARACTERS) continue;
    batches.push(batch);
    [batch, characters] = [[], 0];
  }
  return batch.length === 0 ? batches : [...batches, batch];
}

async function findPairs(documents: number, threads: Threads, progress: Progress): Promise<readonly CandidatePair[]> {
  progress.stage('looking for pairs', documents);
  const pairs = new PairList(documents);
  const answers = await threads.answers(
    Math.ceil(documents / BATCH_SEARCHES),
    (number) => ({ kind: 'partners', from: number * BATCH_SEARCHES, to: Math.min(documents, (number + 1) * BATCH_SEARCHES) }),
    () => progress.done(BATCH_SEARCHES),
  );
  for (const codes of answers) pairs.addAll(codes);
  return pairs.ascending();
}

async function judgeAll(pairs: readonly CandidatePair[], threads: Threads, progress: Progress): Promise<readonly PlacedJudgement[]> {
  progress.stage('judging pairs', pairs.length);
  const batchAt = (number: number): readonly CandidatePair[] => pairs.slice(number * BATCH_PAIRS, (number + 1) * BATCH_PAIRS);
  const answers = await threads.answers(
    Math.ceil(pairs.length / BATCH_PAIRS),
    (number) => ({ kind: 'judge', a: Uint32Array.from(batchAt(number), ({ a }) => a), b: Uint32Array.from(batchAt(number), ({ b }) => b) }),
    () => progress.done(BATCH_PAIRS),
  );
  return answers.flat();
}
