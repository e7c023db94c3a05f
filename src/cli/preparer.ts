import { packMentions, type PackedMentions } from '../fingerprint/mention-shelf.ts';
import type { Mentions } from '../fingerprint/mentions.ts';
import { packPrints } from '../fingerprint/shelf.ts';
import type { PipelineOptions } from '../options.ts';
import type { Prepared } from '../pair.ts';
import { prepare } from '../pipeline.ts';
import { onceForSameText } from '../same-text.ts';
import { packParts } from './shelved.ts';
import type { Answers } from './worker.ts';
import type { Document } from '../types.ts';

/** Prepares and packs batch after batch. Threads load it where they prepare: with the tables of words and languages it takes most of the time in which they start. */
export class Preparer {
  readonly #prepare: (document: Document) => Prepared;

  constructor(options: PipelineOptions) {
    this.#prepare = onceForSameText((document) => prepare(document, options));
  }

  /** The documents of a batch, in their order. */
  prepareAll(documents: readonly Document[]): Answers['prepare'] {
    const prepared = documents.map(this.#prepare);
    const parts = prepared.map(({ document, characters, contentHash, language, removed, letters }) => ({ document, characters, contentHash, language, removed, letters }));
    return { parts: packParts(parts), packed: packPrints(prepared.map(({ print }) => print)), mentions: packedByAFew(prepared.map((each) => each.mentions)) };
  }
}

/** Of mentions so many are deflated together: to show those of one document all of these are inflated. */
const MENTIONS_TOGETHER = 16;

function packedByAFew(mentions: readonly Mentions[]): PackedMentions[] {
  return Array.from({ length: Math.ceil(mentions.length / MENTIONS_TOGETHER) }, (_, at) => packMentions(mentions.slice(at * MENTIONS_TOGETHER, (at + 1) * MENTIONS_TOGETHER)));
}
