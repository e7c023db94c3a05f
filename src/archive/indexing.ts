import type { Writer } from '../store/store.ts';
import { keyOf, KIND } from './keys.ts';
import { LEVEL_BITS } from './marks.ts';
import { BLOCK_BITS, BLOCK_SIZE, packBlock } from './block.ts';
import { partsOf } from './record.ts';
import { beginMerge, goOnMerging, isMerging, postingsOf } from './merging.ts';
import { HASHES, SegmentWriter, spanFor, type Segment } from './segments.ts';
import type { View } from './view.ts';

/** From so many documents on what is fresh becomes a segment: whoever opens an archive decodes the fingerprints of fewer, in ten milliseconds. */
const FIRST_SEGMENT = 256;

/** Documents of one new segment at most: what is sorted for it fits into whole numbers (`freshPostings`). */
const NUMBER_BITS = 13;
const MOST_AT_ONCE = 2 ** NUMBER_BITS;

/**
 * Postings that one write makes one segment of, some 5 MB, and as much that is taken away, which the write after next has room in. LMDB
 * begins to put pages of a write aside at 500 MB, and the process was ended by it where an archive of a million was merged at once; what a
 * write needs is left as room in the file.
 */
const MOST_IN_A_WRITE: number = 2 ** 21;

/**
 * So many times larger than all that come after it a segment stays: an archive of a million has four, each of which is looked into for every
 * mark, and a posting is written thirteen times (with two, six segments and seven times; with four of a size made one, ten and six).
 */
const LARGER = 4;

/** Puts the documents that are fresh into blocks and segments, once there are enough of them (or `force`). No merge must be under way. */
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
  view.meta = { ...view.meta, freshFrom: to, nextSegment: id + 1, segments: postings === 0 ? segments : [...segments, { ...segment, postings, least: 0, below: HASHES }] };
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

/**
 * Where the last segments begin that are to be one, since none of them is so much larger than all that come after it; undefined where the
 * last is to stay by itself.
 */
export function tailOf(segments: readonly Segment[]): number | undefined {
  const sizes = segments.map(({ from, to }) => to - from);
  let start = sizes.length - 1;
  let after = sizes[start] ?? 0;
  while (start > 0 && (sizes[start - 1] ?? 0) < LARGER * after) after += sizes[--start] ?? 0;
  return start < sizes.length - 1 ? start : undefined;
}

/** Makes one segment of the tail where that is little to write; else `mergeFrom` does it. */
function mergeTail(view: View, writer: Writer): void {
  const start = tailOf(view.meta.segments);
  if (start === undefined || postingsOf(view.meta.segments.slice(start)) > MOST_IN_A_WRITE) return;
  beginMerge(view, start);
  goOnMerging(view, writer);
}

/** An archive that is open to be written to, as it stands now. */
interface Writable {
  readonly view: () => View;
  readonly write: (work: (writing: { readonly view: View; readonly writer: Writer }) => void) => void;
}

/**
 * Makes one segment of those from a place on (if any), in writes that are each not large: of many postings or keys the store makes a process
 * fall. A merge that was broken off is ended first.
 */
export function mergeFrom(archive: Writable, startIn: (segments: readonly Segment[]) => number | undefined): void {
  endMerge(archive);
  if (startIn(archive.view().meta.segments) === undefined) return;
  archive.write(({ view }) => {
    const start = startIn(view.meta.segments);
    if (start !== undefined) beginMerge(view, start);
  });
  endMerge(archive);
}

/** Goes on with a merge that has begun until it is at its end. */
export function endMerge({ view, write }: Writable): void {
  while (isMerging(view())) {
    write((writing) => {
      goOnMerging(writing.view, writing.writer, MOST_IN_A_WRITE);
    });
  }
}
