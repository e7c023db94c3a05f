import type { Draft } from './draft.ts';
import { isParagraph, isHeadlineLike } from './lines.ts';
import { saysSomething } from './line-phrases.ts';
import { longestAt, type PhraseMatch } from './phrases.ts';
import type { Separator } from './separators.ts';
import { isLowerCase, wordsOf } from './words.ts';

/**
 * The phrases that open a list of other headlines or of comments, in order: "More stories" alone on a line or at the end
 * of one, "Similar news: …" before anything, and with a colon in mid-line where a separator follows on that line.
 */
export function openersOf(draft: Draft, separators: readonly Separator[]): PhraseMatch[] {
  const found = new Map<number, PhraseMatch>();
  for (const matches of draft.matches.values()) {
    const match = matches.findLast(({ phrase }) => phrase.scope === 'opener');
    if (match !== undefined && opens(draft, match)) found.set(match.start, match);
  }
  for (const match of inLinesOf(draft, separators)) found.set(match.start, match);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Whether the article has begun before an opener; a menu at the top lists headlines too, but the article comes after. */
export function followsArticle(draft: Draft, opener: PhraseMatch): boolean {
  return draft.lines.some(({ start, end }) => {
    const text = start < opener.start ? draft.body.slice(start, Math.min(end, opener.start)) : '';
    return isParagraph(text) || (text !== '' && !isHeadlineLike(text));
  });
}

function opens({ body }: Draft, { start, end }: PhraseMatch): boolean {
  if (isLowerCase(body, start)) return false;
  return hasColon(body, end) || !saysSomething(body, end, endOfLine(body, end));
}

function inLinesOf(draft: Draft, separators: readonly Separator[]): PhraseMatch[] {
  const firstOfLine = new Map(separators.toReversed().map(({ start }) => [startOfLine(draft.body, start), start]));
  return [...firstOfLine].flatMap(([from, to]) => wordsOf(draft.body, from, to).flatMap((word) => {
    if (!draft.phrases.next.has(word.text) || isLowerCase(draft.body, word.start)) return [];
    const match = longestAt(draft.phrases, draft.body, word.start, 'opener');
    return match !== undefined && hasColon(draft.body, match.end) ? [match] : [];
  }));
}

function hasColon(text: string, at: number): boolean {
  return /^\s?[:：]/.test(text.slice(at, at + 2));
}

function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function endOfLine(text: string, at: number): number {
  const stop = text.indexOf('\n', at);
  return stop === -1 ? text.length : stop;
}
