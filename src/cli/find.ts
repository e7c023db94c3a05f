import { availableParallelism } from 'node:os';
import { documentBatches, pairBatches, searches } from './batches.ts';
import { Gatherer, orderOf, preparedIn, type Gathered } from './gathered.ts';
import type { Progress } from './progress.ts';
import { joined, readAhead } from './read-ahead.ts';
import { Threads, type TaskOf } from './threads.ts';
import type { JudgedBatch } from './worker.ts';
import { indexOf, outlineOf, type BlockOutline } from '../block/block-index.ts';
import { PairList, type Pairs } from '../block/pair-list.ts';
import type { DateWindow } from '../block/window.ts';
import { shelfOf } from '../fingerprint/shelf.ts';
import { askedOf, groupPrepared, incomingOf, windowOf } from '../grouping.ts';
import { evidenceShelfOf } from '../judge/evidence-shelf.ts';
import { unpackedJudgements } from '../judge/packed-judgements.ts';
import { evidenceOn } from '../judging.ts';
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
  const crew: Crew = (work) => withThreads(count, options, work);
  return findAmong(await crew((threads) => prepareAll(joined(ahead), threads, progress)), crew, options, progress);
}

/**
 * Has threads do some work, and ends them. Only with its threads does all go that one crew has gathered and the next has no use for: words, and
 * the index, a gigabyte for a million documents.
 */
type Crew = <T>(work: (threads: Threads) => Promise<T>) => Promise<T>;

async function withThreads<T>(count: number, { clean, threshold, level }: PipelineOptions, work: (threads: Threads) => Promise<T>): Promise<T> {
  const threads = new Threads(count, { clean, threshold, level });
  try {
    return await work(threads);
  } finally {
    await threads.end();
  }
}

async function findAmong(gathered: Gathered, crew: Crew, options: PipelineOptions, progress: Progress): Promise<FoundWithEvidence> {
  progress.stage('indexing', 0);
  const { shelving, pairs } = await crew(async (threads) => {
    const { order, window, incoming } = await lookOver(gathered, options);
    const own = { kind: 'shelve' as const, packed: gathered.prints, mentions: gathered.mentions, order };
    return { shelving: own, pairs: askedOf(await findPairs(own, window, threads, progress), incoming) };
  });
  const { order } = shelving;
  const { judged, prepared } = await crew(async (threads) => {
    await threads.askEach<'shelve'>(() => shelving);
    const [batches, documents] = await Promise.all([judgeAll(pairs, order, threads, progress), preparedIn(gathered, order)]);
    return { judged: batches, prepared: documents };
  });
  progress.stage('grouping', 0);
  const judgements = unpackedJudgements(judged.map((batch) => batch.judged));
  const found = groupPrepared(prepared, judgements, options, shelfOf(gathered.prints, order));
  return { ...found, evidenceAt: evidenceOnTold(found, judged, options) };
}

/** What is asked of the pairs. */
interface Asked {
  readonly window: DateWindow | undefined;
  readonly incoming: ReadonlySet<number> | undefined;
}

/** What of the documents themselves is needed before they are grouped; they are unpacked for it while threads start, and again then, since beside the index there is no room for them. */
async function lookOver(gathered: Gathered, options: PipelineOptions): Promise<Asked & { readonly order: Uint32Array }> {
  const order = await orderOf(gathered);
  if (options.window === undefined && options.incoming === undefined) return { order, window: undefined, incoming: undefined };
  const prepared = await preparedIn(gathered, order);
  return { order, window: windowOf(prepared, options), incoming: incomingOf(prepared, options) };
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

async function findPairs(shelving: TaskOf<'shelve'>, window: DateWindow | undefined, threads: Threads, progress: Progress): Promise<Pairs> {
  const { packed, order } = shelving;
  await threads.askEach<'shelve'>(() => shelving);
  await indexAll(outlineOf(shelfOf(packed, order), window), threads);
  progress.stage('looking for pairs', order.length);
  const pairs = new PairList(order.length);
  await threads.forEach<'partners'>(searches(order), (codes, { documents }) => {
    pairs.addAll(codes);
    progress.done(documents.length);
  });
  return pairs.distinct();
}

/** Each thread builds a part of the index, and is given all of it. */
async function indexAll(outline: BlockOutline, threads: Threads): Promise<void> {
  const index = indexOf(outline, await threads.askEach<'index'>((shard, shards) => ({ kind: 'index', outline, shard, shards })));
  await threads.askEach<'search'>(() => ({ kind: 'search', index }));
}

async function judgeAll(pairs: Pairs, order: Uint32Array, threads: Threads, progress: Progress): Promise<readonly JudgedBatch[]> {
  progress.stage('judging pairs', pairs.length);
  return threads.answers<'judge'>(pairBatches(pairs, order), ({ a }) => progress.done(a.length));
}

/** The evidence on the pairs told, by their places among them: of nearly all it was gathered as they were judged. */
function evidenceOnTold({ prepared, told }: Found, judged: readonly JudgedBatch[], options: PipelineOptions): (place: number) => Evidence {
  const gathered = gatheredPlaces(judged, prepared.length);
  const places = new Map<Prepared, number>();
  for (const [place, each] of prepared.entries()) places.set(each, place);
  const lies = Float64Array.from(told, ({ a, b }) => gathered.get((places.get(a) ?? 0) * prepared.length + (places.get(b) ?? 0)) ?? NOWHERE);
  const evidence = evidenceShelfOf(judged.map((batch) => batch.evidence));
  return (at) => {
    const [pair, place] = [told[at], lies[at] ?? NOWHERE];
    if (pair === undefined) throw new RangeError(`no pair ${at} of ${told.length}`);
    if (place === NOWHERE) return evidenceOn(pair, options);
    return pair.hint === undefined ? evidence(place) : { ...evidence(place), hint: pair.hint };
  };
}

const NOWHERE = -1;

/** Where the evidence on each pair lies that has some, by a number for its documents' places. */
function gatheredPlaces(judged: readonly JudgedBatch[], documents: number): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const { judged: { a, b }, shown } of judged) for (const at of shown) places.set((a[at] ?? 0) * documents + (b[at] ?? 0), places.size);
  return places;
}
