import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Scouted } from '../archive/archive.ts';
import { unpackMentions } from '../fingerprint/mention-shelf.ts';
import { unpackPrints } from '../fingerprint/shelf.ts';
import type { PipelineOptions } from '../options.ts';
import type { Prepared } from '../pair.ts';
import { prepare } from '../pipeline.ts';
import type { Document } from '../types.ts';
import { joined, readAhead } from './read-ahead.ts';
import { partsUnpacker } from './shelved.ts';
import { Threads } from './threads.ts';
import type { Answers } from './worker.ts';

/** Documents prepared at a time: what a write takes in. */
export interface PreparedBatch {
  readonly documents: readonly Document[];
  readonly prepared: readonly Prepared[];
  /** What threads have found beside the archive; undefined where there are no threads. */
  readonly scouted?: Scouted | undefined;
}

/** Fewer documents are prepared sooner than threads have read their tables. */
const WORTH_THREADS = 512;

/** Parts of a batch that each thread prepares: it works on one, and another waits so that it need not. */
const PARTS_A_THREAD = 2;

/**
 * Prepares batches in their order, in threads where there are documents enough: `workers`, or as many as there are cores. What comes is the
 * same either way. Threads look into the archive of a folder too, for a batch once all before it is written; while that one is written they
 * prepare the next.
 */
export async function* prepareBatches(batches: AsyncIterable<readonly Document[]>, options: PipelineOptions, workers: number | undefined, folder: string): AsyncGenerator<PreparedBatch> {
  const count = workers ?? availableParallelism();
  const ahead = await readAhead(batches, workers === undefined ? WORTH_THREADS : 0, ({ length }) => length);
  if (ahead.rest === undefined || count <= 1) {
    for await (const documents of joined(ahead)) yield { documents, prepared: documents.map((document) => prepare(document, options)) };
    return;
  }
  const threads = new Threads(count, { clean: options.clean, threshold: options.threshold, level: options.level });
  const stream = joined(ahead);
  const next = async (): Promise<InParts | undefined> => {
    const { value, done } = await stream.next();
    return done === true ? undefined : prepareIn(threads, count, value);
  };
  try {
    let coming = next();
    for (let batch = await coming; batch !== undefined; batch = await coming) {
      const scouting = scoutIn(threads, count, batch, folder);
      coming = next();
      // A failure is told where these are awaited.
      for (const each of [scouting, coming]) each.catch(() => undefined);
      const prepared = unpackedParts(batch);
      const scouted = await scouting;
      // What comes next has to be with the threads before this batch is written: meanwhile nothing else can be sent to them.
      await setImmediate();
      yield { documents: batch.documents, prepared, scouted };
    }
  } finally {
    await threads.end();
  }
}

/** A batch as threads have prepared it: parts that follow each other. */
interface InParts {
  readonly documents: readonly Document[];
  readonly parts: readonly (Answers['prepare'] & { readonly dates: readonly (string | undefined)[] })[];
}

async function prepareIn(threads: Threads, count: number, documents: readonly Document[]): Promise<InParts> {
  const tasks = partsOf(documents, PARTS_A_THREAD * count).map((part) => ({ kind: 'prepare' as const, documents: part }));
  const answers = await threads.answers<'prepare'>(tasks, () => undefined);
  return { documents, parts: answers.map((answer, at) => ({ ...answer, dates: (tasks[at]?.documents ?? []).map(({ date }) => date) })) };
}

/** One task a thread: what many articles need of the index is read once. */
async function scoutIn(threads: Threads, count: number, { parts }: InParts, folder: string): Promise<Scouted | undefined> {
  const tasks = partsOf(parts, count).map((own) => ({ kind: 'scout' as const, folder, packed: own.map(({ packed }) => packed), dates: own.flatMap(({ dates }) => dates) }));
  return together(await threads.answers<'scout'>(tasks, () => undefined));
}

/** Items in at most so many parts, nearly as long as each other. */
function partsOf<T>(items: readonly T[], count: number): (readonly T[])[] {
  const length = Math.ceil(items.length / count);
  return Array.from({ length: Math.ceil(items.length / length) }, (_, at) => items.slice(at * length, (at + 1) * length));
}

/** The documents of a batch, with all that threads have told of them. */
function unpackedParts({ parts }: InParts): readonly Prepared[] {
  const unpacked = partsUnpacker();
  return parts.flatMap((part) => {
    const [prints, mentions] = [unpackPrints(part.packed), part.mentions.flatMap(unpackMentions)];
    return unpacked(part.parts).flatMap((known, at) => {
      const [print, named] = [prints[at], mentions[at]];
      return print === undefined || named === undefined ? [] : [{ ...known, print, mentions: named }];
    });
  });
}

/** What was found for the parts of a batch; undefined where that was not beside one state of an archive. */
function together(parts: readonly (Scouted | undefined)[]): Scouted | undefined {
  const version = parts[0]?.version;
  if (version === undefined || parts.some((part) => part?.version !== version)) return undefined;
  return { version, groundworks: parts.flatMap((part) => part?.groundworks ?? []) };
}
