import { listLength, Postings } from './bucket.ts';
import type { Marks } from './marks.ts';
import { SegmentReader, type PostingList, type Segment } from './segments.ts';
import type { View } from './view.ts';

/** Postings looked at for one document before the longest lists are left out; as `PartnerScores` has it. */
const MOST_POSTINGS = 16_384;

/** Bytes that are copied one by one. */
const SHORT_BYTES = 32;

/** A list of one mark in one segment, its bytes among those gathered. */
interface Found extends Omit<PostingList, 'bytes'> {
  readonly mark: number;
  readonly segment: Segment;
}

/** Finds the lists of a document's marks over all segments; its arrays serve document after document. */
export class MarkLists {
  /** What was found, since a record is good only until the next is read: each list from a byte on. */
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  readonly #found: Found[] = [];
  readonly #postings = new Postings();

  /** Gives the postings under each mark, in no order, but for the marks that are most common. */
  each(view: View, { hashes }: Marks, visit: (mark: number, from: number, postings: Postings) => void): void {
    const counts = this.#find(view, hashes);
    const isRead = rarest(counts);
    for (const { mark, segment: { from, to }, at, count } of this.#found) {
      if (isRead[mark] === 0) continue;
      this.#postings.read(this.#bytes, at, count, to - from);
      visit(mark, from, this.#postings);
    }
  }

  /** Gathers the lists; returns how many postings each mark has. */
  #find({ store, meta: { segments } }: View, hashes: Uint32Array): Uint32Array {
    this.#length = 0;
    this.#found.length = 0;
    const counts = new Uint32Array(hashes.length);
    const order = Uint32Array.from(hashes.keys()).sort((x, y) => (hashes[x] ?? 0) - (hashes[y] ?? 0));
    for (const segment of segments) {
      const reader = new SegmentReader(store, segment);
      for (const mark of order) {
        const list = reader.listOf(hashes[mark] ?? 0);
        if (list === undefined) continue;
        const count = (counts[mark] ?? 0) + list.count;
        counts[mark] = count;
        // Of common marks none is read: the longest lists need not be copied.
        if (count <= MOST_POSTINGS) this.#found.push({ mark, segment, at: this.#keep(list, segment), count: list.count });
      }
    }
    return counts;
  }

  /** Copies a list; returns its place, in bits. */
  #keep({ bytes, at, count }: PostingList, { from, to }: Segment): number {
    const [start, end] = [at >>> 3, (at + listLength(count, to - from) + 7) >>> 3];
    const place = this.#length;
    this.#length += end - start;
    if (this.#length > this.#bytes.length) {
      const longer = new Uint8Array(2 * this.#length);
      longer.set(this.#bytes.subarray(0, place));
      this.#bytes = longer;
    }
    // Most are of a few bytes, for which a view costs more than the copy.
    if (end - start > SHORT_BYTES) this.#bytes.set(bytes.subarray(start, end), place);
    else for (let byte = start; byte < end; byte++) this.#bytes[place + byte - start] = bytes[byte] ?? 0;
    return place * 8 + (at & 7);
  }
}

/** Which marks are read, the rarest first until there are postings enough: by mark, 1 or 0. */
function rarest(counts: Uint32Array): Uint8Array {
  const isRead = new Uint8Array(counts.length);
  let left = MOST_POSTINGS;
  for (const mark of Uint32Array.from(counts.keys()).sort((x, y) => (counts[x] ?? 0) - (counts[y] ?? 0) || x - y)) {
    const count = counts[mark] ?? 0;
    if (count > left) break;
    isRead[mark] = 1;
    left -= count;
  }
  return isRead;
}
