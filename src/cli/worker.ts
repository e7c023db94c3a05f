/** What a worker thread runs: documents to fingerprints, those to candidate pairs, and these to judgements; or a look into an archive. */
import { parentPort } from 'node:worker_threads';
import type { Scouted } from '../archive/archive.ts';
import { indexShard, type BlockIndex, type BlockOutline, type BlockShard } from '../block/block-index.ts';
import { PartnerSearch } from '../block/candidates.ts';
import { screening } from '../compare/screen.ts';
import { mentionMap, type MentionMap } from '../fingerprint/mentions.ts';
import { mentionShelfOf, type PackedMentions } from '../fingerprint/mention-shelf.ts';
import { shelfOf, type PackedPrints } from '../fingerprint/shelf.ts';
import { judgeCandidates } from '../judging.ts';
import { packEvidence, type PackedEvidence } from '../judge/evidence-shelf.ts';
import { packJudgements, type PackedJudgements } from '../judge/packed-judgements.ts';
import { pipelineOptions, type PipelineOptions } from '../options.ts';
import type { Prepared } from '../pair.ts';
import type { Preparer } from './preparer.ts';
import type { Scout } from './scout.ts';
import type { PackedParts, Shelf } from './shelved.ts';
import type { Document } from '../types.ts';

/** The settings that decide what a thread finds. */
export type ThreadOptions = Pick<PipelineOptions, 'clean' | 'threshold' | 'level'>;

/** What a thread is asked. `shelve` comes before all that follows it here, and `search` before `partners`; each once. */
export type Task =
  | { readonly kind: 'prepare'; readonly language?: string; readonly documents: readonly Document[] }
  | { readonly kind: 'shelve'; readonly packed: readonly PackedPrints[]; readonly mentions: readonly PackedMentions[]; readonly order: Uint32Array }
  | { readonly kind: 'index'; readonly outline: BlockOutline; readonly shard: number; readonly shards: number }
  | { readonly kind: 'search'; readonly index: BlockIndex }
  | { readonly kind: 'partners'; readonly documents: Uint32Array }
  | { readonly kind: 'judge'; readonly a: Uint32Array; readonly b: Uint32Array }
  | { readonly kind: 'scout'; readonly folder: string; readonly packed: readonly PackedPrints[]; readonly dates: readonly (string | undefined)[] };

/** What is told of a document beside what lies in shared memory. */
export type UnpackedPart = Omit<Prepared, 'print' | 'mentions'>;

/** What it answers, in the order of what it was asked. */
export interface Answers {
  readonly prepare: { readonly parts: PackedParts; readonly packed: PackedPrints; readonly mentions: readonly PackedMentions[] };
  readonly shelve: undefined;
  readonly index: BlockShard;
  readonly search: undefined;
  /** Codes of a `PairList`. */
  readonly partners: Float64Array;
  readonly judge: JudgedBatch;
  readonly scout: Scouted | undefined;
}

/** What was judged, and the evidence on some of it. */
export interface JudgedBatch {
  readonly judged: PackedJudgements;
  readonly evidence: PackedEvidence;
  /** Which of the judgements each piece of evidence is on, by their places. */
  readonly shown: Uint32Array;
}

let options = pipelineOptions();

/** What is compared and shown, once all documents are prepared. */
let shelf: Shelf | undefined;

let search: PartnerSearch | undefined;

parentPort?.on('message', ({ number, task, settings }: { readonly number: number; readonly task: Task; readonly settings: ThreadOptions }) => {
  if (options.threshold !== settings.threshold || options.clean !== settings.clean || options.level !== settings.level) {
    options = pipelineOptions(settings);
    preparer = undefined;
  }
  void reply(number, task);
});

async function reply(number: number, task: Task): Promise<void> {
  parentPort?.postMessage({ number, answer: await answerTo(task) });
}

/** What prepares with the options of the moment; loaded where something is prepared. */
let preparer: Promise<Preparer> | undefined;

async function preparedFor({ documents }: Extract<Task, { kind: 'prepare' }>): Promise<Answers['prepare']> {
  preparer ??= import('./preparer.ts').then((loaded) => new loaded.Preparer(options));
  return (await preparer).prepareAll(documents);
}

/** The archive that is looked into; loaded where one is. */
let scout: Promise<Scout> | undefined;

async function scoutFor({ folder, packed, dates }: Extract<Task, { kind: 'scout' }>): Promise<Answers['scout']> {
  scout ??= import('./scout.ts').then(({ scoutOf }) => scoutOf(folder));
  return (await scout)(packed, dates);
}

function answerTo(task: Task): Answers[Task['kind']] | Promise<Answers[Task['kind']]> {
  if (task.kind === 'prepare') return preparedFor(task);
  if (task.kind === 'scout') return scoutFor(task);
  if (task.kind === 'shelve') {
    shelf = { prints: shelfOf(task.packed, task.order), mentions: mentionShelfOf(task.mentions, task.order) };
    return undefined;
  }
  if (shelf === undefined) throw new Error(`a thread was asked for ${task.kind} before it had fingerprints`);
  const { prints } = shelf;
  if (task.kind === 'index') return indexShard(prints, task.outline, task.shard, task.shards);
  if (task.kind === 'search') {
    search = new PartnerSearch(task.index, prints, screening(prints, options.screen));
    return undefined;
  }
  if (task.kind === 'partners') {
    if (search === undefined) throw new Error('a thread was asked for partners before it had an index');
    return search.pairsOf(task.documents);
  }
  return judgedOf(task, shelf);
}

function judgedOf({ a, b }: Extract<Task, { kind: 'judge' }>, on: Shelf): Answers['judge'] {
  const judged = judgeCandidates(Array.from(a, (place, at) => ({ a: place, b: b[at] ?? 0 })), on.prints, options, mentionsOn(on));
  const shown = [...judged.keys()].filter((at) => judged[at]?.evidence !== undefined);
  const evidence = judged.flatMap((each) => each.evidence ?? []);
  return { judged: packJudgements(judged), evidence: packEvidence(evidence), shown: Uint32Array.from(shown) };
}

/** What a document names is looked up once for all pairs of a batch that come to it with few others between. */
const READY_SLOTS = 256;

function mentionsOn({ prints, mentions }: Shelf): (place: number) => MentionMap {
  const ready: { readonly place: number; readonly named: MentionMap }[] = [];
  return (place) => {
    const known = ready[place % READY_SLOTS];
    if (known?.place === place) return known.named;
    const named = mentionMap(prints.at(place), mentions(place));
    ready[place % READY_SLOTS] = { place, named };
    return named;
  };
}
