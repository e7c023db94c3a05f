import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Sightings } from '../archive/archive.ts';
import { unpackMentions } from '../fingerprint/mention-shelf.ts';
import { unpackPrints } from '../fingerprint/shelf.ts';
import type { PipelineOptions } from '../options.ts';
import type { Prepared } from '../pair.ts';
import { prepare } from '../pipeline.ts';
import type { Document } from '../types.ts';
import { partsUnpacker } from './shelved.ts';
import { Threads } from './threads.ts';

/** Documents prepared at a time: what a write takes in. */
export interface PreparedBatch {
  readonly documents: readonly Document[];
  readonly prepared: readonly Prepared[];
  /** Lets the threads that prepared them look into the archive of a folder; undefined where there are none. */
  readonly scout?: (folder: string) => Promise<Sightings | undefined>;
}

/** Fewer documents are prepared sooner than threads have read their tables. */
const WORTH_THREADS = 512;

/** Batches that are on their way: while one is written, threads work on the next. */
const AHEAD = 2;

/** Documents that a thread is given at once: two threads with two tasks each have a whole batch to work on while one is written. */
const TASK = 64;

/**
 * Prepares batches in their order, in threads where there are documents enough: `workers`, or as many as there are cores. What comes is the
 * same either way.
 */
export async function* prepareBatches(batches: AsyncIterable<readonly Document[]>, options: PipelineOptions, workers: number | undefined): AsyncGenerator<PreparedBatch> {
  const count = workers ?? availableParallelism();
  let threads: Threads | undefined;
  const waiting: Promise<PreparedBatch>[] = [];
  let seen = 0;
  // One batch after the other, so that the first is ready first.
  let turn: Promise<unknown> = Promise.resolve();
  try {
    for await (const documents of batches) {
      seen += documents.length;
      if (threads === undefined && count > 1 && seen > (workers === undefined ? WORTH_THREADS : 0)) threads = new Threads(count, { clean: options.clean, threshold: options.threshold, level: options.level });
      const own = threads;
      const batch = own === undefined ? Promise.resolve({ documents, prepared: documents.map((document) => prepare(document, options)) }) : turn.then(() => prepareIn(own, documents));
      // A failure is told where the batch is awaited.
      turn = batch.catch(() => undefined);
      waiting.push(batch);
      const first = waiting.length > (threads === undefined ? 0 : AHEAD) ? waiting.shift() : undefined;
      if (first === undefined) continue;
      const prepared = await first;
      // What comes next has to be with the threads before this one is written: meanwhile nothing else can be sent to them.
      await setImmediate();
      yield prepared;
    }
    for (const batch of waiting) yield await batch;
  } finally {
    await threads?.end();
  }
}

async function prepareIn(threads: Threads, documents: readonly Document[]): Promise<PreparedBatch> {
  const tasks = Array.from({ length: Math.ceil(documents.length / TASK) }, (_, at) => ({ kind: 'prepare' as const, documents: documents.slice(at * TASK, (at + 1) * TASK) }));
  const answers = await threads.answers<'prepare'>(tasks, () => undefined);
  const scout = async (folder: string): Promise<Sightings | undefined> =>
    together(await threads.answers<'scout'>(answers.map(({ packed }, at) => ({ kind: 'scout', folder, packed, dates: (tasks[at]?.documents ?? []).map(({ date }) => date) })), () => undefined));
  const unpackedParts = partsUnpacker();
  const prepared = answers.flatMap(({ parts, packed, mentions }) => {
    const [prints, named] = [unpackPrints(packed), unpackMentions(mentions)];
    return unpackedParts(parts).flatMap((known, at) => {
      const [print, its] = [prints[at], named[at]];
      return print === undefined || its === undefined ? [] : [{ ...known, print, mentions: its }];
    });
  });
  return { documents, prepared, scout };
}

/** What was seen for the parts of a batch; undefined where they were not seen in one archive. */
function together(parts: readonly (Sightings | undefined)[]): Sightings | undefined {
  const version = parts[0]?.version;
  if (version === undefined || parts.some((part) => part?.version !== version)) return undefined;
  return { version, sightings: parts.flatMap((part) => part?.sightings ?? []) };
}
