import type { Span } from '../types.ts';
import type { Draft } from './draft.ts';
import { saysSomething } from './line-phrases.ts';
import { longestAt, type PhraseMatch } from './phrases.ts';
import { isLowerCase, wordsOf } from './words.ts';

/** A "read more" under an item of a list; `end` takes in the arrow. */
export interface Separator extends Span {
  readonly match: PhraseMatch;
}

const ARROW = /[»›→]|>>/g;

/** The longest separator phrase, in words and in characters. */
const SEPARATOR_WORDS = 6;
const SEPARATOR_CHARACTERS = 60;

/** All separators of the text, in order: at the end of a line, or before an arrow anywhere. */
export function separatorsOf(draft: Draft): Separator[] {
  const found = new Map<number, Separator>();
  for (const separator of [...atLineEnds(draft), ...beforeArrows(draft)]) found.set(separator.start, separator);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function atLineEnds(draft: Draft): Separator[] {
  return [...draft.matches.values()].flatMap((matches) => {
    const match = matches.findLast(({ phrase }) => phrase.scope === 'separator');
    if (match === undefined) return [];
    const lineEnd = endOfLine(draft.body, match.end);
    return saysSomething(draft.body, match.end, lineEnd)
      ? [] : [{ start: match.start, end: lineEnd, match }];
  });
}

function beforeArrows(draft: Draft): Separator[] {
  return [...draft.body.matchAll(ARROW)].flatMap((arrow) => {
    const match = phraseBefore(draft, arrow.index);
    return match === undefined ? [] : [{ start: match.start, end: arrow.index + arrow[0].length, match }];
  });
}

function phraseBefore(draft: Draft, end: number): PhraseMatch | undefined {
  const from = Math.max(draft.body.lastIndexOf('\n', end - 1) + 1, end - SEPARATOR_CHARACTERS);
  const words = wordsOf(draft.body, from, end).slice(-SEPARATOR_WORDS);
  for (const word of words) {
    if (isLowerCase(draft.body, word.start)) continue;
    const match = longestAt(draft.phrases, draft.body, word.start, 'separator');
    if (match?.end === words.at(-1)?.end) return match;
  }
  return undefined;
}

function endOfLine(text: string, from: number): number {
  const stop = text.indexOf('\n', from);
  return stop === -1 ? text.length : from + text.slice(from, stop).trimEnd().length;
}
