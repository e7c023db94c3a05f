import type { PageDocument, PageIndex, PageItem } from '../src/report/html/page-data.ts';
import { percent } from '../src/report/wording.ts';
import { button, element, foreign } from './dom.ts';
import { count, dateOf, daysOf, grouped, languageName, languagesOf } from './words.ts';

/** What is shown at once: some screens full. More come when the end is reached. */
const CHUNK = 40;

/** A list that makes its entries as they are reached, so that twenty thousand cost no more than forty. */
export function lazyList<T>(entries: readonly T[], entryView: (entry: T, at: number) => HTMLElement): HTMLElement {
  const list = element('ol', { class: 'items' });
  const more = button({ class: 'more' }, () => show());
  let shown = 0;
  const show = (): void => {
    const next = entries.slice(shown, shown + CHUNK);
    list.append(...next.map((entry, at) => element('li', {}, entryView(entry, shown + at))));
    shown += next.length;
    more.textContent = `Show more of ${grouped(entries.length)}`;
    more.hidden = shown >= entries.length;
  };
  show();
  new IntersectionObserver((seen) => {
    if (seen.some(({ isIntersecting }) => isIntersecting) && !more.hidden) show();
  }, { rootMargin: '600px' }).observe(more);
  return element('div', {}, list, more);
}

/** One cluster, or pair, in the list: what it is about, in which languages, how sure. */
export function itemEntry(item: PageItem, index: PageIndex, at: number): HTMLElement {
  const first = index.documents[item.documents[0] ?? 0];
  const days = daysOf(item, index);
  return element('article', { class: `entry ${item.kind}` },
    element('h3', {}, foreign('a', first?.language ?? '', { href: `#item=${item.key}`, id: `link-${item.key}` }, first?.title ?? '')),
    item.kind !== 'cluster' && secondTitle(item, index),
    element('p', { class: 'facts' },
      element('span', { class: 'number' }, grouped(at + 1)),
      element('span', { class: 'tags' }, ...languageTags(item, index)),
      item.kind === 'cluster' && element('span', {}, count(item.documents.length, 'version')),
      days !== '' && element('span', {}, days),
      element('span', { class: 'probability' }, certainty(item, index)),
    ),
    item.shared.length > 0 && element('p', { class: 'shared' }, ...item.shared.slice(0, MOST_SHARED).flatMap((forms, place) => [place > 0 && ' · ', element('bdi', {}, spelled(forms))])),
  );
}

/** One line's worth, and as many spellings as tell what kind of name it is. */
const [MOST_SHARED, MOST_SPELLINGS] = [6, 3];

function spelled(forms: readonly string[]): string {
  return [...forms.slice(0, MOST_SPELLINGS), ...(forms.length > MOST_SPELLINGS ? ['…'] : [])].join(' = ');
}

/** How sure the answer is, in words. */
export function certainty({ kind, probability, story }: PageItem, { level }: PageIndex): string {
  if (kind === 'cluster') return `same ${level} ${percent(probability)}`;
  return `same report ${percent(probability)} · same story ${percent(story ?? 0)}`;
}

function secondTitle({ documents }: PageItem, index: PageIndex): HTMLElement {
  const second = index.documents[documents[1] ?? 0];
  return foreign('p', second?.language ?? '', { class: 'second' }, second?.title ?? '');
}

/** As many as a line of a phone holds. */
const MOST_TAGS = 12;

/** The languages of an item as tags, with the number of documents where there are several. */
function languageTags(item: PageItem, index: PageIndex): readonly HTMLElement[] {
  const codes = item.documents.map((place) => index.documents[place]?.language);
  const told = languagesOf(item, index);
  const tags = told.slice(0, MOST_TAGS).map((code) => {
    const times = codes.filter((each) => each === code).length;
    return element('span', { class: 'language', title: languageName(code, index) }, times > 1 ? `${code} ×${times}` : code);
  });
  const rest = told.slice(MOST_TAGS).map((code) => languageName(code, index));
  return rest.length === 0 ? tags : [...tags, element('span', { title: rest.join(', ') }, `and ${rest.length} more`)];
}

/** A document that nothing was joined with. */
export function singleEntry(document: PageDocument, index: PageIndex): HTMLElement {
  const date = dateOf(document);
  return element('article', { class: 'entry single' },
    foreign('h3', document.language, {}, document.title),
    element('p', { class: 'facts' },
      element('span', { class: 'language', title: languageName(document.language, index) }, document.language),
      date !== '' && element('span', {}, date),
      element('bdi', { class: 'id' }, document.id),
    ),
  );
}
