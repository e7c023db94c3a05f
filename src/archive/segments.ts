import type { Store, Writer } from '../store/store.ts';
import { BucketReader, BucketWriter, Postings } from './bucket.ts';
import { keyOf, KIND } from './keys.ts';
import { MARK_BITS } from './marks.ts';

/**
 * A part of the inverted index: who of the documents numbered `from` to before `to` has which marks, as far as their hashes lie from `least`
 * to before `below`. It is written once and later read into a larger one (as in Lucene, or a log-structured merge tree: O'Neil et al. 1996).
 */
export interface Segment {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  /** A record, its bucket, holds the lists of so many hashes in a row. */
  readonly span: number;
  readonly postings: number;
  readonly least: number;
  readonly below: number;
}

/** Segments that are being made one (`merging.ts`): of the documents numbered `from` to before `to`, for the hashes before `below` so far. */
export interface Merge {
  readonly from: number;
  readonly to: number;
  readonly span: number;
  readonly below: number;
}

/** All hashes are under this. */
export const HASHES: number = 2 ** MARK_BITS;

/** Three quarters of a kilobyte a record: several fill a page of the store, and to look for a mark within one takes a microsecond. */
const POSTINGS_PER_BUCKET = 256;

/** The hashes of a record where so many postings are spread over all. */
export function spanFor(postings: number): number {
  return Math.ceil(HASHES / Math.max(1, Math.ceil(postings / POSTINGS_PER_BUCKET)));
}

/** Writes the records of a segment. */
export class SegmentWriter {
  readonly #segment: Pick<Segment, 'id' | 'from' | 'to' | 'span'>;
  readonly #writer: Writer;
  readonly #lists = new BucketWriter();
  #bucket = 0;
  /** How many there were. */
  postings = 0;

  constructor(writer: Writer, segment: Pick<Segment, 'id' | 'from' | 'to' | 'span'>) {
    [this.#writer, this.#segment] = [writer, segment];
  }

  /** Adds a posting; they come in ascending order of hash, then of number. */
  add(hash: number, number: number, level: number): void {
    const bucket = Math.floor(hash / this.#segment.span);
    if (bucket !== this.#bucket) {
      this.end();
      this.#bucket = bucket;
    }
    this.#lists.add(hash, number - this.#segment.from, level);
    this.postings++;
  }

  /** Writes what is not yet written. */
  end(): void {
    const { id, span, from, to } = this.#segment;
    // Segments are numbered as they come, and their kind is the last: nothing lies after what is written.
    if (!this.#lists.isEmpty) this.#writer.append(keyOf(KIND.postings, id, this.#bucket), this.#lists.take(this.#bucket * span, span, to - from));
  }
}

/** Reads the lists of a segment from the first to the last; others may be written meanwhile. */
export class SegmentScan {
  readonly #store: Store;
  readonly #segment: Segment;
  readonly #reader = new BucketReader();
  readonly #postings = new Postings();
  /** The record that is read next. */
  #bucket: number;
  #bytes: Uint8Array | undefined;
  isAtEnd = false;
  /** Postings of the lists that were read. */
  postings = 0;

  constructor(store: Store, segment: Segment) {
    [this.#store, this.#segment] = [store, segment];
    this.#bucket = Math.floor(segment.least / segment.span);
  }

  /** The hash of the list that it came to. */
  get hash(): number {
    return this.#reader.hash;
  }

  /** Goes to the next list; false where there is none. */
  next(): boolean {
    const { id, span, from, to, least, below } = this.#segment;
    for (;;) {
      while (this.#reader.next()) if (this.hash >= least) return true;
      if (this.#bucket * span >= below) {
        this.isAtEnd = true;
        return false;
      }
      const base = this.#bucket * span;
      this.#bytes = this.#store.get(keyOf(KIND.postings, id, this.#bucket++));
      if (this.#bytes !== undefined) this.#reader.open({ bytes: this.#bytes, base, documents: to - from }, span);
    }
  }

  /** The postings of the list, ascending by number. */
  each(visit: (number: number, level: number) => void): void {
    const { from, to } = this.#segment;
    if (this.#bytes === undefined) return;
    this.#postings.read(this.#bytes, this.#reader.at, this.#reader.count, to - from);
    const { numbers, levels, count } = this.#postings;
    this.postings += count;
    for (let at = 0; at < count; at++) visit(from + (numbers[at] ?? 0), levels[at] ?? 0);
  }
}

/** Where a list of postings lies in a record. */
export interface PostingList {
  readonly bytes: Uint8Array;
  /** In bits. */
  readonly at: number;
  readonly count: number;
}

/** Finds lists in a segment, of hashes that it is for, in ascending order, while nothing else is read. */
export class SegmentReader {
  readonly #store: Store;
  readonly #segment: Segment;
  readonly #reader = new BucketReader();
  #bucket = -1;
  #bytes: Uint8Array | undefined;

  constructor(store: Store, segment: Segment) {
    this.#store = store;
    this.#segment = segment;
  }

  /** The list of a mark that is not before the one asked for last, good until anything else is read; undefined where there is none. */
  listOf(hash: number): PostingList | undefined {
    const { id, span, from, to } = this.#segment;
    const bucket = Math.floor(hash / span);
    if (bucket !== this.#bucket) {
      this.#bytes = this.#store.glimpse(keyOf(KIND.postings, id, bucket));
      this.#bucket = bucket;
      if (this.#bytes !== undefined) this.#reader.open({ bytes: this.#bytes, base: bucket * span, documents: to - from }, span);
    }
    if (this.#bytes === undefined || !this.#reader.seek(hash)) return undefined;
    return { bytes: this.#bytes, at: this.#reader.at, count: this.#reader.count };
  }
}
