import type { Store, Writer } from '../store/store.ts';
import { keyAfter, keyOf, KIND } from './keys.ts';
import { ByteReader, ByteWriter } from './varint.ts';

/**
 * A part of the inverted index: who of the documents numbered `from` to before `to` has which marks. It is written once
 * and later read into a larger one (as in Lucene, or a log-structured merge tree: O'Neil et al. 1996).
 */
export interface Segment {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  /** The high bits of a mark's hash that name its bucket; a record holds one bucket. */
  readonly bits: number;
  readonly postings: number;
}

/** That a document has a mark, and with which level (`levelOf`). */
export interface Posting {
  readonly hash: number;
  readonly number: number;
  readonly level: number;
}

/** Half a kilobyte a record: several fill a page of the store, and to look for a mark within one takes a microsecond. */
const POSTINGS_PER_BUCKET = 112;

/** How many bits name a bucket where so many postings are spread over them. */
export function bitsFor(postings: number): number {
  return Math.min(26, Math.max(1, Math.ceil(Math.log2(Math.max(2, postings / POSTINGS_PER_BUCKET)))));
}

/** Writes the records of a segment from postings in ascending order of hash, then of number. Returns how many there were. */
export function writeSegment(writer: Writer, { id, from, bits }: Omit<Segment, 'postings'>, postings: Iterable<Posting>): number {
  const shift = 32 - bits;
  const [blob, numbers, levels] = [new ByteWriter(), new ByteWriter(), new ByteWriter()];
  let [bucket, hash, before, count, last, total] = [0, -1, 0, 0, 0, 0];
  const endList = (): void => {
    if (count === 0) return;
    blob.varint(hash - before);
    before = hash;
    blob.varint(count);
    if (count > 1) blob.varint(numbers.length);
    blob.all(numbers.view());
    blob.all(levels.view());
    [numbers.length, levels.length, count, last] = [0, 0, 0, 0];
  };
  const endBucket = (): void => {
    endList();
    if (blob.length > 0) writer.put(keyOf(KIND.postings, id, bucket), blob.take());
  };
  for (const posting of postings) {
    if (posting.hash !== hash) {
      const next = posting.hash >>> shift;
      if (next === bucket) endList();
      else {
        endBucket();
        bucket = next;
        before = bucket * 2 ** shift;
      }
      hash = posting.hash;
    }
    numbers.varint(posting.number - from - last);
    last = posting.number - from;
    levels.byte(posting.level);
    count++;
    total++;
  }
  endBucket();
  return total;
}

/** Takes the records of a segment away. */
export function removeSegment(store: Store, writer: Writer, { id }: Segment): void {
  for (const key of Array.from(store.keys(keyOf(KIND.postings, id), keyAfter(KIND.postings, id)))) writer.remove(key);
}

/** The postings of a segment, ascending; each is good until the next is asked for. */
export function* postingsOf(store: Store, { id, from, bits }: Segment): Generator<Posting> {
  const shift = 32 - bits;
  const posting = { hash: 0, number: 0, level: 0 };
  for (let bucket = 0; bucket < 2 ** bits; bucket++) {
    const bytes = store.get(keyOf(KIND.postings, id, bucket));
    if (bytes === undefined) continue;
    const reader = new ByteReader(bytes);
    posting.hash = bucket * 2 ** shift;
    while (!reader.isAtEnd) {
      posting.hash += reader.varint();
      const count = reader.varint();
      const length = count > 1 ? reader.varint() : 0;
      const levelsAt = reader.at + length;
      posting.number = from;
      for (let at = 0; at < count; at++) {
        posting.number += reader.varint();
        posting.level = (count > 1 ? bytes[levelsAt + at] : bytes[reader.at]) ?? 0;
        yield posting;
      }
      reader.at = count > 1 ? levelsAt + count : reader.at + 1;
    }
  }
}

/** The postings of several segments that follow each other, as one ascending row; those of documents that are gone left out. */
export function* mergedPostings(sources: readonly Iterator<Posting>[], isThere: (number: number) => boolean): Generator<Posting> {
  const heads = sources.map((source) => ({ source, posting: nextOf(source) }));
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) {
      if (head.posting !== undefined && (first?.posting === undefined || head.posting.hash < first.posting.hash)) first = head;
    }
    if (first?.posting === undefined) return;
    if (isThere(first.posting.number)) yield first.posting;
    first.posting = nextOf(first.source);
  }
}

function nextOf(source: Iterator<Posting>): Posting | undefined {
  const { done, value } = source.next();
  return done === true ? undefined : value;
}

/** Where a list of postings lies in a record. */
export interface PostingList {
  readonly bytes: Uint8Array;
  /** Where its numbers begin, and where its levels do. */
  readonly numbersAt: number;
  readonly levelsAt: number;
  readonly count: number;
  readonly from: number;
}

/** Finds lists in a segment; quickest where hashes come in ascending order. */
export class SegmentReader {
  readonly #store: Store;
  readonly #segment: Segment;
  #bucket = -1;
  #bytes: Uint8Array | undefined;

  constructor(store: Store, segment: Segment) {
    this.#store = store;
    this.#segment = segment;
  }

  listOf(hash: number): PostingList | undefined {
    const { id, bits, from } = this.#segment;
    const shift = 32 - bits;
    const bucket = hash >>> shift;
    if (bucket !== this.#bucket) {
      this.#bytes = this.#store.get(keyOf(KIND.postings, id, bucket));
      this.#bucket = bucket;
    }
    const bytes = this.#bytes;
    if (bytes === undefined) return undefined;
    const reader = new ByteReader(bytes);
    for (let known = bucket * 2 ** shift; !reader.isAtEnd; ) {
      known += reader.varint();
      if (known > hash) return undefined;
      const count = reader.varint();
      const length = count > 1 ? reader.varint() : lengthOfOne(bytes, reader.at);
      if (known === hash) return { bytes, numbersAt: reader.at, levelsAt: reader.at + length, count, from };
      reader.at += length + count;
    }
    return undefined;
  }
}

function lengthOfOne(bytes: Uint8Array, start: number): number {
  let at = start;
  while ((bytes[at] ?? 0) >= 0x80) at++;
  return at + 1 - start;
}
