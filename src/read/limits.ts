import type { ReadLimits, ReadOptions } from './event.ts';

/** An article of a few hundred pages; what is longer is an archive and not one report. */
const MAX_DOCUMENT_CHARACTERS = 2_000_000;
/** JSON that is larger is read record by record, as JSONL, CSV and WARC always are. */
const MAX_FILE_BYTES = 64 * 2 ** 20;
/** The longest document with every character as `\u0000`, and as much again for its other fields. */
const MAX_LINE_BYTES = 32 * 2 ** 20;
/** Pages of real sites nest some 30 to 100 deep. */
const MAX_DEPTH = 512;
/** Text packs three to twenty times, a file of many copies of one article some hundred times, a bomb beyond a thousand. */
const MAX_EXPANSION = 1_000;

/** The limits with the defaults for what is not given. */
export function limitsOf(options: Partial<ReadOptions>): ReadLimits {
  return {
    maxDocumentCharacters: options.maxDocumentCharacters ?? MAX_DOCUMENT_CHARACTERS,
    maxFileBytes: options.maxFileBytes ?? MAX_FILE_BYTES,
    maxLineBytes: options.maxLineBytes ?? Math.min(MAX_LINE_BYTES, options.maxFileBytes ?? MAX_LINE_BYTES),
    maxDepth: options.maxDepth ?? MAX_DEPTH,
    maxExpansion: options.maxExpansion ?? MAX_EXPANSION,
    fields: options.fields ?? {},
  };
}
