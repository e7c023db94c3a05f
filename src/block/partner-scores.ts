import { slotIn } from './key-counts.ts';
import { CUT_LIST, MOST_POSTINGS, RANGE, SHARE_BITS, shardOf, type Postings } from './postings.ts';

/** What one document shares with each other one, added up list by list; all in arrays that serve document after document. */
export class PartnerScores {
  readonly #documents: number;
  readonly #scores: Float64Array;
  /** These others, in no order, with room for one more; and of each whether it is among them. */
  readonly #touched: Uint32Array;
  readonly #isTouched: Uint8Array;
  /** The lists to add up: their posts, where the rest of each begins, the range it begins in, how many documents it has, and the own share of its key. */
  readonly #posts: Uint32Array[] = [];
  #at = new Uint32Array(1024);
  #ranges = new Uint16Array(1024);
  #left = new Uint32Array(1024);
  #own = new Uint16Array(1024);
  /** Room for an order of lists, by their lengths. */
  #order = new Float64Array(1024);
  #lists = 0;

  constructor(documents: number) {
    this.#documents = documents;
    this.#scores = new Float64Array(Math.min(documents, RANGE));
    this.#touched = new Uint32Array(Math.min(documents, RANGE) + 1);
    this.#isTouched = new Uint8Array(Math.min(documents, RANGE));
  }

  /**
   * Enters the lists of a document's keys, of which `shareOf(at)` is its own share of key `at`. The rarest keys are read whole where there
   * are too many postings, and of the lists that no longer fit the beginnings: so a document costs the same in a folder of any size.
   */
  addShared(shards: readonly Postings[], keys: Uint32Array, shareOf: (at: number) => number): void {
    const from = this.#lists;
    this.#makeRoom(from + keys.length);
    let posts = 0;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] ?? 0;
      const postings = shards[shardOf(key, shards.length)];
      if (postings === undefined) continue;
      const slot = slotIn(postings.keys, key);
      const length = postings.keys.counts[slot] ?? 0;
      if (length < 2) continue;
      const list = this.#lists++;
      this.#posts[list] = postings.posts;
      this.#at[list] = postings.first[slot] ?? 0;
      this.#ranges[list] = 0;
      // Of a list that is too long for any search the index keeps less than it counts.
      this.#left[list] = length;
      this.#own[list] = shareOf(at);
      posts += length;
    }
    if (posts > MOST_POSTINGS) this.#cut(from);
  }

  #cut(from: number): void {
    const lists = this.#lists;
    const order = this.#order.subarray(0, lists - from);
    for (let at = 0; at < order.length; at++) order[at] = (this.#left[from + at] ?? 0) * lists + from + at;
    order.sort();
    let left = MOST_POSTINGS;
    for (let at = 0; at < order.length; at++) {
      const list = (order[at] ?? 0) % lists;
      const length = this.#left[list] ?? 0;
      if (length > left) this.#left[list] = Math.min(length, CUT_LIST);
      left -= length;
    }
  }

  #makeRoom(lists: number): void {
    if (this.#own.length >= lists) return;
    const longer = <T extends Uint32Array | Uint16Array>(list: T, room: T): T => {
      room.set(list);
      return room;
    };
    this.#at = longer(this.#at, new Uint32Array(2 * lists));
    this.#ranges = longer(this.#ranges, new Uint16Array(2 * lists));
    this.#left = longer(this.#left, new Uint32Array(2 * lists));
    this.#own = longer(this.#own, new Uint16Array(2 * lists));
    this.#order = new Float64Array(2 * lists);
  }

  /** Hands out the documents that share anything with what it shares, itself among them, in no order, and begins anew. */
  take(visit: (document: number, score: number) => void): void {
    for (let range = 0; range * RANGE < this.#documents; range++) this.#takeRange(range, visit);
    this.#lists = 0;
  }

  #takeRange(range: number, visit: (document: number, score: number) => void): void {
    let count = 0;
    for (let list = 0; list < this.#lists; list++) if (this.#ranges[list] === range && this.#left[list] !== 0) count = this.#addList(list, range, count);
    for (let at = 0; at < count; at++) {
      const place = this.#touched[at] ?? 0;
      visit(range * RANGE + place, this.#scores[place] ?? 0);
      this.#scores[place] = 0;
      this.#isTouched[place] = 0;
    }
  }

  /** Adds what a list has of a range, which comes next in it; how many documents are touched after that. */
  #addList(list: number, range: number, touchedBefore: number): number {
    const posts = this.#posts[list] ?? NO_POSTS;
    const [own, scores, touched, isTouched] = [this.#own[list] ?? 0, this.#scores, this.#touched, this.#isTouched];
    let count = touchedBefore;
    let at = this.#at[list] ?? 0;
    let left = this.#left[list] ?? 0;
    for (; left > 0; at++) {
      const post = posts[at] ?? 0;
      const place = post >>> SHARE_BITS;
      const share = post & SHARE_MASK;
      if (share === 0) {
        if (place === range) continue;
        this.#ranges[list] = place;
        break;
      }
      // Without a branch: half of them are touched the first time, which a core cannot foretell.
      touched[count] = place;
      count += 1 - (isTouched[place] ?? 0);
      isTouched[place] = 1;
      scores[place] = (scores[place] ?? 0) + own * share;
      left--;
    }
    this.#at[list] = at;
    this.#left[list] = left;
    return count;
  }
}

const SHARE_MASK = 2 ** SHARE_BITS - 1;
const NO_POSTS = new Uint32Array();
