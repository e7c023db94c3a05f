import type { Removal, RemovalReason } from '../types.ts';
import type { Draft, Rule } from './draft.ts';
import { endsWithStop, type Line } from './lines.ts';
import { matchAtStart } from './line-phrases.ts';
import { isLowerCase, wordsOf } from './words.ts';

/** Where headline, byline and standfirst stand: so many lines, those removed not counted. */
const TOP_LINES = 8;

const BYLINE_CHARACTERS = 100;
const BYLINE_NAMES = 8;

/** A line of fewer characters may come twice by chance. */
const TITLE_CHARACTERS = 12;
const TITLE_LIMIT = 300;

/** At the top of the page: bylines, and the title told again. */
export const topOfPage: Rule = (draft) => {
  const titles = new Set(draft.title === undefined ? [] : [folded(draft.title)]);
  const removals: Removal[] = [];
  let kept = 0;
  for (const line of draft.lines) {
    if (kept === TOP_LINES) break;
    const reason = reasonOf(draft, line, kept, titles);
    if (reason !== undefined) removals.push({ start: line.start, end: line.end, reason });
    else {
      kept += 1;
      titles.add(folded(draft.body.slice(line.start, Math.min(line.end, line.start + TITLE_LIMIT + 1))));
    }
  }
  return removals;
};

function reasonOf(draft: Draft, line: Line, kept: number, titles: ReadonlySet<string>): RemovalReason | undefined {
  const text = draft.body.slice(line.start, line.end);
  if (text.length >= TITLE_CHARACTERS && text.length <= TITLE_LIMIT && titles.has(folded(text))) return 'repeated-title';
  // The first line is the headline where no other is known: "By George, they did it".
  const mayBeHeadline = kept === 0 && draft.title === undefined;
  return mayBeHeadline ? undefined : bylineReason(draft, line, text);
}

function bylineReason(draft: Draft, line: Line, text: string): RemovalReason | undefined {
  const match = matchAtStart(draft, line, 'top');
  if (match === undefined || text.length > BYLINE_CHARACTERS || endsWithStop(text)) return undefined;
  return areNames(draft.body, match.end, line.end) ? match.phrase.reason : undefined;
}

/** One to eight words, the first and most of the others with a capital where the script has them. */
function areNames(body: string, from: number, to: number): boolean {
  const words = wordsOf(body, from, to).filter((word) => word.text !== ':');
  const [first] = words;
  if (first === undefined || words.length > BYLINE_NAMES || isLowerCase(body, first.start)) return false;
  return words.filter((word) => !isLowerCase(body, word.start)).length >= words.length * 0.6;
}

function folded(line: string): string {
  return line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
