import type { Writer } from '../store/store.ts';
import { numbersIn, keyAfter, keyOf, KIND } from './keys.ts';
import { SegmentScan, SegmentWriter, spanFor, type Segment } from './segments.ts';
import type { View } from './view.ts';

/** One segment made of the last ones, without the postings of documents that are gone: in one write or in several, of which the last puts it in their place. */
export class SegmentMerge {
  readonly #start: number;
  readonly #range: Omit<Segment, 'postings'>;
  readonly #index: SegmentWriter;
  #scans: SegmentScan[];

  /** Begins with the segments from a place on, of which there are some. */
  constructor(view: View, start: number) {
    const { segments, nextSegment: id } = view.meta;
    const sources = segments.slice(start);
    const [first, last] = [sources[0], sources.at(-1)];
    if (first === undefined || last === undefined) throw new RangeError(`no segment from ${start} on`);
    this.#start = start;
    this.#range = { id, from: first.from, to: last.to, span: spanFor(postingsOf(sources)) };
    this.#index = new SegmentWriter(this.#range);
    this.#scans = sources.map((source) => new SegmentScan(view.store, source)).filter((scan) => scan.next());
    view.meta = { ...view.meta, nextSegment: id + 1 };
  }

  /** Writes lists until so many postings are written; returns whether there are more. */
  write(view: View, writer: Writer, most = Number.POSITIVE_INFINITY): boolean {
    const end = this.#index.postings + most;
    while (this.#scans.length > 0 && this.#index.postings < end) this.#writeList(view, writer);
    if (this.#scans.length > 0) return true;
    this.#index.end(writer);
    return false;
  }

  /** Puts the segment in the place of those it was made of, whose records are left (`removeLeftovers`). */
  finish(view: View): void {
    const made = this.#index.postings === 0 ? [] : [{ ...this.#range, postings: this.#index.postings }];
    view.meta = { ...view.meta, segments: [...view.meta.segments.slice(0, this.#start), ...made] };
  }

  /** The lists of the lowest hash, one after the other, as the segments follow each other. */
  #writeList(view: View, writer: Writer): void {
    let hash = Number.POSITIVE_INFINITY;
    for (const scan of this.#scans) hash = Math.min(hash, scan.hash);
    const add = (number: number, level: number): void => {
      if (view.isThere(number)) this.#index.add(writer, hash, number, level);
    };
    let isAtEnd = false;
    for (const scan of this.#scans) {
      if (scan.hash !== hash) continue;
      scan.each(add);
      if (!scan.next()) isAtEnd = true;
    }
    if (isAtEnd) this.#scans = this.#scans.filter((scan) => !scan.isAtEnd);
  }
}

/** Postings of some segments together. */
export function postingsOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { postings }) => sum + postings, 0);
}

/** Records that are taken away at once: 80 MB, as many as are written at once. */
const MOST_REMOVED: number = 2 ** 17;

/** Takes away records of segments that are none any more, or that were never finished; returns whether there may be more of them. */
export function removeLeftovers({ store, meta: { segments } }: View, writer: Writer): boolean {
  const ids = new Set(segments.map(({ id }) => id));
  const keys: Uint8Array[] = [];
  for (let id = firstId(store.keys(keyOf(KIND.postings), keyAfter(KIND.postings))); id !== undefined; id = firstId(store.keys(keyAfter(KIND.postings, id), keyAfter(KIND.postings)))) {
    if (ids.has(id)) continue;
    for (const key of store.keys(keyOf(KIND.postings, id), keyAfter(KIND.postings, id))) {
      keys.push(key);
      if (keys.length === MOST_REMOVED) break;
    }
    if (keys.length === MOST_REMOVED) break;
  }
  for (const key of keys) writer.remove(key);
  return keys.length === MOST_REMOVED;
}

/** The segment of the first key. */
function firstId(keys: Iterable<Uint8Array>): number | undefined {
  for (const key of keys) return numbersIn(key)[0] ?? 0;
  return undefined;
}
