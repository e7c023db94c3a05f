import type { Diagnostic, Document } from '../types.ts';
import type { FieldMap } from './records/fields.ts';

/** What reading yields, one at a time: a document, or something the user should know of. */
export type ReadEvent =
  | { readonly kind: 'document'; readonly document: Document; readonly record?: RecordPlace }
  | { readonly kind: 'diagnostic'; readonly diagnostic: Diagnostic };

/** The formats that a user may name; packed files of any of them are told by their content. */
export const INPUT_FORMATS = ['text', 'markdown', 'html', 'feed', 'newsml', 'json', 'jsonl', 'csv', 'tsv', 'warc'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

/** The place of a record in the file it was read from; a document that is the whole of its file has none. */
export interface RecordPlace {
  /**
   * `lines`: a record a line; `table`: a row each, below a head if it has one; `tabs`: such a table whose cells are parted by
   * tabs; `list`: the elements of a list, or one that is in none; `pack`: whatever lies in an archive or a crawl.
   */
  readonly in: 'lines' | 'table' | 'tabs' | 'list' | 'pack';
  /** From 1: its line, its row, where the head is one and an empty line is none, or its place in the list. */
  readonly number: number;
}

export interface ReadOptions {
  /** The folder that paths are relative to, absolute. */
  readonly cwd: string;
  /** What `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** Read every file as this, whatever it looks like. */
  readonly format?: InputFormat;
  /** Where records, of JSON and of tables, have their fields. */
  readonly fields?: FieldMap;
  /** The longest text of one document, in UTF-16 code units; what is beyond is cut off, with a warning. */
  readonly maxDocumentCharacters?: number;
  /** The largest file, unpacked, that is held whole. */
  readonly maxFileBytes?: number;
  /** The longest line, or record, of a file that is read piece by piece; a longer one is left out. */
  readonly maxLineBytes?: number;
  /** How deep elements, or brackets, may lie in each other. */
  readonly maxDepth?: number;
  /** How many times its size a packed file may grow to, once it is past the first megabytes. */
  readonly maxExpansion?: number;
}

/** The limits of `ReadOptions`, all set, and what else the readers go by. */
export interface ReadLimits {
  readonly maxDocumentCharacters: number;
  readonly maxFileBytes: number;
  readonly maxLineBytes: number;
  readonly maxDepth: number;
  readonly maxExpansion: number;
  readonly fields: FieldMap;
}

/** A file, or a member of a packed one, as its reader gets it. */
export interface Content {
  /** As `Document.path`. */
  readonly path: string;
  /** The id of a document that is the whole of it; its records are `id#N`. */
  readonly id: string;
  /** UTF-8, but for what is wrong with it. To be read once. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** What turns a content into documents. It throws `ReadFault` where the whole of it can't be read. */
export type Reader = (content: Content, limits: ReadLimits) => AsyncIterable<ReadEvent>;

/** Wraps a diagnostic as an event. */
export function notice(diagnostic: Diagnostic): ReadEvent {
  return { kind: 'diagnostic', diagnostic };
}
