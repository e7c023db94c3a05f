import { readIndex, readVersions } from './data.ts';
import { detailView } from './detail.ts';
import { element } from './dom.ts';
import { EVERYTHING } from './filter.ts';
import { overviewOf } from './overview.ts';

/** Pixels that a version needs to be read beside others. */
const VERSION = 330;

const index = readIndex();
const hasClusters = index.items.some(({ kind }) => kind === 'cluster');
const kindOfRest = index.items[0]?.kind ?? 'single';
const overview = overviewOf(index, { ...EVERYTHING, kind: hasClusters ? 'cluster' : kindOfRest });
const page = element('div', { class: 'page' });
const skip = element('a', { class: 'skip', href: '#content' }, 'Skip to the content');
// The address tells which item is open, and stays.
skip.addEventListener('click', (event) => {
  event.preventDefault();
  document.getElementById('content')?.focus();
});
document.getElementById('page')?.append(skip, page);

/** Where the reader left the list, to come back to. */
let left = { scroll: 0, key: '' };

function route(): void {
  const key = /^#item=(.+)$/.exec(location.hash)?.[1] ?? '';
  const item = index.items.find((each) => each.key === key);
  if (item === undefined) showOverview();
  else showDetail(item);
}

function showOverview(): void {
  document.title = 'dedupe report';
  if (!page.contains(overview.view)) page.replaceChildren(overview.view);
  overview.resize();
  scrollTo({ top: left.scroll, behavior: 'instant' });
  if (left.key !== '') document.getElementById(`link-${left.key}`)?.focus({ preventScroll: true });
}

function showDetail(item: (typeof index.items)[number]): void {
  if (page.contains(overview.view)) left = { scroll: scrollY, key: item.key };
  left = { ...left, key: item.key };
  const listed = overview.items();
  const at = listed.indexOf(item);
  const columns = Math.min(3, Math.max(2, Math.floor(document.documentElement.clientWidth / VERSION)));
  const view = detailView(item, { index, texts: readVersions(item.key), before: listed[at - 1], after: at < 0 ? undefined : listed[at + 1], columns });
  page.replaceChildren(view);
  scrollTo({ top: 0, behavior: 'instant' });
  const heading = view.querySelector('h1');
  document.title = `${heading?.textContent ?? ''} · dedupe report`;
  heading?.focus({ preventScroll: true });
}

addEventListener('hashchange', route);
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && location.hash.startsWith('#item=')) location.hash = '';
});
let resizing = 0;
addEventListener('resize', () => {
  cancelAnimationFrame(resizing);
  resizing = requestAnimationFrame(() => {
    if (page.contains(overview.view)) overview.resize();
  });
});
route();
