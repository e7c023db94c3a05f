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
const ARROWS = new Set('»›→>');

/** The longest separator phrase, in words (characters in Thai) and in characters. */
const SEPARATOR_WORDS = 14;
const SEPARATOR_CHARACTERS = 60;

/** A link with an arrow that no phrase is known for is one if it stands so many times, a line of its own. */
const REPEATS = 3;

/** All separators of the text, in order: at the end of a line, before an arrow anywhere, or the same arrow line repeated. */
export function separatorsOf(draft: Draft): Separator[] {
  const found = new Map<number, Separator>();
  for (const separator of [...repeatedArrows(draft), ...atLineEnds(draft), ...beforeArrows(draft)]) {
    found.set(separator.start, separator);
  }
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
  const before = draft.body.slice(Math.max(0, end - SEPARATOR_CHARACTERS), end);
  const from = end - before.length + before.lastIndexOf('\n') + 1;
  const words = wordsOf(draft.body, from, end).slice(-SEPARATOR_WORDS);
  for (const word of words) {
    if (isLowerCase(draft.body, word.start)) continue;
    const match = longestAt(draft.phrases, draft.body, word.start, 'separator');
    if (match?.end === words.at(-1)?.end) return match;
  }
  return undefined;
}

/** "Lasīt vairāk »", three times: whatever the language, the items of a list end in it. */
function repeatedArrows({ body, lines }: Draft): Separator[] {
  const byText = new Map<string, Separator[]>();
  for (const { start, end } of lines) {
    if (end - start > SEPARATOR_CHARACTERS || !ARROWS.has(body.charAt(end - 1))) continue;
    const text = body.slice(start, end);
    const same = byText.get(text) ?? [];
    same.push({ start, end, match: { start, end, phrase: { reason: 'other-headlines', scope: 'separator' } } });
    byText.set(text, same);
  }
  return [...byText.values()].filter(({ length }) => length >= REPEATS).flat();
}

function endOfLine(text: string, from: number): number {
  const stop = text.indexOf('\n', from);
  return stop === -1 ? text.length : from + text.slice(from, stop).trimEnd().length;
}
