import type { PageIndex, PageItem } from '../src/report/html/page-data.ts';
import { button, element, svg } from './dom.ts';
import type { Chosen } from './filter.ts';
import { layOutMap, OTHERS, type Bubble, type MapLayout } from './map-layout.ts';
import { count, grouped, languageName } from './words.ts';

export interface MapOptions {
  readonly index: PageIndex;
  /** In pixels, of the whole map. */
  readonly width: number;
  readonly choose: (chosen: Chosen) => void;
}

/** Pixels a lane is high and a column at least wide: a bubble that a finger hits (WCAG 2.2, 2.5.8, asks 24). */
const LANE = 28;
const COLUMN = 28;
/** Pixels between two labels of the axis, by the longest of them. */
const TICK = 96;
/** Under so many pixels languages are told by their codes. */
const NARROW = 560;
/** More columns than this are finer than anyone looks. */
const MOST_COLUMNS = 60;

/** The map: a lane for each language, time to the right, a bubble where documents of the items are, lines between versions. */
export function mapView(items: readonly PageItem[], { index, width, choose }: MapOptions): { readonly map: HTMLElement; readonly timed: boolean } {
  const label = width < NARROW ? 40 : 118;
  const room = Math.max(COLUMN, width - label - COLUMN);
  const layout = layOutMap(items, index, Math.min(MOST_COLUMNS, Math.floor(room / COLUMN)));
  const height = layout.lanes.length * LANE;
  // In per cent, so that lines and bubbles stay together where the page gets another width, as on paper.
  const x = (bin: number): string => `${(100 * (label + COLUMN / 2 + ((bin + 0.5) * room) / layout.bins.length)) / width}%`;
  const y = (lane: number): number => (lane + 0.5) * LANE;
  const plot = element('div', { class: 'plot', role: 'group', 'aria-label': 'Places on the map; arrow keys move between them' });
  plot.style.height = `${height}px`;
  const most = Math.max(...layout.bubbles.map(({ documents }) => documents));
  plot.append(...layout.bubbles.map((bubble) => placed(bubbleButton(bubble, most, layout, { index, choose }), x(bubble.bin), y(bubble.lane))));
  enableArrows(plot, layout.bubbles);
  return { map: element('div', { class: 'map' }, drawing(layout, { index, label, room }, x, y), plot), timed: layout.timed };
}

interface Drawing {
  readonly index: PageIndex;
  readonly label: number;
  readonly room: number;
}

/** Lanes, lines and labels; what they tell, the buttons tell in words. */
function drawing(layout: MapLayout, { index, label, room }: Drawing, x: (bin: number) => string, y: (lane: number) => number): SVGElement {
  const height = layout.lanes.length * LANE;
  const most = Math.max(1, ...layout.links.map((link) => link.count));
  const lanes = layout.lanes.flatMap((code, lane) => [
    svg('line', { class: 'lane', x1: label, x2: '100%', y1: y(lane), y2: y(lane) }),
    svg('text', { x: 0, y: y(lane) + 4 }, label < 100 ? code : laneName(code, index)),
  ]);
  const lines = layout.links.map(({ from, to, count: links }) =>
    svg('line', { class: 'link', x1: x(from.bin), y1: y(from.lane), x2: x(to.bin), y2: y(to.lane), 'stroke-width': 1 + 3 * Math.sqrt(links / most) }),
  );
  const step = Math.max(1, Math.ceil((TICK * layout.bins.length) / room));
  const last = layout.bins.length - 1;
  // What has no date is always told; a tick beside it makes room.
  const isTicked = (bin: number): boolean => (bin % step === 0 && (!layout.undated || last - bin >= step)) || (layout.undated && bin === last);
  const ticks = layout.bins.flatMap(({ tick }, bin) =>
    isTicked(bin) ? [svg('text', { class: 'tick', x: x(bin), y: height + 16, 'text-anchor': 'middle' }, tick)] : [],
  );
  return svg('svg', { 'aria-hidden': 'true', width: '100%', height: height + 22 }, ...lanes, ...lines, ...ticks);
}

function laneName(code: string, index: PageIndex): string {
  return code === OTHERS ? 'Other languages' : languageName(code, index);
}

/** Pixels across: the area tells the number of documents. */
const [SMALLEST, LARGEST] = [12, 26];

function bubbleButton(bubble: Bubble, most: number, layout: MapLayout, { index, choose }: Pick<MapOptions, 'index' | 'choose'>): HTMLButtonElement {
  const size = most === 1 ? SMALLEST + 2 : SMALLEST + (LARGEST - SMALLEST) * Math.sqrt((bubble.documents - 1) / (most - 1));
  const language = laneName(layout.lanes[bubble.lane] ?? '', index);
  const name = `${language}, ${layout.bins[bubble.bin]?.name ?? ''}`;
  const told = `${name}: ${count(bubble.documents, 'document')} in ${grouped(bubble.items.size)}${bubble.items.size === 1 ? ' item' : ' items'}`;
  const dot = element('span', { class: 'dot' }, bubble.documents > 1 && size >= 10 + 5 * String(bubble.documents).length && String(bubble.documents));
  dot.style.width = `${size}px`;
  dot.style.height = `${size}px`;
  return button({ class: 'bubble', title: told, 'aria-label': told }, () => choose({ name, items: bubble.items }), dot);
}

function placed(made: HTMLElement, x: string, y: number): HTMLElement {
  made.style.left = x;
  made.style.top = `${y}px`;
  return made;
}

/** One stop of the tab key for the whole map; the arrow keys go to the nearest bubble in their direction. */
function enableArrows(plot: HTMLElement, bubbles: readonly Bubble[]): void {
  const buttons = [...plot.children].filter((child) => child instanceof HTMLElement);
  for (const [at, each] of buttons.entries()) each.tabIndex = at === 0 ? 0 : -1;
  plot.addEventListener('keydown', (event) => {
    const direction = DIRECTIONS.get(event.key);
    const from = buttons.findIndex((each) => each === document.activeElement);
    const here = bubbles[from];
    if (direction === undefined || here === undefined) return;
    event.preventDefault();
    const target = buttons[nearestTo(here, bubbles, direction)];
    for (const each of buttons) each.tabIndex = -1;
    (target ?? buttons[from])?.focus();
    if (target !== undefined) target.tabIndex = 0;
    else if (buttons[from] !== undefined) buttons[from].tabIndex = 0;
  });
}

const DIRECTIONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

function nearestTo(here: Bubble, bubbles: readonly Bubble[], [right, down]: readonly [number, number]): number {
  let [best, least] = [-1, Infinity];
  for (const [at, { bin, lane }] of bubbles.entries()) {
    const along = (bin - here.bin) * right + (lane - here.lane) * down;
    const aside = Math.abs((bin - here.bin) * down) + Math.abs((lane - here.lane) * right);
    // In its own lane first, whatever the distance.
    const distance = along + 4 * aside;
    if (along > 0 && distance < least) [best, least] = [at, distance];
  }
  return best;
}
