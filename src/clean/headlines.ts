import type { Removal } from '../types.ts';
import type { Draft, Rule } from './draft.ts';
import { isHeadlineLike, type Line } from './lines.ts';
import { saysSomething } from './line-phrases.ts';
import { openersAfterArticle } from './openers.ts';
import type { PhraseMatch } from './phrases.ts';
import { separatorsOf, type Separator } from './separators.ts';

/** A headline with its teaser is no longer; what is, may be the article going on. */
const ITEM_CHARACTERS = 600;

/** With a single "read more" after it, only a headline of this length is taken for another article's. */
const LONE_ITEM_CHARACTERS = 300;

/** A box in mid-article lists no more. */
const BOX_LINES = 6;

/** Without an opener, so many "read more" at the end of the page make a list. */
const UNOPENED_SEPARATORS = 3;

/**
 * Lists of other headlines, and of comments: what follows an opener as long as every item ends in a separator, or as long
 * as it looks like headlines up to the end of the text. In mid-article only the lines directly below the opener go.
 */
export const otherHeadlines: Rule = (draft) => {
  const separators = separatorsOf(draft);
  const removals: Removal[] = [];
  let end = 0;
  openersAfterArticle(draft, separators).forEach(({ opener, afterArticle }, index, openers) => {
    if (opener.start < end) return;
    const next = openers[index + 1]?.opener.start ?? draft.body.length;
    end = afterArticle ? endOfList(draft, opener, next, separators) : opener.end;
    removals.push({ start: opener.start, end, reason: opener.phrase.reason });
  });
  return [...removals, ...unopened(draft, separators)];
};

function endOfList(draft: Draft, opener: PhraseMatch, next: number, separators: readonly Separator[]): number {
  const chain = chainFrom(opener, separators);
  const from = chain.at(-1)?.end ?? opener.end;
  const below = linesBetween(draft.lines, from, next);
  const run = headlineRun(draft, below, from);
  if (run.length === below.length) return below.at(-1)?.end ?? from;
  return chain.length > 0 ? from : boxEnd(draft, opener, run);
}

/** The separators of the opener's reason that follow upon it and upon each other, an item apart. */
function chainFrom(opener: PhraseMatch, separators: readonly Separator[]): Separator[] {
  const chain: Separator[] = [];
  let end = opener.end;
  for (let index = firstFrom(separators, opener.end); index < separators.length; index += 1) {
    const separator = separators[index];
    if (separator === undefined || separator.start - end > ITEM_CHARACTERS) break;
    if (separator.match.phrase.reason !== opener.phrase.reason) continue;
    chain.push(separator);
    end = separator.end;
  }
  const [only, second] = chain;
  const isFar = only !== undefined && only.start - opener.end > LONE_ITEM_CHARACTERS;
  return isFar && second === undefined ? [] : chain;
}

/** The lines that reach beyond `from` and begin before `to`; a list at the end of a line may have `to` before `from`. */
function linesBetween(lines: readonly Line[], from: number, to: number): readonly Line[] {
  const first = Math.max(0, firstFrom(lines, from) - 1);
  const start = (lines[first]?.end ?? 0) > from ? first : first + 1;
  return lines.slice(start, firstFrom(lines, Math.max(from, to)));
}

/** The lines that look like headlines, up to the first that does not; of the first only what follows `from` counts. */
function headlineRun(draft: Draft, lines: readonly Line[], from: number): readonly Line[] {
  const stop = lines.findIndex(({ start, end }) => !isHeadlineLike(draft.body.slice(Math.max(start, from), end)));
  return stop === -1 ? lines : lines.slice(0, stop);
}

/** The end of a box: the rest of the opener's line or, if that says nothing, the lines below it without a blank one between. */
function boxEnd({ body }: Draft, opener: PhraseMatch, run: readonly Line[]): number {
  const [own] = run;
  if (own !== undefined && own.start <= opener.start && saysSomething(body, opener.end, own.end)) return own.end;
  const blank = run.findIndex(({ start, afterBlank }) => start > opener.start && afterBlank);
  const box = (blank === -1 ? run : run.slice(0, blank)).slice(0, BOX_LINES);
  return box.at(-1)?.end ?? opener.end;
}

/** Separators outside a list: each goes alone, or, many at the end of the text, with the items between them. */
function unopened(draft: Draft, separators: readonly Separator[]): Removal[] {
  const alone = separators.map(({ start, end }): Removal => ({ start, end, reason: 'related-links' }));
  const last = separators.at(-1);
  if (last === undefined || draft.body.slice(last.end).trim() !== '') return alone;
  let first = last;
  let count = 0;
  for (const separator of separators.toReversed()) {
    if (first.start - separator.end > ITEM_CHARACTERS) break;
    first = separator;
    count += 1;
  }
  return count < UNOPENED_SEPARATORS ? alone : [...alone, { start: first.start, end: last.end, reason: 'other-headlines' }];
}

/** The index of the first stretch that begins at `from` or later, of stretches in order. */
function firstFrom(stretches: readonly { readonly start: number }[], from: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
