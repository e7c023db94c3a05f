import type { Removal } from '../types.ts';
import type { Draft, Rule } from './draft.ts';
import { endsWithStop, isHeadlineLike, type Line } from './lines.ts';
import { matchAtStart } from './line-phrases.ts';
import { wordsOf } from './words.ts';

/** Where the source of the page is named: so many lines from the end, those removed not counted. */
const BOTTOM_LINES = 3;
const SOURCE_CHARACTERS = 60;
const SOURCE_WORDS = 6;

/** How far from the end a note on the author may stand, if only lines like headlines follow it. */
const NOTE_LINES = 8;
const NOTE_CHARACTERS = 300;
const NOTE_SENTENCE_WORDS = 5;
const NOTE_MEAN_WORDS = 3.5;

/** Not the full stops of an address: "www.example.org". */
const STATEMENT_END = /\.(?=[\s"“”»«]|$)|[。।]/;

/** At the end of the page: where it was taken from, and who wrote it. */
export const endOfPage: Rule = (draft) => [...sources(draft), ...authorNotes(draft)];

/** Short last lines that name a source: "source example.org". */
function sources(draft: Draft): Removal[] {
  const removals: Removal[] = [];
  let kept = 0;
  for (const line of draft.lines.slice(1).reverse()) {
    if (kept === BOTTOM_LINES) break;
    const match = matchAtStart(draft, line, 'bottom');
    if (match !== undefined && isSource(draft, line)) removals.push({ ...line, reason: match.phrase.reason });
    else kept += 1;
  }
  return removals.map(({ start, end, reason }) => ({ start, end, reason }));
}

function isSource(draft: Draft, line: Line): boolean {
  const text = draft.body.slice(line.start, line.end);
  return text.length <= SOURCE_CHARACTERS && !endsWithStop(text) && wordsOf(text).length <= SOURCE_WORDS;
}

/**
 * Notes on the author as blog themes print them: “Coffee fanatic. Web scholar. Devoted traveller.”
 * The fewest sentences that make one: three if in quotes and furniture follows, four if only one of these holds.
 */
function authorNotes(draft: Draft): Removal[] {
  for (const line of draft.lines.slice(1).slice(-NOTE_LINES).reverse()) {
    const text = draft.body.slice(line.start, line.end);
    const quoted = /^["“”„«»].*["“”»«]\.?$/u.test(text);
    const furnitureFollows = draft.original.slice(line.end).trim() !== draft.body.slice(line.end).trim();
    if ((quoted || furnitureFollows) && isBiography(text, quoted && furnitureFollows ? 3 : 4)) {
      return [{ start: line.start, end: line.end, reason: 'author-note' }];
    }
    if (!isHeadlineLike(text)) return [];
  }
  return [];
}

/** Whether a line is nothing but very short statements, each of its own, as only descriptions without a verb are. */
function isBiography(line: string, sentences: number): boolean {
  if (line.length > NOTE_CHARACTERS || /[!?:;…\d]/.test(line)) return false;
  const parts = line.split(STATEMENT_END).map((part) => wordsOf(part).map((word) => word.text)).filter(({ length }) => length > 0);
  const words = parts.flat().length;
  return parts.length >= sentences && words <= parts.length * NOTE_MEAN_WORDS
    && parts.every(({ length }) => length <= NOTE_SENTENCE_WORDS)
    && new Set(parts.map((part) => part.join(' '))).size === parts.length;
}
