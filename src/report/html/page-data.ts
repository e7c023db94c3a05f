/**
 * What the HTML report hands to the script within it, as JSON. The script (`page/`) shares these types and nothing else with
 * the rest. Names are short where they stand once a sentence, since a file may hold the texts of thousands of articles.
 */

/** All but the texts: what lists, filters and the map need. */
export interface PageIndex {
  readonly version: string;
  readonly level: 'report' | 'story';
  readonly threshold: number;
  readonly clean: boolean;
  /** Ascending by id, as in the report; the other parts name documents by their place here. */
  readonly documents: readonly PageDocument[];
  /** English names of the languages, by code. */
  readonly languages: Readonly<Record<string, string>>;
  /** Clusters, the largest first, then the pairs that were not joined, the most probable first. */
  readonly items: readonly PageItem[];
  /** Pairs that were not joined and are not among the items. */
  readonly pairsLeftOut: number;
}

export interface PageDocument {
  readonly id: string;
  /** Its title, or its first words. */
  readonly title: string;
  readonly language: string;
  /** As declared. */
  readonly date?: string;
  /** Milliseconds since 1970 in UTC, where the date could be read. */
  readonly time?: number;
  readonly url?: string;
}

/** A cluster, or a pair that was not joined. */
export interface PageItem {
  /** The cluster's id, or `a+b` by places: unique, and the same in the next run on the same documents. */
  readonly key: string;
  /** `story`: a pair of one story that is no report; `near`: a near miss. */
  readonly kind: 'cluster' | 'story' | 'near';
  /** The representative first, then by language and id; of a pair, as the report has it. */
  readonly documents: readonly number[];
  /** The place in `documents` of the version that the sentences of the others are aligned with. */
  readonly pivot: number;
  /** In the order of `documents`, that each belongs here; of a pair, that both are one report. */
  readonly members: readonly number[];
  readonly probability: number;
  /** That both tell one event; of pairs only. */
  readonly story?: number;
  /** Names and figures shared, each in every spelling. */
  readonly shared: readonly (readonly string[])[];
}

/** The texts of one item, sentence by sentence. */
export interface PageVersions {
  /** In the order of the item's `documents`. */
  readonly versions: readonly PageVersion[];
  /** What is marked in the texts; sentences name it by its place. What more versions have comes first. */
  readonly mentions: readonly PageMention[];
}

export interface PageVersion {
  readonly sentences: readonly PageSentence[];
  readonly removed: readonly { readonly reason: string; readonly text: string }[];
}

export interface PageSentence {
  /** The text. */
  readonly t: string;
  /** Marks in order, none overlapping: start, end and the place in `mentions`, one after the other. */
  readonly m: readonly number[];
  /** The sentence of the pivot that it is aligned with; -1 where there is none, and in the pivot itself. */
  readonly p: number;
  /** Set where that is a guess: likelier not, by what the sentences say, or only by their place between two that are aligned. */
  readonly s?: 1;
}

/** One name or figure in all its spellings. */
export interface PageMention {
  readonly kind: 'name' | 'quantity';
  readonly forms: readonly string[];
  /** Places in `versions` that have it, ascending. */
  readonly in: readonly number[];
}
