import { availableParallelism } from 'node:os';
import { documentBatches, evidenceBatches, pairBatches, ranges } from './batches.ts';
import { Gatherer, orderOf, preparedIn, type Gathered } from './gathered.ts';
import type { Progress } from './progress.ts';
import { joined, readAhead } from './read-ahead.ts';
import { Threads } from './threads.ts';
import { indexOf, outlineOf, type BlockOutline } from '../block/block-index.ts';
import type { CandidatePair } from '../block/candidates.ts';
import { PairList } from '../block/pair-list.ts';
import type { DateWindow } from '../block/window.ts';
import { shelfOf } from '../fingerprint/shelf.ts';
import { askedOf, groupPrepared, incomingOf, windowOf } from '../grouping.ts';
import { evidenceShelfOf } from '../judge/evidence-shelf.ts';
import { unpackJudgements } from '../judge/packed-judgements.ts';
import type { PlacedJudgement } from '../judge/judgements.ts';
import type { PipelineOptions } from '../options.ts';
import type { Found, Prepared } from '../pair.ts';
import { findClusters } from '../pipeline.ts';
import type { Document, Evidence } from '../types.ts';

/** Fewer characters take less than some five seconds: a thread would spend a good part of that, and 150 MB, on its tables. */
const WORTH_THREADS = 10_000_000;

/** More threads than any machine has cores only take memory. */
const MOST_THREADS = 256;

/** What was found, and the evidence on the pairs told, by their places, where threads put that together. */
export interface FoundWithEvidence extends Found {
  readonly evidenceAt?: (place: number) => Evidence;
}

/**
 * The whole job, by `workers` threads, or as many as there are cores where the work is worth it; the answer is the same to the last
 * bit. Documents are read on while the first are worked on, and no text is held beyond that.
 */
export async function findInThreads(documents: AsyncIterable<Document> | Iterable<Document>, options: PipelineOptions, workers: number | undefined, progress: Progress): Promise<FoundWithEvidence> {
  const ahead = await readAhead(documents, workers === undefined ? WORTH_THREADS : 0, ({ text }) => text.length);
  const count = workers === undefined ? availableParallelism() : Math.min(MOST_THREADS, workers);
  if (ahead.rest === undefined || count <= 1) return findClusters(await all(joined(ahead)), options);
  // Two crews: what the first have learned of words takes half a gigabyte each, and is of no use to the second.
  const gathered = await withThreads(count, options, (threads) => prepareAll(joined(ahead), threads, progress));
  return withThreads(count, options, (threads) => findAmong(gathered, threads, options, progress));
}

async function withThreads<T>(count: number, { clean, threshold, level }: PipelineOptions, work: (threads: Threads) => Promise<T>): Promise<T> {
  const threads = new Threads(count, { clean, threshold, level });
  try {
    return await work(threads);
  } finally {
    await threads.end();
  }
}

async function findAmong(gathered: Gathered, threads: Threads, options: PipelineOptions, progress: Progress): Promise<FoundWithEvidence> {
  progress.stage('indexing', 0);
  const { prints, mentions } = gathered;
  const { order, window, incoming } = outline(gathered, options);
  await threads.askEach<'shelve'>(() => ({ kind: 'shelve', packed: prints, mentions, order }));
  await indexAll(outlineOf(shelfOf(prints, order), window), threads);
  // Nowhere named, so that the pairs go once they are judged: of a million documents they take a quarter of a gigabyte.
  const judged = await judgeAll(askedOf(await findPairs(order.length, threads, progress), incoming), threads, progress);
  progress.stage('grouping', 0);
  const prepared = preparedIn(gathered, order);
  const found = groupPrepared(prepared, judged, options);
  return { ...found, evidenceAt: await evidenceFor(found, threads, progress) };
}

/** What of the documents themselves is needed before they are grouped; they are unpacked for it, and again then, since beside the index there is no room for them. */
function outline(gathered: Gathered, options: PipelineOptions): { readonly order: Uint32Array; readonly window: DateWindow | undefined; readonly incoming: ReadonlySet<number> | undefined } {
  const order = orderOf(gathered);
  if (options.window === undefined && options.incoming === undefined) return { order, window: undefined, incoming: undefined };
  const prepared = preparedIn(gathered, order);
  return { order, window: windowOf(prepared, options), incoming: incomingOf(prepared, options) };
}

/** Each thread builds a part of the index, and is given all of it. */
async function indexAll(outline: BlockOutline, threads: Threads): Promise<void> {
  const index = indexOf(outline, await threads.askEach<'index'>((shard, shards) => ({ kind: 'index', outline, shard, shards })));
  await threads.askEach<'search'>(() => ({ kind: 'search', index }));
}

async function all(stream: AsyncIterable<Document>): Promise<Document[]> {
  const documents: Document[] = [];
  for await (const document of stream) documents.push(document);
  return documents;
}

async function prepareAll(documents: AsyncIterable<Document>, threads: Threads, progress: Progress): Promise<Gathered> {
  progress.stage('reading articles', 0);
  const gatherer = new Gatherer();
  await threads.forEach<'prepare'>(documentBatches(documents), (batch, task) => {
    gatherer.add(batch);
    progress.done(task.documents.length);
  });
  return gatherer.finish();
}

async function findPairs(documents: number, threads: Threads, progress: Progress): Promise<readonly CandidatePair[]> {
  progress.stage('looking for pairs', documents);
  const pairs = new PairList(documents);
  const answers = await threads.answers<'partners'>(ranges(documents), ({ from, to }) => progress.done(to - from));
  for (const codes of answers) pairs.addAll(codes);
  return pairs.ascending();
}

async function judgeAll(pairs: readonly CandidatePair[], threads: Threads, progress: Progress): Promise<readonly PlacedJudgement[]> {
  progress.stage('judging pairs', pairs.length);
  return (await threads.answers<'judge'>(pairBatches(pairs), ({ a }) => progress.done(a.length))).flatMap(unpackJudgements);
}

async function evidenceFor({ prepared, told }: Found, threads: Threads, progress: Progress): Promise<(place: number) => Evidence> {
  progress.stage('gathering evidence', told.length);
  const places = new Map(prepared.map((each, place) => [each, place]));
  const tasks = evidenceBatches(told, (each) => places.get(each) ?? 0);
  return evidenceShelfOf(await threads.answers<'evidence'>(tasks, ({ pairs }) => progress.done(pairs.length)));
}
