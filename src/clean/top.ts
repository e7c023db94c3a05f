import type { Removal, RemovalReason } from '../types.ts';
import type { Draft, Rule } from './draft.ts';
import { endsWithStop, type Line } from './lines.ts';
import { matchAtStart } from './line-phrases.ts';
import { isLowerCase, wordsOf } from './words.ts';

/** Where headline, byline and standfirst stand: so many lines, those removed not counted. */
const TOP_LINES = 8;

const BYLINE_CHARACTERS = 100;
const BYLINE_NAMES = 8;

/** Of the words after "By", so many must begin with a capital: "By Jane Roe and John Doe", not "By train from Kyiv". */
const CAPITAL_SHARE = 0.75;

/** A line of fewer characters may come twice by chance. */
const TITLE_CHARACTERS = 12;
const TITLE_LIMIT = 300;

/** No name holds these. */
const NOT_NAMES = /[?!"„“”«»]|\s[–—-]\s/;

/** At the top of the page: bylines, and the title told again. A title is what stands before the first sentence. */
export const topOfPage: Rule = (draft) => {
  const titles = new Set(draft.title === undefined ? [] : [folded(draft.title)]);
  const removals: Removal[] = [];
  let kept = 0;
  let inHeading = true;
  for (const line of draft.lines) {
    if (kept === TOP_LINES) break;
    const text = draft.body.slice(line.start, line.end);
    const title = mayBeTitle(text) ? folded(text) : undefined;
    const reason = title !== undefined && titles.has(title) ? 'repeated-title' : bylineReason(draft, line, text, kept);
    if (reason !== undefined) removals.push({ start: line.start, end: line.end, reason });
    else kept += 1;
    inHeading &&= !endsWithStop(text);
    if (inHeading && title !== undefined) titles.add(title);
  }
  return removals;
};

/** A sentence that comes twice is the article's own: a refrain, a quotation, or the standfirst and the text after it. */
function mayBeTitle(text: string): boolean {
  return text.length >= TITLE_CHARACTERS && text.length <= TITLE_LIMIT && !endsWithStop(text);
}

function bylineReason(draft: Draft, line: Line, text: string, kept: number): RemovalReason | undefined {
  // The first line is the headline where no other is known: "By George, they did it".
  if (kept === 0 && draft.title === undefined) return undefined;
  const match = matchAtStart(draft, line, 'top');
  if (match === undefined || text.length > BYLINE_CHARACTERS || endsWithStop(text)) return undefined;
  return !NOT_NAMES.test(text) && areNames(draft.body, match.end, line.end) ? match.phrase.reason : undefined;
}

/** One to eight words, the first and most of the others with a capital where the script has them. */
function areNames(body: string, from: number, to: number): boolean {
  const words = wordsOf(body, from, to).filter((word) => word.text !== ':');
  const [first] = words;
  if (first === undefined || words.length > BYLINE_NAMES || isLowerCase(body, first.start)) return false;
  return words.filter((word) => !isLowerCase(body, word.start)).length
    >= words.length * CAPITAL_SHARE;
}

function folded(line: string): string {
  return line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
