import type { PageMention, PageVersions } from '../src/report/html/page-data.ts';
import { button, element } from './dom.ts';
import { folded } from './filter.ts';
import { colorOf, isShared } from './marked.ts';

/** What more there is stays marked in the texts, with its spellings in the tool tip. */
const MOST_CHIPS = 30;

/**
 * The names and figures that two of the versions shown have, each as each of them writes it most, in its colour. A press on
 * one makes it stand out in `texts` and lets the others step back; a second press ends that.
 */
export function legendView({ versions, mentions }: PageVersions, shown: readonly number[], texts: HTMLElement): HTMLElement {
  const spelled = shown.map((place) => commonestForms(versions[place]?.sentences ?? []));
  const rows = (['name', 'quantity'] as const).map((kind) => {
    const told = mentions.flatMap((mention, place) => {
      const isShown = mention.kind === kind && isShared(mention, shown);
      return isShown ? [chip(mention, place, equated(spelled.map((forms) => forms.get(place))), texts)] : [];
    });
    const rest = told.length - MOST_CHIPS;
    const label = kind === 'name' ? 'Names' : 'Figures';
    if (told.length === 0) return undefined;
    return element('div', { class: 'legend-row', role: 'group', 'aria-label': `${label} in several versions` },
      element('span', { class: 'label' }, label),
      element('div', { class: 'chips' }, ...told.slice(0, MOST_CHIPS), rest > 0 && element('span', { class: 'rest' }, `and ${rest} more`)));
  });
  return element('div', { class: 'legend' }, ...rows);
}

/** By mention, the form that a text writes most, the first of several. */
function commonestForms(sentences: PageVersions['versions'][number]['sentences']): ReadonlyMap<number, string> {
  const counts = new Map<number, Map<string, number>>();
  for (const { t, m } of sentences) {
    for (let mark = 0; mark < m.length; mark += 3) {
      const [start = 0, end = 0, place = 0] = m.slice(mark, mark + 3);
      const forms = counts.get(place) ?? new Map<string, number>();
      const form = t.slice(start, end).replace(/\s+/gu, ' ');
      counts.set(place, forms.set(form, (forms.get(form) ?? 0) + 1));
    }
  }
  return new Map([...counts].map(([place, forms]) => [place, [...forms].reduce((best, each) => (each[1] > best[1] ? each : best))[0]]));
}

/** `Lukashenko = Lukaschenko`: each spelling once, whatever its case. */
function equated(forms: readonly (string | undefined)[]): string {
  const told = new Map(forms.flatMap((form) => (form === undefined ? [] : [[folded(form), form] as const])));
  return [...told.values()].join(' = ');
}

function chip(mention: PageMention, place: number, forms: string, texts: HTMLElement): HTMLButtonElement {
  const made = button({ class: `chip ${mention.kind} ${colorOf(place)}`, 'aria-pressed': 'false' }, () => {
    const isOn = made.getAttribute('aria-pressed') !== 'true';
    for (const other of document.querySelectorAll('.chip[aria-pressed="true"]')) other.setAttribute('aria-pressed', 'false');
    made.setAttribute('aria-pressed', String(isOn));
    texts.classList.toggle('picking', isOn);
    for (const mark of texts.querySelectorAll('mark')) mark.classList.toggle('picked', isOn && mark.dataset['mention'] === String(place));
  }, element('bdi', {}, forms));
  return made;
}
