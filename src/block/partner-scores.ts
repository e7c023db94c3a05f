import { slotIn } from './key-counts.ts';
import { CUT_LIST, MOST_POSTINGS, shardOf, type Postings } from './postings.ts';

/**
 * Documents whose sums are made up at a time: with their languages 640 KB, which stay in a core's cache. All sums of a million take 8 MB, and to
 * add one up then waits for memory.
 */
const RANGE = 65_536;

/** What one document shares with each other one, added up list by list; all in arrays that serve document after document. */
export class PartnerScores {
  readonly #documents: number;
  readonly #scores: Float64Array;
  readonly #touched: Uint32Array;
  /** The lists to add up: their index, where the rest of each begins and ends, and the own share of its key. */
  readonly #postings: Postings[] = [];
  #at = new Uint32Array(1024);
  #end = new Uint32Array(1024);
  #own = new Uint16Array(1024);
  #lists = 0;

  constructor(documents: number) {
    this.#documents = documents;
    this.#scores = new Float64Array(Math.min(documents, RANGE));
    this.#touched = new Uint32Array(Math.min(documents, RANGE));
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
      const start = postings.first[slot] ?? 0;
      this.#postings[list] = postings;
      this.#at[list] = start;
      // Of a list that is too long for any search the index keeps less than it counts.
      this.#end[list] = start + length;
      this.#own[list] = shareOf(at);
      posts += length;
    }
    if (posts > MOST_POSTINGS) this.#cut(from);
  }

  #cut(from: number): void {
    const lengthOf = (list: number): number => (this.#end[list] ?? 0) - (this.#at[list] ?? 0);
    const order = Array.from({ length: this.#lists - from }, (_, list) => from + list).sort((x, y) => lengthOf(x) - lengthOf(y) || x - y);
    let left = MOST_POSTINGS;
    for (const list of order) {
      const length = lengthOf(list);
      if (length > left) this.#end[list] = (this.#at[list] ?? 0) + Math.min(length, CUT_LIST);
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
    this.#end = longer(this.#end, new Uint32Array(2 * lists));
    this.#own = longer(this.#own, new Uint16Array(2 * lists));
  }

  /** Hands out the documents that share anything with what it shares, itself among them, in no order, and begins anew. */
  take(visit: (document: number, score: number) => void): void {
    for (let from = 0; from < this.#documents; from += RANGE) this.#takeRange(from, visit);
    this.#lists = 0;
  }

  #takeRange(from: number, visit: (document: number, score: number) => void): void {
    let count = 0;
    for (let list = 0; list < this.#lists; list++) count = this.#addList(list, from, count);
    for (let at = 0; at < count; at++) {
      const place = this.#touched[at] ?? 0;
      visit(from + place, this.#scores[place] ?? 0);
      this.#scores[place] = 0;
    }
  }

  /** Adds what is left of a list, up to the end of a range; how many documents are touched after that. */
  #addList(list: number, from: number, touchedBefore: number): number {
    const postings = this.#postings[list];
    if (postings === undefined) return touchedBefore;
    const { documents, shares } = postings;
    const [end, own, scores, touched] = [this.#end[list] ?? 0, this.#own[list] ?? 0, this.#scores, this.#touched];
    let count = touchedBefore;
    let at = this.#at[list] ?? 0;
    for (; at < end; at++) {
      const place = (documents[at] ?? 0) - from;
      if (place >= RANGE) break;
      const before = scores[place] ?? 0;
      if (before === 0) touched[count++] = place;
      scores[place] = before + own * (shares[at] ?? 0);
    }
    this.#at[list] = at;
    return count;
  }
}
