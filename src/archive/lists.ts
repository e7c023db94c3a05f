import { MOST_POSTINGS } from '../block/postings.ts';
import { listLength, Postings } from './bucket.ts';
import type { Marks } from './marks.ts';
import { longer } from './packed.ts';
import { SegmentReader, type PostingList, type Segment } from './segments.ts';
import type { View } from './view.ts';

/** A longer list is read again where it counts: few of them do for a document, and most are those that are left out. */
const MOST_KEPT = 512;

/** Bytes that are copied one by one: for a few a view costs more than the copy. */
const SHORT_BYTES = 32;

/** What is noted of a list: the next of its mark (1 more than its place; 0 for none), its place among the bytes (in bits), its length, its segment. */
const FIELDS = 4;

/** An archive as far as its index goes. */
type Indexed = Pick<View, 'store' | 'meta'>;

/** Finds the lists of documents' marks over all segments; its arrays serve one after the other. */
export class MarkLists {
  /** The segments they were gathered from, and the marks, ascending, each with its postings in all and its first list. */
  #segments: readonly Segment[] | undefined;
  #hashes: Uint32Array = new Uint32Array(0);
  #counts = new Uint32Array(0);
  #firsts = new Uint32Array(0);
  #lists = new Uint32Array(FIELDS * 1024);
  #listCount = 0;
  /** The bytes of lists, since a record is good only until the next is read. */
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  readonly #postings = new Postings();

  /** Gathers the lists of some documents that are looked for next: a record that many of them need is read once. */
  gather({ store, meta: { segments } }: Indexed, documents: readonly Pick<Marks, 'hashes'>[]): void {
    this.#segments = segments;
    this.#hashes = distinct(documents);
    this.#counts = new Uint32Array(this.#hashes.length);
    this.#firsts = new Uint32Array(this.#hashes.length);
    [this.#listCount, this.#length] = [0, 0];
    for (const [place, segment] of segments.entries()) {
      const reader = new SegmentReader(store, segment);
      const end = placeIn(this.#hashes, segment.below);
      for (let mark = placeIn(this.#hashes, segment.least); mark < end; mark++) {
        // It is left out already, whatever other segments have of it.
        if ((this.#counts[mark] ?? 0) > MOST_POSTINGS) continue;
        const list = reader.listOf(this.#hashes[mark] ?? 0);
        if (list !== undefined) this.#note(mark, list, place, segment);
      }
    }
  }

  /**
   * Gives the postings under each mark of a document (`at`), in no order, but for the marks that are most common. Returns which it has given:
   * 1 or 0.
   */
  each(view: Indexed, { hashes }: Pick<Marks, 'hashes'>, visit: (at: number, from: number, postings: Postings) => void): Uint8Array {
    const marks = this.#placesOf(view, hashes);
    const isRead = rarest(Uint32Array.from(marks, (mark) => this.#counts[mark] ?? 0));
    for (let at = 0; at < marks.length; at++) {
      if (isRead[at] === 0) continue;
      let list = this.#firsts[marks[at] ?? 0] ?? 0;
      while (list > 0) {
        const field = (list - 1) * FIELDS;
        const segment = this.#segments?.[this.#lists[field + 3] ?? 0];
        if (segment !== undefined) {
          this.#read(view, hashes[at] ?? 0, this.#lists[field + 1] ?? 0, this.#lists[field + 2] ?? 0, segment);
          visit(at, segment.from, this.#postings);
        }
        list = this.#lists[field] ?? 0;
      }
    }
    return isRead;
  }

  #read({ store }: Indexed, hash: number, place: number, count: number, segment: Segment): void {
    const list = count <= MOST_KEPT ? { bytes: this.#bytes, at: place } : new SegmentReader(store, segment).listOf(hash);
    if (list !== undefined) this.#postings.read(list.bytes, list.at, count, segment.to - segment.from);
  }

  /** Where the marks of a document stand; gathers them where they are not there. */
  #placesOf(view: Indexed, hashes: Uint32Array): Uint32Array {
    if (view.meta.segments === this.#segments) {
      const places = hashes.map((hash) => placeIn(this.#hashes, hash));
      if (places.every((place, at) => this.#hashes[place] === hashes[at])) return places;
    }
    this.gather(view, [{ hashes }]);
    return hashes.map((hash) => placeIn(this.#hashes, hash));
  }

  #note(mark: number, list: PostingList, place: number, { from, to }: Segment): void {
    if (FIELDS * (this.#listCount + 1) > this.#lists.length) this.#lists = longer(this.#lists, new Uint32Array(2 * this.#lists.length));
    const field = FIELDS * this.#listCount++;
    this.#lists[field] = this.#firsts[mark] ?? 0;
    this.#lists[field + 1] = list.count <= MOST_KEPT ? this.#keep(list, to - from) : 0;
    this.#lists[field + 2] = list.count;
    this.#lists[field + 3] = place;
    this.#firsts[mark] = this.#listCount;
    this.#counts[mark] = (this.#counts[mark] ?? 0) + list.count;
  }

  /** Copies a list; returns its place, in bits. */
  #keep({ bytes, at, count }: PostingList, documents: number): number {
    const [start, end] = [at >>> 3, (at + listLength(count, documents) + 7) >>> 3];
    const place = this.#length;
    this.#length += end - start;
    if (this.#length > this.#bytes.length) this.#bytes = longer(this.#bytes, new Uint8Array(2 * this.#length));
    if (end - start > SHORT_BYTES) this.#bytes.set(bytes.subarray(start, end), place);
    else for (let byte = start; byte < end; byte++) this.#bytes[place + byte - start] = bytes[byte] ?? 0;
    return place * 8 + (at & 7);
  }
}

/** The hashes of all marks, ascending, each once. */
function distinct(documents: readonly Pick<Marks, 'hashes'>[]): Uint32Array {
  const all = new Uint32Array(documents.reduce((sum, { hashes }) => sum + hashes.length, 0));
  let end = 0;
  for (const { hashes } of documents) {
    all.set(hashes, end);
    end += hashes.length;
  }
  all.sort();
  return all.filter((hash, at) => at === 0 || hash !== all[at - 1]);
}

/** The place of the first of ascending numbers that is no less than one. */
function placeIn(ascending: Uint32Array, wanted: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which marks are read, by their counts of postings, the rarest first until there are enough: 1 or 0. */
function rarest(counts: Uint32Array): Uint8Array {
  const isRead = new Uint8Array(counts.length);
  let left = MOST_POSTINGS;
  for (const at of Uint32Array.from(counts.keys()).sort((x, y) => (counts[x] ?? 0) - (counts[y] ?? 0) || x - y)) {
    const count = counts[at] ?? 0;
    if (count > left) break;
    isRead[at] = 1;
    left -= count;
  }
  return isRead;
}
