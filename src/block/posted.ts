import { hashText } from '../extract/shingles.ts';
import { ownMemory, type KernelMemory } from '../kernel/kernel.ts';
import { normIn, type Laid } from '../fingerprint/packed-print.ts';
import type { PrintCore } from '../fingerprint/print.ts';
import { STEPS_PER_NAT } from '../fingerprint/weight.ts';

/**
 * A key this light is in too many documents to look for a partner by: it stands for a rate of 8 % in the background
 * (2.5 nats). The cut-off is the background's and not the folder's, so that what is found does not depend on what else is there.
 */
const LEAST_STEPS = 2.5 * STEPS_PER_NAT;

/** Shares are whole parts of this; as in `kernel/postings.ts`. */
const WHOLE = 65_535;

/** What a document is looked for by. */
export interface Posted {
  /** Ascending. */
  readonly keys: Uint32Array;
  /** Each key's part of the document: the cosine of two documents is about the sum of the products. */
  readonly shares: Uint16Array;
  /** Hashes of its word sequences, which meet in one language only. */
  readonly shingles: Uint32Array;
  /** The part of each word sequence. */
  readonly sequenceShare: number;
}

/** Keys or word sequences that one document is looked for by, the first `count` of the arrays, which are in a kernel's memory. */
export interface PostedList {
  readonly keys: Uint32Array;
  readonly shares: Uint16Array;
  readonly count: number;
}

/** One of several tables, to each of which some of the keys fall. */
export interface TableShare {
  readonly table: number;
  readonly tables: number;
}

const ALL: TableShare = { table: 0, tables: 1 };

/** Keys, and bytes of a fingerprint, that there is room for to begin with. */
const FIRST_KEYS = 1_024;
const FIRST_BYTES = 16_384;

/** Takes from fingerprints what blocking needs, one after the other into the same arrays. */
export class Poster implements PostedList {
  readonly #memory: KernelMemory;
  keys: Uint32Array;
  shares: Uint16Array;
  count = 0;
  /** All keys of a fingerprint, their details, and the fingerprint as it is packed. */
  #all: Uint32Array;
  #details: Uint32Array;
  #packed: Uint8Array;

  constructor(memory: KernelMemory) {
    this.#memory = memory;
    this.keys = memory.uint32(FIRST_KEYS);
    this.shares = memory.uint16(FIRST_KEYS);
    this.#all = memory.uint32(FIRST_KEYS);
    this.#details = memory.uint32(FIRST_KEYS);
    this.#packed = memory.bytes(FIRST_BYTES);
  }

  /** The keys of a fingerprint. */
  takeKeys({ keys, details, norms }: Pick<PrintCore, 'keys' | 'details' | 'norms'>): void {
    this.#makeRoom(keys.length);
    this.#all.set(keys);
    this.#details.set(details);
    this.#post(keys.length, norms.at(-1) ?? 1, ALL);
  }

  /** The keys of a packed one: of several tables those that fall to one. */
  takeKeysIn(laid: Laid, share = ALL): void {
    const { memory, start, end, keys } = laid;
    this.#makeRoom(keys);
    if (this.#packed.length < end - start) this.#packed = this.#memory.bytes(2 * (end - start));
    this.#packed.set(memory.bytes.subarray(start, end));
    this.#memory.kernel.unpackKeys(this.#packed.byteOffset, this.#all.byteOffset, this.#details.byteOffset);
    this.#post(keys, normIn(laid), share);
  }

  /** The word sequences of a fingerprint. */
  takeSequences(sequences: Sequences, { table, tables }: TableShare = ALL): void {
    const posted = sequences.shingles.subarray(0, MOST_SEQUENCES);
    this.#all.set(posted);
    this.count = this.#memory.kernel.postSequences(this.#all.byteOffset, posted.length, hashText(sequences.language), table, tables, this.keys.byteOffset);
    this.shares.fill(sequenceShareOf(sequences), 0, this.count);
  }

  #post(count: number, norm: number, { table, tables }: TableShare): void {
    this.count = this.#memory.kernel.postKeys(this.#all.byteOffset, this.#details.byteOffset, count, LEAST_STEPS, norm, table, tables, this.keys.byteOffset, this.shares.byteOffset);
  }

  #makeRoom(keys: number): void {
    if (keys <= this.keys.length) return;
    this.keys = this.#memory.uint32(2 * keys);
    this.shares = this.#memory.uint16(2 * keys);
    this.#all = this.#memory.uint32(2 * keys);
    this.#details = this.#memory.uint32(2 * keys);
  }
}

let poster: Poster | undefined;

/** What blocking needs of one fingerprint, in arrays of its own. */
export function postedOf(print: PrintCore): Posted {
  poster ??= new Poster(ownMemory());
  poster.takeKeys(print);
  const [keys, shares] = [poster.keys.slice(0, poster.count), poster.shares.slice(0, poster.count)];
  poster.takeSequences(print);
  return { keys, shares, shingles: poster.keys.slice(0, poster.count), sequenceShare: sequenceShareOf(print) };
}

/**
 * Word sequences a document is looked for by: the lowest hashes, so that two documents with much in common have the same. Those that share
 * a sequence mostly share keys too; to look for all costs a quarter of the index and of the search.
 */
const MOST_SEQUENCES = 32;

/** What of a fingerprint tells its word sequences. */
type Sequences = Pick<PrintCore, 'language' | 'shingles'>;

function sequenceShareOf({ shingles }: Sequences): number {
  return Math.round(WHOLE / Math.sqrt(Math.max(1, Math.min(MOST_SEQUENCES, shingles.length))));
}
