import { packMentions } from '../fingerprint/mention-shelf.ts';
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
    return { parts: packParts(parts), packed: packPrints(prepared.map(({ print }) => print)), mentions: packMentions(prepared.map((each) => each.mentions)) };
  }
}
