import type { Draft } from './draft.ts';
import { isParagraph, isHeadlineLike } from './lines.ts';
import { saysSomething } from './line-phrases.ts';
import { longestAt, type PhraseMatch } from './phrases.ts';
import type { Separator } from './separators.ts';
import { isLowerCase, wordsOf } from './words.ts';

/** So much before an opener tells whether its line is the article's: more than a headline has. */
const BEFORE_CHARACTERS = 400;

/** The first phrase of a list, and whether the article has begun before it. */
export interface PlacedOpener {
  readonly opener: PhraseMatch;
  /** A menu at the top lists headlines too, but the article comes after it. */
  readonly afterArticle: boolean;
}

/**
 * The phrases that open a list of other headlines or of comments, in order: "More stories" alone on a line or at the end
 * of one, "Similar news: …" before anything, and with a colon in mid-line where a separator follows on that line.
 */
export function openersAfterArticle(draft: Draft, separators: readonly Separator[]): PlacedOpener[] {
  const found = new Map<number, PhraseMatch>();
  for (const matches of draft.matches.values()) {
    const match = matches.findLast(({ phrase }) => phrase.scope === 'opener');
    if (match !== undefined && opens(draft, match)) found.set(match.start, match);
  }
  for (const match of inLinesOf(draft, separators)) found.set(match.start, match);
  if (found.size === 0) return [];
  const article = draft.lines.find(({ start, end }) => isArticle(draft.body.slice(start, end)));
  return [...found.values()].sort((a, b) => a.start - b.start).map((opener) => ({
    opener,
    afterArticle: (article !== undefined && article.end <= opener.start) || isArticle(lineBefore(draft.body, opener.start)),
  }));
}

function isArticle(line: string): boolean {
  return line !== '' && (isParagraph(line) || !isHeadlineLike(line));
}

function opens({ body }: Draft, { start, end }: PhraseMatch): boolean {
  if (isLowerCase(body, start)) return false;
  return hasColon(body, end) || !saysSomething(body, end, endOfLine(body, end));
}

/** Openers anywhere in a line before its first separator. */
function inLinesOf(draft: Draft, separators: readonly Separator[]): PhraseMatch[] {
  const found: PhraseMatch[] = [];
  let lineEnd = -1;
  for (const separator of separators) {
    if (separator.start < lineEnd) continue;
    lineEnd = endOfLine(draft.body, separator.start);
    const lineStart = draft.body.lastIndexOf('\n', separator.start - 1) + 1;
    for (const word of wordsOf(draft.body, lineStart, separator.start)) {
      if (!draft.phrases.next.has(word.text) || isLowerCase(draft.body, word.start)) continue;
      const match = longestAt(draft.phrases, draft.body, word.start, 'opener');
      if (match !== undefined && hasColon(draft.body, match.end)) found.push(match);
    }
  }
  return found;
}

function hasColon(text: string, at: number): boolean {
  return /^\s?[:：]/.test(text.slice(at, at + 2));
}

/** The end of what stands before an offset on its line. */
function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - BEFORE_CHARACTERS), at);
  return before.slice(before.lastIndexOf('\n') + 1).trim();
}

function endOfLine(text: string, at: number): number {
  const stop = text.indexOf('\n', at);
  return stop === -1 ? text.length : stop;
}
