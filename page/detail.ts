import type { PageIndex, PageItem, PageVersions } from '../src/report/html/page-data.ts';
import { compareVersions, type Comparison } from './comparison.ts';
import { button, element, foreign } from './dom.ts';
import { legendView } from './legend.ts';
import { certainty } from './list.ts';
import { count, daysOf, languageName, languagesOf } from './words.ts';

export interface DetailOptions {
  readonly index: PageIndex;
  readonly texts: PageVersions;
  /** The items before and after it in the list as filtered. */
  readonly before: PageItem | undefined;
  readonly after: PageItem | undefined;
  /** How many versions the screen has room for. */
  readonly columns: number;
}

const KINDS: Readonly<Record<PageItem['kind'], string>> = { cluster: 'Cluster', story: 'Same story, other report', near: 'Near miss' };

/** One item: its versions side by side, what they share, and where they differ. */
export function detailView(item: PageItem, options: DetailOptions): HTMLElement {
  const { index, texts, before, after } = options;
  const first = index.documents[item.documents[0] ?? 0];
  const second = index.documents[item.documents[1] ?? 0];
  const facts = [KINDS[item.kind], certainty(item, index), `${count(item.documents.length, item.kind === 'cluster' ? 'version' : 'document')} in ${languagesOf(item, index).map((code) => languageName(code, index)).join(', ')}`, daysOf(item, index)];
  const body = element('div', {});
  const show = (shown: readonly number[]): void => body.replaceChildren(...comparisonParts(item, options, shown));
  const initial = item.documents.map((_, place) => place).slice(0, options.columns);
  show(initial);
  return element('main', { class: 'detail', id: 'content', tabindex: -1 },
    element('nav', { 'aria-label': 'Clusters' },
      element('a', { href: '#', class: 'back' }, '← All'),
      before !== undefined && element('a', { href: `#item=${before.key}` }, '‹ Previous'),
      after !== undefined && element('a', { href: `#item=${after.key}` }, 'Next ›'),
    ),
    foreign('h1', first?.language ?? '', { tabindex: -1 }, first?.title ?? ''),
    item.kind !== 'cluster' && foreign('p', second?.language ?? '', { class: 'heading' }, second?.title ?? ''),
    element('p', { class: 'facts' }, facts.filter((fact) => fact !== '').join(' · ')),
    item.documents.length > 2 && chooser(item, index, initial, show),
    body,
    removedView(item, index, texts),
  );
}

function comparisonParts(item: PageItem, { index, texts }: DetailOptions, shown: readonly number[]): readonly HTMLElement[] {
  const comparison = compareVersions({ index, item, texts, shown });
  return [legendView(texts, shown, comparison.table), differencesBar(comparison), comparison.table];
}

/** What differs, in figures, with a way from one to the next. */
function differencesBar({ table, differing, changedLines, lonelySentences, joinedSentences }: Comparison): HTMLElement {
  let at = -1;
  const go = (step: number): void => {
    at = (at + step + differing.length) % differing.length;
    differing[at]?.focus();
    differing[at]?.scrollIntoView({ block: 'center' });
  };
  const only = element('input', { type: 'checkbox' });
  only.addEventListener('change', () => table.classList.toggle('differences-only', only.checked));
  const told = `${count(joinedSentences, 'sentence joined', 'sentences joined')} · ${count(lonelySentences, 'sentence without a match', 'sentences without a match')}`;
  // In the form that such figures have in the texts below.
  const changed = changedLines > 0 && element('mark', { class: 'quantity changed' }, 'other figures');
  return element('div', { class: 'differences', role: 'group', 'aria-label': 'Differences' },
    element('span', {}, told, changed && ` · ${count(changedLines, 'line')} with `, changed),
    ...(differing.length === 0 ? [] : [
      button({}, () => go(at < 0 ? 0 : -1), '↑ Previous difference'),
      button({}, () => go(1), '↓ Next difference'),
      element('label', {}, only, ' Differences only'),
    ]),
  );
}

/** Which versions stand side by side. */
function chooser(item: PageItem, index: PageIndex, initial: readonly number[], show: (shown: readonly number[]) => void): HTMLElement {
  const boxes = item.documents.map((place, at) => {
    const box = element('input', { type: 'checkbox', checked: initial.includes(at) });
    const shown = index.documents[place];
    return { box, label: element('label', {}, box, ' ', element('span', { class: 'language' }, shown?.language ?? ''), ' ', element('bdi', {}, shown?.id ?? '')) };
  });
  const changed = (): void => show(boxes.flatMap(({ box }, at) => (box.checked ? [at] : [])));
  for (const { box } of boxes) box.addEventListener('change', changed);
  return element('details', { class: 'chooser', open: item.documents.length <= 8 },
    element('summary', {}, `Versions shown (of ${item.documents.length})`),
    element('div', { class: 'choices' }, ...boxes.map(({ label }) => label)),
  );
}

/** What was set aside before comparing: it stands in no line above. */
function removedView(item: PageItem, index: PageIndex, { versions }: PageVersions): HTMLElement | undefined {
  const total = versions.reduce((sum, { removed }) => sum + removed.length, 0);
  if (total === 0) return undefined;
  const parts = versions.flatMap(({ removed }, place) => {
    const document = index.documents[item.documents[place] ?? 0];
    if (removed.length === 0 || document === undefined) return [];
    const entries = removed.map(({ reason, text }) => element('li', {}, element('span', { class: 'reason' }, reason), foreign('span', document.language, {}, text)));
    return [element('h2', {}, element('bdi', {}, document.id)), element('ul', {}, ...entries)];
  });
  return element('details', { class: 'removed' }, element('summary', {}, `Set aside before comparing: ${count(total, 'stretch', 'stretches')} of site furniture`), ...parts);
}
