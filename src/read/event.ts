import type { Diagnostic, Document } from '../types.ts';

/** What reading yields, one at a time: a document, or something the user should know of. */
export type ReadEvent =
  | { readonly kind: 'document'; readonly document: Document; readonly record?: RecordPlace }
  | { readonly kind: 'diagnostic'; readonly diagnostic: Diagnostic };

/** The place of a record in the file it was read from; a document that is the whole of its file has none. */
export interface RecordPlace {
  /** `lines`: a record a line; `table`: a row each, below a head; `list`: the elements of a list, or one that is in none. */
  readonly in: 'lines' | 'table' | 'list';
  /** From 1: its line, the first of a row's, or its place in the list. */
  readonly number: number;
}

export interface ReadOptions {
  /** The folder that paths are relative to, absolute. */
  readonly cwd: string;
  /** What `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** The longest text of one document, in UTF-16 code units; what is beyond is cut off, with a warning. */
  readonly maxDocumentCharacters?: number;
  /** The largest file, unpacked, that is held whole; also the longest line of a JSONL file. */
  readonly maxFileBytes?: number;
}

/** The limits of `ReadOptions`, all set. */
export interface ReadLimits {
  readonly maxDocumentCharacters: number;
  readonly maxFileBytes: number;
}

/** Wraps a diagnostic as an event. */
export function notice(diagnostic: Diagnostic): ReadEvent {
  return { kind: 'diagnostic', diagnostic };
}
