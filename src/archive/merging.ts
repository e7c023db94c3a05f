import type { Writer } from '../store/store.ts';
import { keyOf, KIND } from './keys.ts';
import { HASHES, SegmentScan, SegmentWriter, spanFor, type Segment } from './segments.ts';
import type { View } from './view.ts';

/*
 * Segments that follow each other become one, hash after hash, in one write or in several. Between two writes the new one, the last of all,
 * is read for the hashes below some place, and those it is made of for the others: what they had before it is gone with each write, so that
 * the next has room where it was. Whatever ends the process leaves a state like any other, from which the next merge goes on.
 */

/** Begins to make one segment of those from a place on, of which there are some. */
export function beginMerge(view: View, start: number): void {
  const { segments, nextSegment: id } = view.meta;
  const sources = segments.slice(start);
  const [first, last] = [sources[0], sources.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError(`no segment from ${start} on`);
  const made = { id, from: first.from, to: last.to, span: spanFor(postingsOf(sources)), postings: 0, least: 0, below: 0 };
  view.meta = { ...view.meta, nextSegment: id + 1, segments: [...segments, made] };
}

/** Whether a merge has begun that is not at its end. */
export function isMerging({ meta: { segments } }: View): boolean {
  return unfinishedOf(segments) !== undefined;
}

/** Goes on with a merge by `most` postings and what shares a record with them, without those of documents that are gone. */
export function goOnMerging(view: View, writer: Writer, most: number = Number.POSITIVE_INFINITY): void {
  const { segments } = view.meta;
  const made = unfinishedOf(segments);
  if (made === undefined) return;
  const before = segments.filter(({ from }) => from < made.from);
  const sources = segments.slice(before.length, -1);
  const index = new SegmentWriter(writer, made);
  const below = mergeLists(view, sources, index, made.span, most);
  const postings = made.postings + index.postings;
  for (const source of sources) removeRecords(writer, source, below);
  const isAtEnd = below === HASHES;
  const left = isAtEnd ? [] : sources.map((source) => ({ ...source, least: below }));
  view.meta = { ...view.meta, segments: [...before, ...left, ...(isAtEnd && postings === 0 ? [] : [{ ...made, postings, below }])] };
}

/** The segment that is being made; it is the last. */
function unfinishedOf(segments: readonly Segment[]): Segment | undefined {
  const last = segments.at(-1);
  return last !== undefined && last.below < HASHES ? last : undefined;
}

/** Puts together the lists of some segments, from the first hash that they are read for; returns the hash before which all are. */
function mergeLists(view: View, sources: readonly Segment[], index: SegmentWriter, span: number, most: number): number {
  let scans = sources.map((source) => new SegmentScan(view.store, source)).filter((scan) => scan.next());
  let end = HASHES;
  while (scans.length > 0) {
    let hash = Number.POSITIVE_INFINITY;
    for (const scan of scans) hash = Math.min(hash, scan.hash);
    if (hash >= end) break;
    const add = (number: number, level: number): void => {
      if (view.isThere(number)) index.add(hash, number, level);
    };
    // One after the other, as the segments follow each other.
    for (const scan of scans) if (scan.hash === hash) scan.each(add);
    for (const scan of scans) if (scan.hash === hash) scan.next();
    if (scans.some(({ isAtEnd }) => isAtEnd)) scans = scans.filter(({ isAtEnd }) => !isAtEnd);
    if (index.postings >= most) end = Math.min(HASHES, (Math.floor(hash / span) + 1) * span);
  }
  index.end();
  return end;
}

/** Takes away the records of a segment that have lists only for hashes before one. */
function removeRecords(writer: Writer, { id, span, least }: Segment, below: number): void {
  const end = below === HASHES ? Math.ceil(HASHES / span) : Math.floor(below / span);
  for (let bucket = Math.floor(least / span); bucket < end; bucket++) writer.remove(keyOf(KIND.postings, id, bucket));
}

/** Postings of some segments together. */
export function postingsOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { postings }) => sum + postings, 0);
}
