import type { BestByLanguage } from './best-by-language.ts';
import { CUT_LIST, MOST_POSTINGS, RANGE, type Postings } from './postings.ts';
import type { PostedList } from './posted.ts';
import { SORT_ROOM, type KernelMemory } from '../kernel/kernel.ts';

/** Numbers that tell of a table, and of a list that is added up; as in `kernel/partners.ts`. */
const TABLE = 5;
const LIST = 4;

/** Lists that there is room for to begin with. */
const FIRST_LISTS = 512;

/** Lengths of lists that the kernel counts. */
const LENGTHS = 33;

/** Tables of postings in which one looks at once, one for each shard. */
export interface Tables {
  readonly at: number;
  readonly count: number;
}

/** Which of the documents that share something are partners. */
export interface Reach {
  /** The number of each document's language. */
  readonly languageOf: Uint16Array;
  /** In milliseconds, by document, and not a number where it is not known; undefined where all may be of any time. */
  readonly times: Float64Array | undefined;
  /** So far apart the times of two may be. */
  readonly reach: number;
}

/** What one document shares with each other one, added up list by list; all in arrays that serve document after document. */
export class PartnerScores {
  readonly #memory: KernelMemory;
  readonly #documents: number;
  /** By place in a range, eight bytes each; and the places that are not 0. */
  readonly #sums: number;
  readonly #touched: number;
  /** Room for the lists of both kinds of keys of a document, and for those whose order is asked for. */
  #room = 0;
  #lists = 0;
  #order = 0;
  #entered = 0;

  /** `memory` is that in which the postings are. */
  constructor(memory: KernelMemory, documents: number) {
    this.#memory = memory;
    this.#documents = documents;
    this.#sums = memory.float64(Math.min(documents, RANGE)).byteOffset;
    this.#touched = memory.uint32(Math.min(documents, RANGE) + 1).byteOffset;
    this.#makeRoom(FIRST_LISTS);
  }

  /** Postings of the same kind of key, shard by shard. */
  tablesOf(shards: readonly Postings[]): Tables {
    const tables = this.#memory.uint32(TABLE * shards.length);
    for (const [shard, { keys, first, posts }] of shards.entries()) {
      tables.set([keys.keys.byteOffset, keys.counts.byteOffset, keys.keys.length - 1, first.byteOffset, posts.byteOffset], TABLE * shard);
    }
    return { at: tables.byteOffset, count: shards.length };
  }

  /**
   * Enters the lists of a document's keys. The rarest keys are read whole where there
   * are too many postings, and of the lists that no longer fit the beginnings: so a document costs the same in a folder of any size.
   */
  addShared(tables: Tables, { keys, shares, count }: PostedList): void {
    this.#makeRoom(count);
    const before = this.#entered;
    const { kernel } = this.#memory;
    this.#entered = kernel.enterLists(tables.at, tables.count, keys.byteOffset, shares.byteOffset, count, this.#lists, before);
    kernel.cutLists(this.#lists, before, this.#entered, MOST_POSTINGS, CUT_LIST, this.#order);
  }

  /** Offers the documents that share anything with `document`, of which lists were entered, and begins anew. */
  offerTo(best: BestByLanguage, document: number, { languageOf, times, reach }: Reach): void {
    const { kernel } = this.#memory;
    const ranges = Math.ceil(this.#documents / RANGE);
    for (let range = 0; range < ranges; range++) {
      kernel.fetchRange(this.#lists, this.#entered, range, ranges - range);
      const count = kernel.addRange(this.#lists, this.#entered, range, this.#sums, this.#touched);
      kernel.offerRange(this.#touched, count, range, this.#sums, document, languageOf.byteOffset, times?.byteOffset ?? 0, reach, best.scores.byteOffset, best.partners.byteOffset, best.counts.byteOffset, best.most);
    }
    this.#entered = 0;
  }

  #makeRoom(keys: number): void {
    if (this.#entered + keys <= this.#room) return;
    const memory = this.#memory;
    const entered = new Uint32Array(memory.memory.buffer, this.#lists, LIST * this.#entered);
    this.#room = 2 * (this.#entered + keys);
    const lists = memory.uint32(LIST * this.#room);
    lists.set(entered);
    this.#lists = lists.byteOffset;
    this.#order = memory.bytes(8 * (LENGTHS + 2 * this.#room) + SORT_ROOM).byteOffset;
  }
}
