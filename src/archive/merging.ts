import type { Writer } from '../store/store.ts';
import { keyOf, KIND } from './keys.ts';
import { HASHES, SegmentScan, SegmentWriter, spanFor, type Segment } from './segments.ts';
import type { View } from './view.ts';

/*
 * Segments that follow each other become one, hash after hash, a step with each of many writes. What a step makes is a segment of the same
 * documents as all that the merge makes, for the hashes of that step alone: so it can be appended, whatever was written since the step before.
 * What it was made of is gone with the same write, so that the next has room where it was. Whatever ends the process leaves a state like any
 * other, from which the next step goes on.
 */

/** Begins to make one segment of those whose documents are numbered from one on, of which there are some; merges of some of them end there. */
export function beginMerge(view: View, from: number): void {
  const { segments, merges } = view.meta;
  const sources = segments.filter((segment) => segment.from >= from);
  if (sources.length === 0) throw new RangeError(`no segment from document ${from} on`);
  const merge = { from, to: Math.max(...sources.map(({ to }) => to)), span: spanFor(postingsOf(sources)), below: 0 };
  view.meta = { ...view.meta, merges: [...merges.filter((other) => other.from < from), merge] };
}

/**
 * Goes on with the last merge that has begun by about `most` postings, without those of documents that are gone; returns how many it has
 * read, 0 where none has begun.
 */
export function goOnMerging(view: View, writer: Writer, most: number): number {
  const { segments, merges, nextSegment } = view.meta;
  const merge = merges.at(-1);
  if (merge === undefined) return 0;
  const { from, to, span, below: least } = merge;
  const sources = segments.filter((segment) => segment.from >= from && segment.to <= to && segment.below > least);
  // Where nothing was written since the step before, it goes on with that one's segment.
  const before = segments.find((segment) => segment.from === from && segment.below === least && segment.id === nextSegment - 1);
  const made = before ?? { id: nextSegment, from, to, span, postings: 0, least, below: least };
  const index = new SegmentWriter(writer, made);
  const { below, read } = mergeLists(view, sources, index, span, most);
  const postings = made.postings + index.postings;
  for (const source of sources) removeRecords(writer, source, below);
  const left = sources.flatMap((source) => (source.below <= below ? [] : [{ ...source, least: Math.max(source.least, below), postings: source.postings - (read.get(source) ?? 0) }]));
  const others = segments.filter((segment) => segment !== before && !sources.includes(segment));
  view.meta = {
    ...view.meta,
    segments: [...others, ...left, ...(postings === 0 ? [] : [{ ...made, postings, below }])].sort((x, y) => x.from - y.from || x.least - y.least),
    nextSegment: Math.max(nextSegment, made.id + 1),
    merges: [...merges.slice(0, -1), ...(below === HASHES ? [] : [{ ...merge, below }])],
  };
  return [...read.values()].reduce((sum, count) => sum + count, 0);
}

/** The hash before which all lists are put together, and how many postings were read of each segment. */
interface Merged {
  readonly below: number;
  readonly read: ReadonlyMap<Segment, number>;
}

/** Puts together the lists of some segments from the first on, until so many postings are read. */
function mergeLists(view: View, sources: readonly Segment[], index: SegmentWriter, span: number, most: number): Merged {
  const begun = new Map<Segment, SegmentScan>();
  const scanOf = (segment: Segment): SegmentScan => {
    const scan = begun.get(segment) ?? new SegmentScan(view.store, segment);
    if (!begun.has(segment)) scan.next();
    begun.set(segment, scan);
    return scan;
  };
  let [below, read] = [HASHES, 0];
  // From one bound to the next the same segments are read: of a hundred that a large merge has made in steps one at a time.
  for (const bound of new Set(sources.flatMap((segment) => [segment.least, segment.below]).sort((x, y) => x - y))) {
    let scans = sources.filter((segment) => segment.least < bound && segment.below >= bound).map(scanOf);
    for (;;) {
      if (scans.some(({ isAtEnd }) => isAtEnd)) scans = scans.filter(({ isAtEnd }) => !isAtEnd);
      let hash = Math.min(bound, below);
      for (const scan of scans) hash = Math.min(hash, scan.hash);
      if (hash === Math.min(bound, below)) break;
      const add = (number: number, level: number): void => {
        read++;
        if (view.isThere(number)) index.add(hash, number, level);
      };
      // One after the other, as the segments follow each other.
      for (const scan of scans) if (scan.hash === hash) scan.each(add);
      for (const scan of scans) if (scan.hash === hash) scan.next();
      if (read >= most) below = Math.min(HASHES, (Math.floor(hash / span) + 1) * span);
    }
    if (bound >= below) break;
  }
  index.end();
  return { below, read: new Map([...begun].map(([segment, { postings }]) => [segment, postings])) };
}

/** Takes away the records of a segment that have lists only for hashes before one. */
function removeRecords(writer: Writer, segment: Segment, below: number): void {
  const { id, span } = segment;
  const end = segment.below <= below ? Math.ceil(segment.below / span) : Math.floor(below / span);
  for (let bucket = Math.floor(segment.least / span); bucket < end; bucket++) writer.remove(keyOf(KIND.postings, id, bucket));
}

/** Postings of some segments together. */
function postingsOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { postings }) => sum + postings, 0);
}
