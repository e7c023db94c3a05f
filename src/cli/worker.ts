/** What a worker thread runs: documents to fingerprints, and pairs of fingerprints to judgements. */
import { parentPort } from 'node:worker_threads';
import { packPrints, unpackPrints, type PackedPrints } from '../fingerprint/packed.ts';
import type { Fingerprint } from '../fingerprint/fingerprint.ts';
import type { Judgement } from '../judge/judge.ts';
import { pipelineOptions, type PipelineOptions } from '../options.ts';
import { judgePrints, type Prepared } from '../pair.ts';
import { prepare } from '../pipeline.ts';
import type { Document } from '../types.ts';

/** The settings that decide what a thread finds. */
export type ThreadOptions = Pick<PipelineOptions, 'clean' | 'threshold' | 'level'>;

/** What a thread is asked. `prints` comes before `judge`, once. */
export type Task =
  | { readonly kind: 'prepare'; readonly documents: readonly Document[] }
  | { readonly kind: 'prints'; readonly packed: readonly PackedPrints[]; readonly order: Uint32Array }
  | { readonly kind: 'judge'; readonly a: Uint32Array; readonly b: Uint32Array };

/** What it answers, in the order of what it was asked. */
export interface Answers {
  readonly prepare: { readonly found: readonly Omit<Prepared, 'document' | 'fingerprint'>[]; readonly packed: PackedPrints };
  readonly prints: undefined;
  readonly judge: readonly Judgement[];
}

let options = pipelineOptions();
let prints: readonly Fingerprint[] = [];

parentPort?.on('message', ({ number, task, settings }: { readonly number: number; readonly task: Task; readonly settings: ThreadOptions }) => {
  if (options.threshold !== settings.threshold || options.clean !== settings.clean || options.level !== settings.level) options = pipelineOptions(settings);
  parentPort?.postMessage({ number, answer: answerTo(task) });
});

function answerTo(task: Task): Answers[Task['kind']] {
  if (task.kind === 'prepare') return prepareAll(task.documents);
  if (task.kind === 'judge') return judgeAll(task.a, task.b);
  const all = task.packed.flatMap(unpackPrints);
  prints = Array.from(task.order, (place) => printAt(all, place));
  return undefined;
}

function prepareAll(documents: readonly Document[]): Answers['prepare'] {
  const prepared = documents.map((document) => prepare(document, options));
  const found = prepared.map(({ language, removed, letters }) => ({ language, removed, letters }));
  return { found, packed: packPrints(prepared.map(({ fingerprint }) => fingerprint)) };
}

function judgeAll(a: Uint32Array, b: Uint32Array): Answers['judge'] {
  return Array.from(a, (place, at) => judgePrints(printAt(prints, place), printAt(prints, b[at] ?? 0), options));
}

function printAt(all: readonly Fingerprint[], place: number): Fingerprint {
  const print = all[place];
  if (print === undefined) throw new RangeError(`no fingerprint ${place} of ${all.length}`);
  return print;
}
