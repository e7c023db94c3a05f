import { MARK_BITS, type Marks } from './marks.ts';
import { longer } from './packed.ts';

/** Cells that are named by the highest bits of a hash: a few times as many as there are fresh marks, mostly. */
const CELL_BITS = 17;

/** What is noted of a mark: the next of its cell (1 more than its place; 0 for none), its hash, its document, its level. */
const FIELDS = 4;

/** What the documents are looked for by that are in no segment yet. */
export class FreshMarks {
  readonly #marks = new Map<number, Marks>();
  /** By cell, 1 more than the place of its last mark. */
  readonly #last = new Uint32Array(2 ** CELL_BITS);
  #entries = new Uint32Array(FIELDS * 1024);
  #count = 0;

  /** Lets a document be found. */
  add(number: number, marks: Marks): void {
    this.#marks.set(number, marks);
    const { hashes, levels } = marks;
    const fields = FIELDS * (this.#count + hashes.length);
    if (fields > this.#entries.length) this.#entries = longer(this.#entries, new Uint32Array(2 * fields));
    for (let at = 0; at < hashes.length; at++) {
      const hash = hashes[at] ?? 0;
      const cell = hash >>> (MARK_BITS - CELL_BITS);
      const field = FIELDS * this.#count++;
      this.#entries[field] = this.#last[cell] ?? 0;
      this.#entries[field + 1] = hash;
      this.#entries[field + 2] = number;
      this.#entries[field + 3] = levels[at] ?? 0;
      this.#last[cell] = this.#count;
    }
  }

  /** Lets go of a document that is gone. Some of its marks may still be given: its number is never another's. */
  remove(number: number): void {
    this.#marks.delete(number);
  }

  /** Lets go of the documents before a number, of which a segment was made. */
  removeBefore(end: number): void {
    const left = [...this.#marks].filter(([number]) => number >= end);
    this.#marks.clear();
    this.#last.fill(0);
    this.#count = 0;
    for (const [number, marks] of left) this.add(number, marks);
  }

  /** The marks by document. */
  [Symbol.iterator](): IterableIterator<[number, Marks]> {
    return this.#marks[Symbol.iterator]();
  }

  /** Gives the documents that have a mark, each with its level. */
  each(hash: number, visit: (number: number, level: number) => void): void {
    const entries = this.#entries;
    let entry = this.#last[hash >>> (MARK_BITS - CELL_BITS)] ?? 0;
    while (entry > 0) {
      const field = FIELDS * (entry - 1);
      if (entries[field + 1] === hash) visit(entries[field + 2] ?? 0, entries[field + 3] ?? 0);
      entry = entries[field] ?? 0;
    }
  }
}
