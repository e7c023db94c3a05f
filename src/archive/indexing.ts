import { postedOf } from '../block/posted.ts';
import type { Writer } from '../store/store.ts';
import { keyOf, KIND } from './keys.ts';
import { levelOf, marksOf } from './marks.ts';
import { BLOCK_BITS, BLOCK_SIZE, packBlock } from './record.ts';
import { bitsFor, mergedPostings, postingsOf, removeSegment, writeSegment, type Posting, type Segment } from './segments.ts';
import type { View } from './view.ts';

/** From so many documents on what is fresh becomes a segment: to look through fewer takes a millisecond. */
const FIRST_SEGMENT = 256;

/** Documents of one new segment at most; see `postingOrder`. */
const MOST_AT_ONCE = 8192;

/** Segments of one size that become one of the next: an archive of a million has about ten, and a posting is written six times. */
const MERGE = 4;

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
  const bits = bitsFor(postings);
  if (postings > 0) writeSegment(writer, { id, from, to, bits }, decoded(codes, from));
  for (let number = from; number < to; number++) view.freshMarks.delete(number);
  view.meta = { ...view.meta, freshFrom: to, nextSegment: id + 1, segments: postings === 0 ? segments : [...segments, { id, from, to, bits, postings }] };
}

function moveToBlock({ store }: View, writer: Writer, block: number): void {
  const keys = Array.from({ length: BLOCK_SIZE }, (_, at) => keyOf(KIND.fresh, block * BLOCK_SIZE + at));
  const records = keys.map((key) => store.get(key));
  if (records.every((record) => record === undefined)) return;
  writer.put(keyOf(KIND.block, block), packBlock(records));
  for (const [at, key] of keys.entries()) if (records[at] !== undefined) writer.remove(key);
}

/** Postings as numbers that sort in their order: 32 bits of hash, 13 of the document within its segment, 8 of level make 53. */
function freshPostings({ freshMarks }: View, from: number, to: number): Float64Array {
  let count = 0;
  for (const [number, { hashes }] of freshMarks) if (number < to) count += hashes.length;
  const codes = new Float64Array(count);
  let at = 0;
  for (const [number, { hashes, shares }] of freshMarks) {
    if (number >= to) continue;
    for (let mark = 0; mark < hashes.length; mark++) codes[at++] = (hashes[mark] ?? 0) * 2 ** 21 + (number - from) * 2 ** 8 + levelOf(shares[mark] ?? 0);
  }
  return codes.sort();
}

function* decoded(codes: Float64Array, from: number): Generator<Posting> {
  const posting = { hash: 0, number: 0, level: 0 };
  for (const code of codes) {
    posting.hash = Math.floor(code / 2 ** 21);
    const rest = code - posting.hash * 2 ** 21;
    posting.number = from + Math.floor(rest / 2 ** 8);
    posting.level = rest % 2 ** 8;
    yield posting;
  }
}

/** Makes one of the last segments wherever so many are of one size. */
function mergeTail(view: View, writer: Writer): void {
  for (;;) {
    const { segments } = view.meta;
    const tiers = segments.map(tierOf);
    const last = tiers.at(-1) ?? 0;
    const start = 1 + tiers.findLastIndex((tier) => tier > last);
    if (segments.length - start < MERGE) return;
    mergeFrom(view, writer, start);
  }
}

function tierOf({ from, to }: Segment): number {
  return Math.floor(Math.log2((to - from) / FIRST_SEGMENT) / Math.log2(MERGE));
}

/** Makes one segment of those from a place on, without the postings of documents that are gone. */
export function mergeFrom(view: View, writer: Writer, start: number): void {
  const { segments, nextSegment: id } = view.meta;
  const sources = segments.slice(start);
  const [first, last] = [sources[0], sources.at(-1)];
  if (first === undefined || last === undefined) return;
  const bits = bitsFor(sources.reduce((sum, { postings }) => sum + postings, 0));
  const range = { id, from: first.from, to: last.to, bits };
  const merged = mergedPostings(sources.map((source) => postingsOf(view.store, source)), (number) => view.isThere(number));
  const postings = writeSegment(writer, range, merged);
  for (const source of sources) removeSegment(view.store, writer, source);
  view.meta = { ...view.meta, nextSegment: id + 1, segments: [...segments.slice(0, start), ...(postings === 0 ? [] : [{ ...range, postings }])] };
}

/** Lets a document be found. */
export function post(view: View, number: number, print: Parameters<typeof postedOf>[0]): void {
  view.freshMarks.set(number, marksOf(postedOf(print)));
}
