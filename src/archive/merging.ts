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
export function goOnMerging(view: View, writer: Writer, most: number = Number.POSITIVE_INFINITY): number {
  const { segments, merges, nextSegment } = view.meta;
  const merge = merges.at(-1);
  if (merge === undefined) return 0;
  const { from, to, span, below: least } = merge;
  const sources = segments.filter((segment) => segment.from >= from && segment.to <= to && segment.below > least).map((segment) => ({ segment, scan: new SegmentScan(view.store, segment) }));
  // Where nothing was written since the step before, it goes on with that one's segment.
  const before = segments.find((segment) => segment.from === from && segment.below === least && segment.id === nextSegment - 1);
  const made = before ?? { id: nextSegment, from, to, span, postings: 0, least, below: least };
  const index = new SegmentWriter(writer, made);
  const below = mergeLists(view, sources.map(({ scan }) => scan), index, span, most);
  const postings = made.postings + index.postings;
  const left: Segment[] = [];
  for (const { segment, scan } of sources) {
    removeRecords(writer, segment, below);
    if (segment.below > below) left.push({ ...segment, least: below, postings: segment.postings - scan.postings });
  }
  const others = segments.filter((segment) => segment !== before && sources.every((source) => source.segment !== segment));
  view.meta = {
    ...view.meta,
    segments: [...others, ...left, ...(postings === 0 ? [] : [{ ...made, postings, below }])].sort((x, y) => x.from - y.from || x.least - y.least),
    nextSegment: Math.max(nextSegment, made.id + 1),
    merges: [...merges.slice(0, -1), ...(below === HASHES ? [] : [{ ...merge, below }])],
  };
  return sources.reduce((sum, { scan }) => sum + scan.postings, 0);
}

/** Puts together some segments' lists from the first on, until so many postings are read; returns the hash before which all are. */
function mergeLists(view: View, sources: readonly SegmentScan[], index: SegmentWriter, span: number, most: number): number {
  let scans = sources.filter((scan) => scan.next());
  let read = 0;
  let end = HASHES;
  while (scans.length > 0) {
    let hash = Number.POSITIVE_INFINITY;
    for (const scan of scans) hash = Math.min(hash, scan.hash);
    if (hash >= end) break;
    const add = (number: number, level: number): void => {
      read++;
      if (view.isThere(number)) index.add(hash, number, level);
    };
    // One after the other, as the segments follow each other.
    for (const scan of scans) if (scan.hash === hash) scan.each(add);
    for (const scan of scans) if (scan.hash === hash) scan.next();
    if (scans.some(({ isAtEnd }) => isAtEnd)) scans = scans.filter(({ isAtEnd }) => !isAtEnd);
    if (read >= most) end = Math.min(HASHES, (Math.floor(hash / span) + 1) * span);
  }
  index.end();
  return end;
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
