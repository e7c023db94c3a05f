/** What a worker thread runs: documents to fingerprints, those to candidate pairs, and these to judgements. */
import { parentPort } from 'node:worker_threads';
import type { BlockIndex } from '../block/block-index.ts';
import { PartnerSearch } from '../block/candidates.ts';
import { screening } from '../compare/screen.ts';
import { mentionShelfOf, packMentions, type PackedMentions } from '../fingerprint/mention-shelf.ts';
import type { Mentions } from '../fingerprint/mentions.ts';
import type { PrintCore } from '../fingerprint/print.ts';
import { packPrints, ReadyPrints, shelfOf, type PackedPrints } from '../fingerprint/shelf.ts';
import { evidenceOn, judgeCandidates } from '../judging.ts';
import type { PlacedJudgement } from '../judge/judgements.ts';
import { pipelineOptions, type PipelineOptions } from '../options.ts';
import type { Prepared } from '../pair.ts';
import { prepare } from '../pipeline.ts';
import { onceForSameText } from '../same-text.ts';
import type { Shelf } from './shelved.ts';
import type { Document, Evidence, HintKind } from '../types.ts';

/** The settings that decide what a thread finds. */
export type ThreadOptions = Pick<PipelineOptions, 'clean' | 'threshold' | 'level'>;

/** What a thread is asked. `prints` comes before `partners` and `judge`, once. */
export type Task =
  | { readonly kind: 'prepare'; readonly documents: readonly Document[] }
  | { readonly kind: 'prints'; readonly packed: readonly PackedPrints[]; readonly mentions: readonly PackedMentions[]; readonly order: Uint32Array; readonly index: BlockIndex }
  | { readonly kind: 'partners'; readonly from: number; readonly to: number }
  | { readonly kind: 'judge'; readonly a: Uint32Array; readonly b: Uint32Array }
  | { readonly kind: 'evidence'; readonly pairs: readonly ShownPair[] };

/** Two documents by their places. */
interface ShownPair {
  readonly a: number;
  readonly b: number;
  readonly hint?: HintKind;
}

/** What is told of a document beside what lies in shared memory. */
export type UnpackedPart = Omit<Prepared, 'print' | 'mentions'>;

/** What it answers, in the order of what it was asked. */
export interface Answers {
  readonly prepare: { readonly found: readonly UnpackedPart[]; readonly packed: PackedPrints; readonly mentions: PackedMentions };
  readonly prints: undefined;
  /** Codes of a `PairList`. */
  readonly partners: Float64Array;
  readonly judge: readonly PlacedJudgement[];
  readonly evidence: readonly Evidence[];
}

let options = pipelineOptions();
let prepareOnce = preparer();

/** Prepares with the options of the moment. */
function preparer(): (document: Document) => Prepared {
  return onceForSameText((document) => prepare(document, options));
}

/** What is searched, compared and shown once all documents are prepared. */
interface Desk {
  readonly search: PartnerSearch;
  readonly shelf: Shelf;
  readonly prints: ReadyPrints;
}

let desk: Desk | undefined;

parentPort?.on('message', ({ number, task, settings }: { readonly number: number; readonly task: Task; readonly settings: ThreadOptions }) => {
  if (options.threshold !== settings.threshold || options.clean !== settings.clean || options.level !== settings.level) {
    options = pipelineOptions(settings);
    prepareOnce = preparer();
  }
  parentPort?.postMessage({ number, answer: answerTo(task) });
});

function answerTo(task: Task): Answers[Task['kind']] {
  if (task.kind === 'prepare') return prepareAll(task.documents);
  if (task.kind === 'prints') {
    const prints = shelfOf(task.packed, task.order);
    desk = { search: new PartnerSearch(task.index, prints, screening(prints, options.screen)), shelf: { prints, mentions: mentionShelfOf(task.mentions, task.order) }, prints: new ReadyPrints(prints) };
    return undefined;
  }
  if (desk === undefined) throw new Error(`a thread was asked for ${task.kind} before it had fingerprints`);
  if (task.kind === 'partners') return desk.search.pairsOf(task.from, task.to);
  if (task.kind === 'evidence') return evidenceOf(task.pairs, desk.shelf);
  return judgeCandidates(Array.from(task.a, (a, at) => ({ a, b: task.b[at] ?? 0 })), desk.prints, options);
}

function prepareAll(documents: readonly Document[]): Answers['prepare'] {
  const prepared = documents.map(prepareOnce);
  const found = prepared.map(({ document, characters, contentHash, language, removed, letters }) => ({ document, characters, contentHash, language, removed, letters }));
  return { found, packed: packPrints(prepared.map(({ print }) => print)), mentions: packMentions(prepared.map((each) => each.mentions)) };
}

function evidenceOf(pairs: readonly ShownPair[], { prints, mentions }: Shelf): Answers['evidence'] {
  const at = (place: number): { readonly print: PrintCore; readonly mentions: Mentions } => ({ print: prints.at(place), mentions: mentions(place) });
  return pairs.map(({ a, b, hint }) => evidenceOn({ a: at(a), b: at(b), ...(hint === undefined ? {} : { hint }) }, options));
}
