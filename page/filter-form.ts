import type { PageIndex } from '../src/report/html/page-data.ts';
import { button, element } from './dom.ts';
import type { Filter } from './filter.ts';
import { grouped, languageName } from './words.ts';

/** Milliseconds after the last key before the search begins: between two keys of a quick typist lie fewer. */
const PAUSE = 180;

/** The controls above the list; each change is told at once, those of the search after a pause. */
export function filterForm(index: PageIndex, initial: Filter, change: (changes: Partial<Filter>) => void): HTMLElement {
  const search = element('input', { type: 'search', id: 'search', value: initial.query, autocomplete: 'off', spellcheck: 'false', placeholder: 'Title, text, name, id …' });
  let waiting = 0;
  search.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => change({ query: search.value }), PAUSE);
  });
  const form = element('form', { class: 'filters', role: 'search', 'aria-label': 'Filter the list' },
    kindButtons(index, initial.kind, (kind) => change({ kind })),
    field('Search', search),
    field('Language', select([['', 'All'], ...languageChoices(index)], initial.language, (language) => change({ language }))),
    field('Versions', select(SPREADS, initial.spread, (spread) => change({ spread }))),
    field('Order', select(ORDERS, initial.order, (order) => change({ order }))),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}

const SPREADS = [['', 'All'], ['several', 'In several languages'], ['one', 'In one language']] as const;
const ORDERS = [['size', 'Most versions first'], ['newest', 'Newest first'], ['oldest', 'Oldest first'], ['probability', 'Least sure first']] as const;
const KINDS = [['cluster', 'Clusters'], ['story', 'Same story, other report'], ['near', 'Near misses'], ['single', 'Single documents']] as const;

function kindButtons({ items, documents }: PageIndex, initial: Filter['kind'], choose: (kind: Filter['kind']) => void): HTMLElement {
  const joined = new Set(items.flatMap((item) => (item.kind === 'cluster' ? item.documents : [])));
  const numberOf = (kind: Filter['kind']): number => (kind === 'single' ? documents.length - joined.size : items.filter((item) => item.kind === kind).length);
  const buttons = KINDS.map(([kind, name]) => {
    const made = button({ 'aria-pressed': String(kind === initial) }, () => {
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === made));
      choose(kind);
    }, name, ' ', element('span', { class: 'number' }, grouped(numberOf(kind))));
    return made;
  });
  return element('div', { class: 'kinds', role: 'group', 'aria-label': 'What to list' }, ...buttons);
}

/** The languages of the documents, those of most first, with their number. */
function languageChoices(index: PageIndex): readonly (readonly [string, string])[] {
  const counts = new Map<string, number>();
  for (const { language } of index.documents) counts.set(language, (counts.get(language) ?? 0) + 1);
  const inOrder = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return inOrder.map(([code, number]) => [code, `${languageName(code, index)} (${number})`] as const);
}

function field(name: string, control: HTMLElement): HTMLElement {
  return element('label', { class: 'field' }, element('span', {}, name), control);
}

function select<Value extends string>(choices: readonly (readonly [Value, string])[], initial: Value, choose: (value: Value) => void): HTMLSelectElement {
  const made = element('select', {}, ...choices.map(([value, name]) => element('option', { value, selected: value === initial }, name)));
  made.addEventListener('change', () => {
    const [value] = choices[made.selectedIndex] ?? [];
    if (value !== undefined) choose(value);
  });
  return made;
}
