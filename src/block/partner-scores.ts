import { slotIn } from './key-counts.ts';
import { CUT_LIST, MOST_POSTINGS, shardOf, type Postings } from './postings.ts';

/** What one document shares with each other one, added up list by list; all in arrays that serve document after document. */
export class PartnerScores {
  readonly #scores: Float64Array;
  readonly #touched: Uint32Array;
  #count = 0;
  #slots = new Uint32Array(1024);
  #own = new Uint16Array(1024);
  #shards = new Uint8Array(1024);

  constructor(documents: number) {
    this.#scores = new Float64Array(documents);
    this.#touched = new Uint32Array(documents);
  }

  /**
   * Adds the product of both shares for each document that has key `at`, of which `shareOf(at)` is the own one. The rarest keys come
   * first where there are too many postings, and the lists that no longer fit are cut: so a document costs the same in a folder of any size.
   */
  addShared(shards: readonly Postings[], keys: Uint32Array, shareOf: (at: number) => number): void {
    if (this.#slots.length < keys.length) [this.#slots, this.#own, this.#shards] = [new Uint32Array(2 * keys.length), new Uint16Array(2 * keys.length), new Uint8Array(2 * keys.length)];
    let lists = 0;
    let posts = 0;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] ?? 0;
      const shard = shardOf(key, shards.length);
      const postings = shards[shard];
      if (postings === undefined) continue;
      const slot = slotIn(postings.keys, key);
      const length = postings.keys.counts[slot] ?? 0;
      if (length < 2) continue;
      this.#slots[lists] = slot;
      this.#shards[lists] = shard;
      this.#own[lists++] = shareOf(at);
      posts += length;
    }
    if (posts <= MOST_POSTINGS) for (let list = 0; list < lists; list++) this.#addList(shards, list, Number.POSITIVE_INFINITY);
    else this.#addRarest(shards, lists);
  }

  #addRarest(shards: readonly Postings[], lists: number): void {
    const lengthOf = (list: number): number => shards[this.#shards[list] ?? 0]?.keys.counts[this.#slots[list] ?? 0] ?? 0;
    const order = Array.from({ length: lists }, (_, list) => list).sort((x, y) => lengthOf(x) - lengthOf(y) || x - y);
    let left = MOST_POSTINGS;
    for (const list of order) {
      const length = lengthOf(list);
      this.#addList(shards, list, length <= left ? length : CUT_LIST);
      left -= length;
    }
  }

  #addList(shards: readonly Postings[], list: number, most: number): void {
    const postings = shards[this.#shards[list] ?? 0];
    if (postings === undefined) return;
    const { first, documents, shares } = postings;
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
