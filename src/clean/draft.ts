import type { Removal, RemovalReason } from '../types.ts';
import { linesOf, type Line } from './lines.ts';
import { phrasesAt, type FurniturePhrases, type PhraseMatch } from './phrases.ts';
import { blank, disjoint } from './removals.ts';
import { sentenceStarts } from './starts.ts';

/** A document half cleaned: what the next rule reads. */
export interface Draft {
  readonly original: string;
  readonly title: string | undefined;
  /** The original with what has been removed so far blank. */
  readonly body: string;
  /** The lines of `body`. */
  readonly lines: readonly Line[];
  /** The phrases that begin where a line or a sentence of `body` may begin, by that offset, in order. */
  readonly matches: ReadonlyMap<number, readonly PhraseMatch[]>;
  readonly phrases: FurniturePhrases;
  /** Found so far; stretches may lie within each other. */
  readonly removals: readonly Removal[];
}

/** One kind of furniture: finds stretches in `draft.body`, changes nothing. */
export type Rule = (draft: Draft) => readonly Removal[];

/** A document with nothing removed yet. */
export function openDraft(original: string, title: string | undefined, phrases: FurniturePhrases): Draft {
  return { original, title, phrases, removals: [], ...reading(original, phrases) };
}

/** The draft after one more rule. */
export function apply(draft: Draft, rule: Rule): Draft {
  const unsorted = rule(draft);
  if (unsorted.length === 0) return draft;
  const found = disjoint(unsorted);
  return {
    ...draft,
    ...reading(blank(draft.body, found), draft.phrases),
    removals: [...draft.removals, ...found],
  };
}

/** A rule that judges each line by itself. */
export function eachLine(
  reasonOf: (draft: Draft, line: Line, index: number) => RemovalReason | undefined,
): Rule {
  return (draft) => {
    const removals: Removal[] = [];
    draft.lines.forEach((line, index) => {
      const reason = reasonOf(draft, line, index);
      if (reason !== undefined) removals.push({ start: line.start, end: line.end, reason });
    });
    return removals;
  };
}

function reading(body: string, phrases: FurniturePhrases): Pick<Draft, 'body' | 'lines' | 'matches'> {
  const lines = linesOf(body);
  const matches = new Map<number, readonly PhraseMatch[]>();
  for (const start of sentenceStarts(body, lines)) {
    const found = phrasesAt(phrases, body, start);
    if (found.length > 0) matches.set(start, found);
  }
  return { body, lines, matches };
}
