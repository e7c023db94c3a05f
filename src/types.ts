/**
 * The words of the product, as types. Everything is readonly: a stage returns new data and changes none.
 * Characters are UTF-16 code units; offsets are half-open and point into `Document.text`.
 */

/** One article as it came. */
export interface Document {
  /** The record's own `id`, else its path relative to the folder given, with `/`. Unique within a run. */
  readonly id: string;
  /** Where it was read from, relative to the working folder, with `/`; `-` for standard input. */
  readonly path: string;
  readonly title?: string;
  readonly text: string;
  /** BCP 47, as declared by the source; the language stage may overrule it. */
  readonly language?: string;
  /** ISO 8601, as declared by the source. */
  readonly date?: string;
  readonly url?: string;
}

/** A stretch of `Document.text` set aside before comparing. */
export interface Removal extends Span {
  readonly reason: RemovalReason;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The kinds of site furniture; `docs/furniture.md` describes each. */
export type RemovalReason =
  | 'navigation'
  | 'byline'
  | 'repeated-title'
  | 'related-links'
  | 'other-headlines'
  | 'caption'
  | 'comments'
  | 'cookie-notice'
  | 'author-note'
  | 'source-line'
  | 'subscription'
  | 'fragment';

/** A document with its furniture found. `body` has the length of `document.text`: what is removed is blank there. */
export interface CleanDocument {
  readonly document: Document;
  readonly body: string;
  readonly removed: readonly Removal[];
}

export interface LanguageGuess {
  /** BCP 47: `it`, `zh`; `und` where nothing could be told. */
  readonly code: string;
  /** In [0, 1]. */
  readonly confidence: number;
}

/** The kinds of key, strongest first. */
export const KEY_FAMILIES = ['name', 'quantity', 'word', 'cognate'] as const;
export type KeyFamily = (typeof KEY_FAMILIES)[number];

/** A language-neutral token: two languages that tell the same thing meet in it. */
export interface Key {
  readonly family: KeyFamily;
  /** Canonical, readable form, unique over families: `n:lukasen`, `q:150`, `w:exercise`. */
  readonly text: string;
  /** Where it stands in the title (`Sentence.inTitle`) or in the body. */
  readonly start: number;
  readonly end: number;
}

export interface Sentence extends Span {
  /** The offsets of a title's sentence point into `Document.title`. */
  readonly inTitle: boolean;
  /** Characters that are letters or digits. */
  readonly length: number;
  readonly keys: readonly Key[];
}

/** A document taken apart: what `--explain` shows and what the fingerprint is made of. */
export interface Article {
  readonly document: Document;
  readonly language: LanguageGuess;
  readonly removed: readonly Removal[];
  readonly sentences: readonly Sentence[];
  /** Hashes of running word sequences (shingles), a sample; what betrays a copy within one language. */
  readonly shingles: Uint32Array;
}

export type Relation = 'copy' | 'translation' | 'story' | 'related' | 'unrelated';
export type Level = 'report' | 'story';

export type Severity = 'error' | 'warning' | 'note';

/** Something the user should know of; never a reason to stop the run. */
export interface Diagnostic {
  /** Stable, kebab-case: `empty-document`. */
  readonly code: string;
  readonly severity: Severity;
  /** What happened, what was expected, what to do. */
  readonly message: string;
  /** The document id or path concerned. */
  readonly document?: string;
}
