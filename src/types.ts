/**
 * The words of the product, as types. Everything is readonly: a stage returns new data and changes none.
 * Characters are UTF-16 code units; offsets are half-open and point into `Document.text`.
 */

/** What is known of an article besides its text. */
export interface DocumentHead {
  /** The record's own `id`, else its path relative to the folder given, with `/`. Unique within a run. */
  readonly id: string;
  /** Where it was read from, relative to the working folder, with `/`; `-` for standard input. */
  readonly path: string;
  readonly title?: string;
  /** BCP 47, as declared by the source; the language stage may overrule it. */
  readonly language?: string;
  /** ISO 8601, as declared by the source. */
  readonly date?: string;
  /** The one address of this article: of several, the one that its source says (canonical). */
  readonly url?: string;
  /** What the source says of its kin. */
  readonly hints?: Hints;
}

/** One article as it came. */
export interface Document extends DocumentHead {
  readonly text: string;
}

/** What a source says of an article's kin, by address or id: near-certain evidence, which `hints: false` leaves out. */
export interface Hints {
  /** Where the same report stands in other languages (`hreflang`). */
  readonly alternates?: readonly string[];
  /** What this is a translation of (`translationOfWork`), and its translations (`workTranslation`). */
  readonly translations?: readonly string[];
}

/** What two documents are by their sources: one address, versions of a page by language, original and translation. */
export type HintKind = 'canonical' | 'alternate' | 'translation';

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
  /** In (0, 1]: a word of several meanings gives each of them a share, 1/√n. */
  readonly share: number;
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

/** What two documents can be to each other, the closest first. Archives keep places in this list: what is new goes to its end. */
export const RELATIONS = ['copy', 'translation', 'story', 'related', 'unrelated'] as const;
export type Relation = (typeof RELATIONS)[number];
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

/** The whole answer, in the shape of its JSON form, schema version 1. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly options: { readonly level: Level; readonly threshold: number; readonly clean: boolean; readonly hints?: false };
  readonly summary: {
    readonly documents: number;
    readonly clusters: number;
    /** Documents beyond the first of their cluster. */
    readonly duplicates: number;
    /** Documents by language code, the codes in ascending order. */
    readonly languages: Readonly<Record<string, number>>;
  };
  readonly documents: readonly DocumentReport[];
  readonly clusters: readonly Cluster[];
  /** Pairs of relation copy, translation or story, and near misses, the most probable first. */
  readonly pairs: readonly PairReport[];
  readonly diagnostics: readonly Diagnostic[];
  /** What a gate makes of it: in the answer of `check`, and of `dedupe` where a baseline was given. */
  readonly gate?: Gate;
}

/** Which incoming documents were told before, and which of them someone accepted. */
export interface Gate {
  /** The ids of the documents that came in, ascending; those without a finding pass. */
  readonly incoming: readonly string[];
  /** How many documents they were held against. */
  readonly archive: number;
  /** More new duplicates than this fail the gate. */
  readonly max: number;
  /** New duplicates, in order of their ids. */
  readonly findings: readonly Finding[];
  /** The duplicates that an acceptance of the baseline covers, in order of their ids. */
  readonly accepted: readonly AcceptedFinding[];
}

/** An incoming document that tells what another did before. */
export interface Finding {
  readonly document: string;
  /** The version it is nearest to: of the archive, or accepted, where there is one. */
  readonly original: string;
  readonly cluster: string;
  readonly relation: Relation;
  /** That both are one report; at level `story`, that both tell one event. */
  readonly probability: number;
}

export interface AcceptedFinding extends Finding {
  readonly reason: string;
  /** The last day of the acceptance. */
  readonly expires?: string;
}

export interface DocumentReport {
  readonly id: string;
  readonly path: string;
  /** A name for what the text says: the same after the file was renamed. */
  readonly contentHash: string;
  readonly language: LanguageGuess;
  readonly title?: string;
  readonly date?: string;
  readonly url?: string;
  readonly characters: number;
  readonly removed: readonly Removal[];
}

export interface Cluster {
  /** Made of its documents' ids: the same cluster has the same id in the next run. */
  readonly id: string;
  readonly level: Level;
  /** Ascending. */
  readonly documents: readonly string[];
  readonly representative: string;
  readonly languages: readonly string[];
  /** Mean of its members' probabilities. */
  readonly probability: number;
  /** For each document, in the order of `documents`, the probability that it belongs with the others. */
  readonly members: readonly number[];
}

/** A judged pair; `a` is before `b` in code-unit order. */
export interface PairReport {
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  /** That both are one report. */
  readonly probability: number;
  /** That both tell one event; never under `probability`. */
  readonly story: number;
  /** Where the user bound the pair, in so many words or by what follows from them; the probabilities stay the model's. */
  readonly constraint?: 'must-link' | 'cannot-link';
  /**
   * The document that fits one of the two as well or better and is no copy of the other: why a pair that is likely one report by itself
   * was not joined. Its relation is then `story`.
   */
  readonly rival?: string;
  readonly evidence: Evidence;
}

/** What a pair shares, in figures and in the words of both texts. Likenesses lie in [0, 1]. */
export interface Evidence {
  readonly likeness: number;
  readonly families: Readonly<Record<KeyFamily, number>>;
  readonly alignment: number;
  /** Share of each text's letters in aligned sentences. */
  readonly coverage: { readonly a: number; readonly b: number };
  readonly alignedSentences: number;
  readonly lengthRatio: number;
  /** Share of each text's word sequences that the other has, 0 across languages. */
  readonly wordSequences: { readonly a: number; readonly b: number };
  /** What the sources say of the pair, where they do and it counts. */
  readonly hint?: HintKind;
  /** The strongest shared names and quantities, each as both texts write it. */
  readonly names: readonly SharedForm[];
  readonly quantities: readonly SharedForm[];
}

export interface SharedForm {
  readonly a: string;
  readonly b: string;
}

/** Why a pair got its judgement: what `--explain` shows. */
export interface Explanation extends Omit<PairReport, 'a' | 'b'> {
  readonly a: DocumentReport;
  readonly b: DocumentReport;
  readonly threshold: number;
  /** Log-odds of one report, and how far they lie above (or below) those of the threshold. */
  readonly logOdds: number;
  readonly margin: number;
  /** Each kind of evidence with its value and what it adds to the log-odds of an average pair, the strongest first. */
  readonly contributions: readonly { readonly name: string; readonly value: number; readonly logOdds: number }[];
  readonly words: readonly SharedForm[];
  /** Rare names and quantities that only one text has. */
  readonly onlyInA: readonly string[];
  readonly onlyInB: readonly string[];
  readonly sentences: readonly { readonly a: string; readonly b: string; readonly gain: number }[];
  /** The texts set aside, in order. */
  readonly removedFromA: readonly RemovedText[];
  readonly removedFromB: readonly RemovedText[];
  /** What would turn the verdict, in plain sentences. */
  readonly wouldChange: readonly string[];
}

export interface RemovedText {
  readonly reason: RemovalReason;
  readonly text: string;
}
