import { slotIn } from './key-counts.ts';
import type { Postings } from './postings.ts';

/** Postings looked at for one document before the longest lists are cut: three thousand articles of one day seldom share more with it. */
const MOST_POSTINGS = 16_384;

/** Of a list that is cut, the first documents stand for all: whoever shares it with thousands meets them there too. */
const CUT_LIST = 64;

/** What one document shares with each other one, added up list by list; all in arrays that serve document after document. */
export class PartnerScores {
  readonly #scores: Float64Array;
  readonly #touched: Uint32Array;
  #count = 0;
  #slots = new Uint32Array(1024);
  #own = new Uint16Array(1024);

  constructor(documents: number) {
    this.#scores = new Float64Array(documents);
    this.#touched = new Uint32Array(documents);
  }

  /**
   * Adds the product of both shares for each document that has key `at`, of which `shareOf(at)` is the own one. The rarest keys come
   * first where there are too many postings, and the lists that no longer fit are cut: so a document costs the same in a folder of any size.
   */
  addShared(postings: Postings, keys: Uint32Array, shareOf: (at: number) => number): void {
    if (this.#slots.length < keys.length) [this.#slots, this.#own] = [new Uint32Array(2 * keys.length), new Uint16Array(2 * keys.length)];
    const { counts } = postings.keys;
    let lists = 0;
    let posts = 0;
    for (let at = 0; at < keys.length; at++) {
      const slot = slotIn(postings.keys, keys[at] ?? 0);
      const length = counts[slot] ?? 0;
      if (length < 2) continue;
      this.#slots[lists] = slot;
      this.#own[lists++] = shareOf(at);
      posts += length;
    }
    if (posts <= MOST_POSTINGS) for (let list = 0; list < lists; list++) this.#addList(postings, list, Number.POSITIVE_INFINITY);
    else this.#addRarest(postings, lists);
  }

  #addRarest(postings: Postings, lists: number): void {
    const lengthOf = (list: number): number => postings.keys.counts[this.#slots[list] ?? 0] ?? 0;
    const order = Array.from({ length: lists }, (_, list) => list).sort((x, y) => lengthOf(x) - lengthOf(y) || x - y);
    let left = MOST_POSTINGS;
    for (const list of order) {
      const length = lengthOf(list);
      this.#addList(postings, list, length <= left ? length : CUT_LIST);
      left -= length;
    }
  }

  #addList({ first, documents, shares }: Postings, list: number, most: number): void {
    const slot = this.#slots[list] ?? 0;
    const own = this.#own[list] ?? 0;
    const scores = this.#scores;
    const touched = this.#touched;
    const start = first[slot] ?? 0;
    const end = Math.min(first[slot + 1] ?? 0, start + most);
    for (let at = start; at < end; at++) {
      const document = documents[at] ?? 0;
      const before = scores[document] ?? 0;
      if (before === 0) touched[this.#count++] = document;
      scores[document] = before + own * (shares[at] ?? 0);
    }
  }

  /** Hands out the documents that share anything with what it shares, itself among them, in no order, and begins anew. */
  take(visit: (document: number, score: number) => void): void {
    for (let at = 0; at < this.#count; at++) {
      const document = this.#touched[at] ?? 0;
      visit(document, this.#scores[document] ?? 0);
      this.#scores[document] = 0;
    }
    this.#count = 0;
  }
}
