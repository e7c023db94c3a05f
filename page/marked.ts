import type { PageMention, PageSentence } from '../src/report/html/page-data.ts';
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

/** Whether a mention is worth a colour: what only one version has is marked only where it differs. */
function isTold({ in: versions }: PageMention): boolean {
  return versions.length > 1;
}

/** A sentence with what it names marked; `changed` are the figures that another version tells otherwise. */
export function markedSentence({ t, m }: PageSentence, mentions: readonly PageMention[], changed: ReadonlySet<number>): readonly (HTMLElement | string)[] {
  const parts: (HTMLElement | string)[] = [];
  let at = 0;
  for (let mark = 0; mark < m.length; mark += 3) {
    const [start = 0, end = 0, place = 0] = m.slice(mark, mark + 3);
    const mention = mentions[place];
    if (mention === undefined || (!isTold(mention) && !changed.has(place))) continue;
    parts.push(t.slice(at, start), markOf(t.slice(start, end), mention, place, changed.has(place)));
    at = end;
  }
  parts.push(t.slice(at));
  return parts;
}

function markOf(text: string, mention: PageMention, place: number, isChanged: boolean): HTMLElement {
  const attributes = { class: `${mention.kind} ${isChanged ? 'changed' : colorOf(place)}`, title: isChanged ? 'Another figure here in another version' : spellings(mention), 'data-mention': place };
  return element('mark', attributes, text, isChanged && element('span', { class: 'hidden' }, ' (changed)'));
}
