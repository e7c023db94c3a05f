import type { Removal } from '../types.ts';
import type { Draft, Rule } from './draft.ts';
import { isHeadlineLike, type Line } from './lines.ts';
import { followsArticle, openersOf } from './openers.ts';
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
  const openers = openersOf(draft, separators);
  const removals: Removal[] = [];
  let from = 0;
  openers.forEach((opener, index) => {
    if (opener.start < from) return;
    from = endOfList(draft, opener, openers[index + 1]?.start ?? draft.body.length, separators);
    removals.push({ start: opener.start, end: from, reason: opener.phrase.reason });
  });
  return [...removals, ...unopened(draft, separators)];
};

function endOfList(draft: Draft, opener: PhraseMatch, next: number, separators: readonly Separator[]): number {
  if (!followsArticle(draft, opener)) return opener.end;
  const reason = opener.phrase.reason;
  const chain = chainFrom(opener.end, separators.filter(({ match }) => match.phrase.reason === reason));
  const from = chain.at(-1)?.end ?? opener.end;
  const below = draft.lines.filter(({ start, end }) => end > from && start < Math.max(next, from));
  const run = headlineRun(draft, below, from);
  if (run.length === below.length) return below.at(-1)?.end ?? from;
  return chain.length > 0 ? from : boxEnd(opener, run);
}

/** The separators that follow upon each other, an item apart. */
function chainFrom(from: number, separators: readonly Separator[]): Separator[] {
  const chain: Separator[] = [];
  let end = from;
  for (const separator of separators) {
    if (separator.start < from) continue;
    if (separator.start - end > ITEM_CHARACTERS) break;
    chain.push(separator);
    end = separator.end;
  }
  const [only, second] = chain;
  return only !== undefined && second === undefined && only.start - from > LONE_ITEM_CHARACTERS ? [] : chain;
}

/** The lines that look like headlines, up to the first that does not; of the first only what follows `from` counts. */
function headlineRun(draft: Draft, lines: readonly Line[], from: number): readonly Line[] {
  const stop = lines.findIndex(({ start, end }) => !isHeadlineLike(draft.body.slice(Math.max(start, from), end)));
  return stop === -1 ? lines : lines.slice(0, stop);
}

/** The end of a box: the rest of the opener's line, and the lines below it without a blank one between. */
function boxEnd(opener: PhraseMatch, run: readonly Line[]): number {
  const blank = run.findIndex(({ start, afterBlank }) => start > opener.start && afterBlank);
  const box = (blank === -1 ? run : run.slice(0, blank)).slice(0, BOX_LINES);
  return box.at(-1)?.end ?? opener.end;
}

/** Separators outside a list: each goes alone, or, many at the end of the text, with the items between them. */
function unopened(draft: Draft, separators: readonly Separator[]): Removal[] {
  const alone = separators.map(({ start, end }): Removal => ({ start, end, reason: 'related-links' }));
  const last = separators.at(-1);
  if (last === undefined || draft.body.slice(last.end).trim() !== '') return alone;
  const tail = separators.filter(({ start }, index) => chainFrom(start, separators.slice(index)).at(-1) === last);
  const [first] = tail;
  if (first === undefined || tail.length < UNOPENED_SEPARATORS) return alone;
  return [...alone, { start: first.start, end: last.end, reason: 'other-headlines' }];
}
