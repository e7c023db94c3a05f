import type { PageIndex, PageItem } from '../src/report/html/page-data.ts';

/** What the reader asked to see. */
export interface Filter {
  readonly kind: PageItem['kind'] | 'single';
  readonly query: string;
  /** A language code, or empty for all. */
  readonly language: string;
  /** `one` language only (copies), `several` (translations), or empty for both. */
  readonly spread: '' | 'one' | 'several';
  readonly order: 'size' | 'probability' | 'newest' | 'oldest';
  /** Keys of the items of the place chosen on the map; undefined for all. */
  readonly chosen: Chosen | undefined;
}

/** A place on the map: what it is called, and the keys of the items there. */
export interface Chosen {
  readonly name: string;
  readonly items: ReadonlySet<string>;
}

/** The filter a report opens with. */
export const EVERYTHING: Filter = { kind: 'cluster', query: '', language: '', spread: '', order: 'size', chosen: undefined };

/** Text as the search compares it: case, accents and compatibility forms make no difference. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Words to search for in an item, folded, by its key; made once. */
export type Searchable = ReadonlyMap<PageItem, string>;

/** What each item is found by besides its text: titles, ids, addresses, and the names and figures shared. */
export function searchable({ items, documents }: PageIndex): Searchable {
  return new Map(items.map((item) => {
    const told = item.documents.flatMap((place) => {
      const document = documents[place];
      return document === undefined ? [] : [document.title, document.id, document.url ?? ''];
    });
    return [item, folded([...told, ...item.shared.flat()].join('\n'))] as const;
  }));
}

/** The items that pass, in the order asked for; `rawText` gives the text of an item, in small letters. */
export function passing(index: PageIndex, filter: Filter, known: Searchable, rawText: (key: string) => string): readonly PageItem[] {
  const query = folded(filter.query.trim());
  const raw = filter.query.trim().toLowerCase();
  const passes = (item: PageItem): boolean => {
    if (item.kind !== filter.kind) return false;
    if (!passesLanguages(item, index, filter)) return false;
    return query === '' || (known.get(item)?.includes(query) ?? false) || rawText(item.key).includes(raw);
  };
  return inOrder(index.items.filter(passes), index, filter.order);
}

function passesLanguages(item: PageItem, { documents }: PageIndex, { language, spread }: Filter): boolean {
  const codes = new Set(item.documents.map((place) => documents[place]?.language));
  if (language !== '' && !codes.has(language)) return false;
  return spread === '' || (spread === 'one') === (codes.size === 1);
}

function inOrder(items: readonly PageItem[], index: PageIndex, order: Filter['order']): readonly PageItem[] {
  // The report has the largest first, and a stable sort keeps that among equals.
  if (order === 'size') return items;
  if (order === 'probability') return items.toSorted((x, y) => x.probability - y.probability);
  const sign = order === 'oldest' ? 1 : -1;
  const timeOf = (item: PageItem): number => Math.min(...item.documents.map((place) => index.documents[place]?.time ?? Infinity));
  const times = new Map(items.map((item) => [item, timeOf(item)]));
  // What has no date comes last either way.
  const rank = (item: PageItem): number => {
    const time = times.get(item) ?? Infinity;
    return Number.isFinite(time) ? sign * time : Number.MAX_VALUE;
  };
  return items.toSorted((x, y) => rank(x) - rank(y));
}
