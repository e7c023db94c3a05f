import type { Writer } from '../store/store.ts';
import { keyOf, KIND } from './keys.ts';
import { LEVEL_BITS } from './marks.ts';
import { BLOCK_BITS, BLOCK_SIZE, packBlock } from './block.ts';
import { partsOf } from './record.ts';
import { beginMerge, goOnMerging } from './merging.ts';
import { HASHES, SegmentWriter, spanFor, type Segment } from './segments.ts';
import type { View } from './view.ts';
import { BATCH } from './writing.ts';

/** From so many documents on what is fresh becomes a segment: whoever opens an archive decodes the fingerprints of fewer, in ten milliseconds. */
const FIRST_SEGMENT = 256;

/** Documents of one new segment at most: what is sorted for it fits into whole numbers (`freshPostings`). */
const NUMBER_BITS = 13;
const MOST_AT_ONCE = 2 ** NUMBER_BITS;

/**
 * Postings that are read for each document that comes, to make segments one: twice what one comes to in all the merges that it passes through,
 * so that merges come to an end sooner than what is written meanwhile has to be merged with what they make.
 */
const MERGED_A_DOCUMENT: number = 2 ** 13;

/**
 * As many for what a write takes in at most are what one write reads to make one segment of all: what is written of them is some 5 MB, and as
 * much is taken away, which the write after next has room in. LMDB begins to put pages of a write aside at 500 MB, and the process was ended by
 * it where an archive of a million was merged at once.
 */
const MOST_IN_A_WRITE = BATCH * MERGED_A_DOCUMENT;

/**
 * So many times larger than all that come after it a segment stays: an archive of a million has four, each of which is looked into for every
 * mark, and a posting is written thirteen times (with two, six segments and seven times; with four of a size made one, ten and six).
 */
const LARGER = 4;

/**
 * After so many documents have come: puts what is fresh into blocks and a segment once that are enough, and goes on with what is being made one,
 * as far as it falls to these documents. So no write waits for a large merge.
 */
export function indexFresh(view: View, writer: Writer, documents: number, mergedEach: number = MERGED_A_DOCUMENT): void {
  flush(view, writer, FIRST_SEGMENT);
  mergeStep(view, writer, documents * mergedEach);
}

/** Puts what is fresh into blocks and segments where that are so many documents at least. */
export function flush(view: View, writer: Writer, least: number): void {
  for (;;) {
    const { freshFrom, next } = view.meta;
    const whole = Math.min(next - (next % BLOCK_SIZE), freshFrom + MOST_AT_ONCE);
    if (whole - freshFrom < least) return;
    flushTo(view, writer, whole);
  }
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
    index.add(hash, from + (rest >>> LEVEL_BITS), rest & (2 ** LEVEL_BITS - 1));
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

/** Makes segments one, those of the fewest documents first, until that is done or so many postings are read. */
function mergeStep(view: View, writer: Writer, most: number): void {
  for (let left = most; left > 0; ) {
    const { segments, merges } = view.meta;
    const settled = merges.at(-1)?.to ?? 0;
    const start = tailOf(segments.filter(({ from }) => from >= settled));
    if (start !== undefined) beginMerge(view, start);
    else if (merges.length === 0) return;
    left -= Math.max(1, goOnMerging(view, writer, left));
  }
}

/**
 * The first document of the last segments that are to be one, since none of them is so much larger than all that come after it; undefined
 * where the last is to stay by itself. Segments of the same documents count as one.
 */
function tailOf(segments: readonly Segment[]): number | undefined {
  const levels = [...new Map(segments.map(({ from, to }) => [from, to - from]))];
  let start = levels.length - 1;
  let [first, after] = levels[start] ?? [0, 0];
  for (; start > 0; start--) {
    const [from, size] = levels[start - 1] ?? [0, 0];
    if (size >= LARGER * after) break;
    after += size;
    first = from;
  }
  return start < levels.length - 1 ? first : undefined;
}

/** An archive that is open to be written to, as it stands now. */
interface Writable {
  readonly view: () => View;
  readonly write: (work: (writing: { readonly view: View; readonly writer: Writer }) => void) => void;
}

/**
 * Makes one segment of all, without what is gone, in writes that are each not large: of many postings or keys the store makes a process fall.
 * Merges that have begun end in it.
 */
export function mergeAll({ view, write }: Writable): void {
  write((writing) => {
    flush(writing.view, writing.writer, 1);
    const [first] = writing.view.meta.segments;
    if (first !== undefined) beginMerge(writing.view, first.from);
  });
  while (view().meta.merges.length > 0) {
    write((writing) => {
      goOnMerging(writing.view, writing.writer, MOST_IN_A_WRITE);
    });
  }
}
