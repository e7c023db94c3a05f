import type { PageIndex, PageItem } from '../src/report/html/page-data.ts';
import { binOf, periodFor, periodName, tickName } from './periods.ts';

/** The documents of one language and one stretch of the other axis. */
export interface Bubble {
  readonly lane: number;
  readonly bin: number;
  readonly documents: number;
  /** Keys of the items it has documents of. */
  readonly items: ReadonlySet<string>;
}

/** How many items have a document in the one bubble and another in the other. */
interface Link {
  readonly from: Bubble;
  readonly to: Bubble;
  readonly count: number;
}

export interface MapLayout {
  /** Language codes, those with most documents first; the last may be `OTHERS`. */
  readonly lanes: readonly string[];
  readonly bins: readonly { readonly name: string; readonly tick: string }[];
  /** Whether the bins are stretches of time; else each holds some clusters, in the order of the list. */
  readonly timed: boolean;
  /** Whether the last bin is for documents without a date. */
  readonly undated: boolean;
  readonly bubbles: readonly Bubble[];
  /** The strongest first. */
  readonly links: readonly Link[];
}

/** The lane of all languages that have none of their own. */
export const OTHERS = 'other';
/** More lanes than fit a screen would hide the list below. */
const MOST_LANES = 12;
/** More lines make a mesh in which none is seen. */
const MOST_LINKS = 600;

/** Lays the items out over language and time, in at most `mostBins` columns whatever their number. */
export function layOutMap(items: readonly PageItem[], index: PageIndex, mostBins: number): MapLayout {
  const lanes = lanesOf(items, index);
  const laneOf = new Map(lanes.map((code, lane) => [code, lane]));
  const axis = axisOf(items, index, mostBins);
  const bubbles = new Map<number, Bubble & { documents: number; items: Set<string> }>();
  const links = new Map<string, Link & { count: number }>();
  for (const [at, item] of items.entries()) {
    const cells = item.documents.map((place) => {
      const lane = laneOf.get(index.documents[place]?.language ?? '') ?? lanes.length - 1;
      return bubbleAt(bubbles, lane, axis.binOf(at, place), lanes.length, item.key);
    });
    for (const cell of new Set(cells)) addLink(links, cells[0], cell);
  }
  const strongest = [...links.values()].sort((x, y) => y.count - x.count).slice(0, MOST_LINKS);
  const inOrder = [...bubbles.values()].sort((x, y) => x.lane - y.lane || x.bin - y.bin);
  return { lanes, bins: axis.bins, timed: axis.timed, undated: axis.undated, bubbles: inOrder, links: strongest };
}

function bubbleAt(bubbles: Map<number, Bubble & { documents: number; items: Set<string> }>, lane: number, bin: number, lanes: number, key: string): Bubble {
  const bubble = bubbles.get(bin * lanes + lane) ?? { lane, bin, documents: 0, items: new Set<string>() };
  bubble.documents++;
  bubble.items.add(key);
  bubbles.set(bin * lanes + lane, bubble);
  return bubble;
}

function addLink(links: Map<string, Link & { count: number }>, from: Bubble | undefined, to: Bubble): void {
  if (from === undefined || from === to) return;
  const key = `${from.lane},${from.bin},${to.lane},${to.bin}`;
  const link = links.get(key) ?? { from, to, count: 0 };
  link.count++;
  links.set(key, link);
}

function lanesOf(items: readonly PageItem[], { documents }: PageIndex): readonly string[] {
  const counts = new Map<string, number>();
  for (const item of items) for (const place of item.documents) {
    const code = documents[place]?.language ?? '';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const codes = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([code]) => code);
  return codes.length <= MOST_LANES ? codes : [...codes.slice(0, MOST_LANES - 1), OTHERS];
}

interface Axis extends Pick<MapLayout, 'bins' | 'timed' | 'undated'> {
  readonly binOf: (item: number, document: number) => number;
}

/** Time where most documents have one, with a last bin for those that have none; else the order of the list. */
function axisOf(items: readonly PageItem[], index: PageIndex, mostBins: number): Axis {
  const places = items.flatMap(({ documents }) => documents);
  const times = places.flatMap((place) => index.documents[place]?.time ?? []);
  if (times.length * 2 < places.length || times.length === 0) return orderAxis(items.length, mostBins);
  // Not Math.min(...times): twenty thousand arguments are too many for some engines.
  const [first, last] = times.reduce(([least, most], time) => [Math.min(least, time), Math.max(most, time)], [Infinity, -Infinity]);
  const undated = times.length < places.length ? 1 : 0;
  const period = periodFor(first, last, Math.max(1, mostBins - undated));
  const start = binOf(first, period);
  const count = binOf(last, period) - start + 1;
  const dated = Array.from({ length: count }, (_, bin) => ({ name: periodName(start + bin, period), tick: tickName(start + bin, period) }));
  return {
    timed: true,
    undated: undated > 0,
    bins: undated === 0 ? dated : [...dated, { name: 'no date', tick: 'no date' }],
    binOf: (_, place) => {
      const time = index.documents[place]?.time;
      return time === undefined ? count : binOf(time, period) - start;
    },
  };
}

function orderAxis(items: number, mostBins: number): Axis {
  const each = Math.max(1, Math.ceil(items / mostBins));
  const bins = Array.from({ length: Math.ceil(items / each) }, (_, bin) => {
    const [first, last] = [bin * each + 1, Math.min(items, (bin + 1) * each)];
    return { name: first === last ? `number ${first}` : `numbers ${first} to ${last}`, tick: String(first) };
  });
  return { timed: false, undated: false, bins, binOf: (item) => Math.floor(item / each) };
}
