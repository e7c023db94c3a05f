import type { PageMention, PageSentence } from '../src/report/html/page-data.ts';
import type { Span } from './changed-words.ts';
import { element } from './dom.ts';

/** As many colours as eyes tell apart; the thirteenth name has the first one's again. */
const COLORS = 12;

/** The class that colours a mention: the same for it in every version and in the legend. */
export function colorOf(mention: number): string {
  return `c${mention % COLORS}`;
}

/** What tells a mention from its neighbours besides colour: all its spellings. */
function spellings({ forms }: PageMention): string {
  return forms.join(' = ');
}

/** Whether a mention is worth a colour: what only one of the versions shown has is marked only where it differs. */
export function isShared({ in: versions }: PageMention, shown: readonly number[]): boolean {
  return versions.filter((version) => shown.includes(version)).length > 1;
}

/** How a sentence differs from its other versions. */
export interface Differing {
  /** Figures that another version tells otherwise, as places in `mentions`. */
  readonly figures: ReadonlySet<number>;
  /** Words that another version in this language has not, in order. */
  readonly words: readonly Span[];
}

/** A sentence with what it names marked, and what differs. */
export function markedSentence({ t, m }: PageSentence, mentions: readonly PageMention[], shown: readonly number[], { figures, words }: Differing): readonly (HTMLElement | string)[] {
  const parts: (HTMLElement | string)[] = [];
  let at = 0;
  for (let mark = 0; mark < m.length; mark += 3) {
    const [start = 0, end = 0, place = 0] = m.slice(mark, mark + 3);
    const mention = mentions[place];
    if (mention === undefined || (!isShared(mention, shown) && !figures.has(place))) continue;
    parts.push(...withWords(t, { start: at, end: start }, words), markOf(withWords(t, { start, end }, words), mention, place, figures.has(place)));
    at = end;
  }
  return [...parts, ...withWords(t, { start: at, end: t.length }, words)];
}

/** A stretch of a text with its changed words in elements of their own. */
function withWords(text: string, { start, end }: Span, words: readonly Span[]): readonly (HTMLElement | string)[] {
  const parts: (HTMLElement | string)[] = [];
  let at = start;
  for (const word of words) {
    if (word.start < at || word.end > end) continue;
    parts.push(text.slice(at, word.start), element('span', { class: 'word' }, text.slice(word.start, word.end)));
    at = word.end;
  }
  return [...parts, text.slice(at, end)];
}

function markOf(content: readonly (HTMLElement | string)[], mention: PageMention, place: number, isChanged: boolean): HTMLElement {
  const attributes = { class: `${mention.kind} ${isChanged ? 'changed' : colorOf(place)}`, title: isChanged ? 'Another figure here in another version' : spellings(mention), 'data-mention': place };
  return element('mark', attributes, ...content, isChanged && element('span', { class: 'hidden' }, ' (changed)'));
}
