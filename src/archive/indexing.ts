import type { Writer } from '../store/store.ts';
import { keyOf, KIND } from './keys.ts';
import { LEVEL_BITS } from './marks.ts';
import { BLOCK_BITS, BLOCK_SIZE, packBlock } from './block.ts';
import { partsOf } from './record.ts';
import { removeSegment, SegmentScan, SegmentWriter, spanFor, type Segment } from './segments.ts';
import type { View } from './view.ts';

/** From so many documents on what is fresh becomes a segment: whoever opens an archive decodes the fingerprints of fewer, in ten milliseconds. */
const FIRST_SEGMENT = 256;

/** Documents of one new segment at most: what is sorted for it fits into whole numbers (`freshPostings`). */
const NUMBER_BITS = 13;
const MOST_AT_ONCE = 2 ** NUMBER_BITS;

/**
 * So many times larger than all that come after it a segment stays: an archive of a million has four, each of which is looked into for every
 * mark, and a posting is written thirteen times (with two, six segments and seven times; with four of a size made one, ten and six).
 */
const LARGER = 4;

/** Puts the documents that are fresh into blocks and segments, once there are enough of them (or `force`). */
export function flush(view: View, writer: Writer, force = false): void {
  for (;;) {
    const { freshFrom, next } = view.meta;
    const whole = Math.min(next - (next % BLOCK_SIZE), freshFrom + MOST_AT_ONCE);
    if (whole - freshFrom < (force ? 1 : FIRST_SEGMENT)) break;
    flushTo(view, writer, whole);
  }
  mergeTail(view, writer);
}

function flushTo(view: View, writer: Writer, to: number): void {
  const { freshFrom: from, nextSegment: id, segments } = view.meta;
  for (let block = from >>> BLOCK_BITS; block < to >>> BLOCK_BITS; block++) moveToBlock(view, writer, block);
  const codes = freshPostings(view, from, to);
  const postings = codes.length;
  const segment = { id, from, to, span: spanFor(postings) };
  const index = new SegmentWriter(writer, segment);
  for (const code of codes) {
    const hash = Math.floor(code / 2 ** (NUMBER_BITS + LEVEL_BITS));
    const rest = code - hash * 2 ** (NUMBER_BITS + LEVEL_BITS);
    index.add(hash, from + (rest >>> LEVEL_BITS), rest % 2 ** LEVEL_BITS);
  }
  index.end();
  view.freshMarks.removeBefore(to);
  view.meta = { ...view.meta, freshFrom: to, nextSegment: id + 1, segments: postings === 0 ? segments : [...segments, { ...segment, postings }] };
}

function moveToBlock({ store }: View, writer: Writer, block: number): void {
  const keys = Array.from({ length: BLOCK_SIZE }, (_, at) => keyOf(KIND.fresh, block * BLOCK_SIZE + at));
  const records = keys.map((key) => store.get(key));
  if (records.every((record) => record === undefined)) return;
  writer.put(keyOf(KIND.block, block), packBlock(records.map((record) => (record === undefined ? undefined : partsOf(record)))));
  for (const [at, key] of keys.entries()) if (records[at] !== undefined) writer.remove(key);
}

/** Postings as numbers that sort in their order: 28 bits of hash, 13 of the document within its segment, 4 of level make 45. */
function freshPostings({ freshMarks }: View, from: number, to: number): Float64Array {
  let count = 0;
  for (const [number, { hashes }] of freshMarks) if (number < to) count += hashes.length;
  const codes = new Float64Array(count);
  let at = 0;
  for (const [number, { hashes, levels }] of freshMarks) {
    if (number >= to) continue;
    for (let mark = 0; mark < hashes.length; mark++) codes[at++] = ((hashes[mark] ?? 0) * 2 ** NUMBER_BITS + (number - from)) * 2 ** LEVEL_BITS + (levels[mark] ?? 0);
  }
  return codes.sort();
}

/** Makes one segment of the last ones, as far as none before them is so much larger. */
function mergeTail(view: View, writer: Writer): void {
  const sizes = view.meta.segments.map(({ from, to }) => to - from);
  let start = sizes.length - 1;
  let after = sizes[start] ?? 0;
  while (start > 0 && (sizes[start - 1] ?? 0) < LARGER * after) after += sizes[--start] ?? 0;
  if (start < sizes.length - 1) mergeFrom(view, writer, start);
}

/** Makes one segment of those from a place on, without the postings of documents that are gone. */
export function mergeFrom(view: View, writer: Writer, start: number): void {
  const { segments, nextSegment: id } = view.meta;
  const sources = segments.slice(start);
  const [first, last] = [sources[0], sources.at(-1)];
  if (first === undefined || last === undefined) return;
  const range = { id, from: first.from, to: last.to, span: spanFor(sources.reduce((sum, { postings }) => sum + postings, 0)) };
  const index = new SegmentWriter(writer, range);
  mergeInto(index, view, sources);
  for (const source of sources) removeSegment(view.store, writer, source);
  view.meta = { ...view.meta, nextSegment: id + 1, segments: [...segments.slice(0, start), ...(index.postings === 0 ? [] : [{ ...range, postings: index.postings }])] };
}

/** The lists of segments that follow each other, list by list: those of a hash one after the other; what is gone is left out. */
function mergeInto(index: SegmentWriter, view: View, sources: readonly Segment[]): void {
  let scans = sources.map((source) => new SegmentScan(view.store, source)).filter((scan) => scan.next());
  while (scans.length > 0) {
    let hash = Number.POSITIVE_INFINITY;
    for (const scan of scans) hash = Math.min(hash, scan.hash);
    const add = (number: number, level: number): void => {
      if (view.isThere(number)) index.add(hash, number, level);
    };
    let isAtEnd = false;
    for (const scan of scans) {
      if (scan.hash !== hash) continue;
      scan.each(add);
      if (!scan.next()) isAtEnd = true;
    }
    if (isAtEnd) scans = scans.filter((scan) => !scan.isAtEnd);
  }
  index.end();
}
