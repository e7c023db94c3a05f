import type { PageIndex, PageItem } from '../src/report/html/page-data.ts';
import { percent } from '../src/report/wording.ts';
import { rawVersions } from './data.ts';
import { button, element } from './dom.ts';
import { folded, passing, searchable, type Chosen, type Filter } from './filter.ts';
import { filterForm } from './filter-form.ts';
import { itemEntry, lazyList, singleEntry } from './list.ts';
import { mapView } from './map.ts';
import { count, grouped } from './words.ts';

/** The page that a report opens with: counts, map, filters and list. */
export interface Overview {
  readonly view: HTMLElement;
  /** The items of the list as filtered now. */
  readonly items: () => readonly PageItem[];
  /** Draws the map anew for the width it has now. */
  readonly resize: () => void;
}

/** Makes the overview; `initial` is the filter to begin with. */
export function overviewOf(index: PageIndex, initial: Filter): Overview {
  const known = searchable(index);
  const [mapPlace, listPlace] = [element('div', { class: 'map-place' }), element('div', { class: 'list-place' })];
  const status = element('p', { class: 'status', role: 'status' });
  let filter = initial;
  let found = passing(index, filter, known, rawVersions);
  let listed = found;
  const drawMap = (): void => mapPlace.replaceChildren(...mapParts(found, index, mapPlace.clientWidth, (chosen) => change({ chosen })));
  const drawList = (): void => {
    const { chosen } = filter;
    listed = chosen === undefined ? found : found.filter(({ key }) => chosen.items.has(key));
    const list = filter.kind === 'single' ? singlesOf(index, filter) : undefined;
    status.replaceChildren(list === undefined ? toldItems(listed.length, filter, index) : count(list.length, 'single document'));
    if (chosen !== undefined) status.append(' ', button({ class: 'chosen', 'aria-label': `Show all again, not only ${chosen.name}` }, () => change({ chosen: undefined }), `${chosen.name} ✕`));
    if (list !== undefined) listPlace.replaceChildren(lazyList(list, (document) => singleEntry(document, index)));
    else listPlace.replaceChildren(lazyList(listed, (item, at) => itemEntry(item, index, at)));
  };
  const change = (changes: Partial<Filter>): void => {
    // What was chosen on the map goes with the map it was chosen on.
    filter = { ...filter, chosen: undefined, ...changes };
    if (!('chosen' in changes)) {
      found = passing(index, filter, known, rawVersions);
      drawMap();
    }
    drawList();
  };
  const view = element('main', { class: 'overview', id: 'content', tabindex: -1 }, headerOf(index), mapPlace, element('h2', { class: 'hidden' }, 'List'), filterForm(index, initial, change), status, listPlace);
  drawList();
  return { view, items: () => listed, resize: drawMap };
}

function headerOf(index: PageIndex): HTMLElement {
  const { documents, items, level, threshold, languages, version, clean } = index;
  const clusters = items.filter(({ kind }) => kind === 'cluster');
  const duplicates = clusters.reduce((sum, item) => sum + item.documents.length - 1, 0);
  const told = [count(documents.length, 'document'), count(Object.keys(languages).length, 'language'), count(clusters.length, 'cluster'), count(duplicates, 'duplicate')];
  return element('header', {},
    element('h1', {}, `Which articles are the same ${level}`),
    element('p', { class: 'counts' }, ...told.map((each) => element('span', {}, each))),
    element('p', { class: 'facts' }, `Joined as the same ${level} from ${percent(threshold)} on${clean ? '' : ', site furniture left in'}. dedupe ${version}.`),
  );
}

function mapParts(items: readonly PageItem[], index: PageIndex, width: number, choose: (chosen: Chosen) => void): readonly HTMLElement[] {
  if (items.length === 0 || width === 0) return [];
  const { map, timed } = mapView(items, { index, width, choose });
  const heading = element('h2', {}, `${items[0]?.kind === 'cluster' ? 'Clusters' : 'Pairs'} ${timed ? 'over time and language' : 'by language, in the order of the list'}`);
  const hint = 'A dot is documents of one language; lines join it to the other versions. Choose a dot to list what it holds.';
  return [heading, element('p', { class: 'facts' }, hint), map];
}

function toldItems(number: number, { kind }: Filter, { items, pairsLeftOut, level }: PageIndex): string {
  const all = items.filter((item) => item.kind === kind).length;
  if (all === 0) return kind === 'cluster' ? `No two documents are the same ${level}.` : 'None.';
  const noun = kind === 'cluster' ? 'cluster' : 'pair';
  const rest = kind !== 'cluster' && pairsLeftOut > 0 ? ` ${grouped(pairsLeftOut)} more are in the JSON report only.` : '';
  return `${number === all ? '' : `${grouped(number)} of `}${count(all, noun)}.${rest}`;
}

function singlesOf({ documents, items }: PageIndex, { query, language }: Filter): PageIndex['documents'] {
  const joined = new Set(items.flatMap((item) => (item.kind === 'cluster' ? item.documents : [])));
  const wanted = folded(query.trim());
  return documents.filter((document, place) => {
    if (joined.has(place) || (language !== '' && document.language !== language)) return false;
    return wanted === '' || folded(`${document.title}\n${document.id}\n${document.url ?? ''}`).includes(wanted);
  });
}
