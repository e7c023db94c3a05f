import { readKernel } from '../data/load.ts';
import { UsageError } from '../errors.ts';

/** Where something begins in memory, in bytes: the `byteOffset` of an array that a `KernelMemory` has made. */
type Address = number;

/** The loops in `kernel/`, which tells what they do. */
export interface Kernel {
  ngramSlot(slots: Address, mask: number, bytes: number, kind: number): number;
  addNgrams(text: Address, length: number, lower: Address, slots: Address, mask: number, scores: Address, sums: Address, room: Address): number;
  enterTrigram(table: Address, mask: number, first: number, second: number, third: number): number;
  addDistances(text: Address, length: number, table: Address, mask: number, ranks: Address, languages: number, distances: Address, room: Address): void;
  hasDisguised(text: Address, length: number, roles: Address): number;
  letters(text: Address, length: number, parts: Address, forms: Address, out: Address): number;
  hashShingles(words: Address, count: number, size: number, hashes: Address): void;
  hashesUpTo(hashes: Address, count: number, last: number, out: Address): number;
  distinct(hashes: Address, count: number, room: Address): number;
  sortKeys(entries: number, keys: Address, steps: Address, firsts: Address, times: Address, placed: number, further: Address, furtherEntries: Address, order: Address, sortedKeys: Address, details: Address, sortedFurther: Address): void;
  unpackKeys(print: Address, keys: Address, details: Address): number;
  postKeys(keys: Address, details: Address, count: number, least: number, norm: number, table: number, tables: number, posted: Address, shares: Address): number;
  postSequences(sequences: Address, count: number, salt: number, table: number, tables: number, posted: Address): number;
  sift(keys: Address, count: number, cells: Address, bits: number): number;
  countKeys(keys: Address, count: number, cells: Address, bits: number, tableKeys: Address, counts: Address, mask: number): number;
  moveKeys(fromKeys: Address, fromCounts: Address, fromMask: number, keys: Address, counts: Address, mask: number): void;
  postDocument(keys: Address, shares: Address, count: number, cells: Address, bits: number, tableKeys: Address, counts: Address, mask: number, document: number, posts: Address, next: Address, left: Address, ranges: Address): void;
  enterLists(tables: Address, tableCount: number, keys: Address, shares: Address, count: number, lists: Address, entered: number): number;
  cutLists(lists: Address, from: number, to: number, most: number, kept: number, order: Address): void;
  fetchRange(lists: Address, count: number, range: number, ranges: number): number;
  addRange(lists: Address, count: number, range: number, sums: Address, touched: Address): number;
  offerRange(touched: Address, count: number, range: number, sums: Address, document: number, languages: Address, times: Address, reach: number, scores: Address, partners: Address, counts: Address, most: number): void;
  offer(partner: number, language: number, score: number, scores: Address, partners: Address, counts: Address, most: number): void;
  markKeys(keys: Address, count: number, taken: Address, placeIn: Address, nextOf: Address): void;
  unmarkKeys(keys: Address, count: number, taken: Address): void;
  glanceAt(keys: Address, details: Address, sentences: number, taken: Address, placeIn: Address, nextOf: Address, other: Address, out: Address): void;
  makeLogs(table: Address): void;
  readSide(side: Address, logs: Address): void;
  shareKeys(a: Address, b: Address, desk: Address): void;
  addLikeness(a: Address, b: Address, desk: Address): void;
  addGains(a: Address, b: Address, desk: Address): void;
  firstFeatures(a: Address, b: Address, desk: Address): number;
  alignGains(a: Address, b: Address, desk: Address, isReversed: boolean): number;
  bestPartners(a: Address, b: Address, desk: Address): number;
  addAgreement(a: Address, b: Address, desk: Address, pairs: number): void;
  addOwn(a: Address, b: Address, desk: Address, pairs: number): void;
}

/** Bytes of room that the kernel needs to sort, beside as many numbers as there are. */
export const SORT_ROOM = 1_024;

/** The unit in which such memory grows, and the most that has addresses: 4 GB. */
const PAGE = 65_536;
const MOST_PAGES = 65_536;

/** Every array begins at a multiple of so many bytes. The first few hold the place of the next one, counted in these. */
const ALIGNED = 8;
const FIRST_PLACE = 1;

let compiled: WebAssembly.Module | undefined;

/**
 * Memory that a kernel works on. Arrays in it are given back all at once; it can be handed to threads, each of which makes a
 * `KernelMemory` of it. No array is at address 0.
 */
export class KernelMemory {
  readonly memory: WebAssembly.Memory;
  readonly kernel: Kernel;
  /** Threads take their places one after the other. */
  readonly #next: Uint32Array;

  /** Throws `UsageError` where there are not addresses enough. */
  constructor(memory: WebAssembly.Memory = emptyMemory()) {
    compiled ??= new WebAssembly.Module(readKernel());
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory }, math: { log: Math.log, exp: Math.exp, log1p: Math.log1p } });
    if (!isKernel(exports)) throw new TypeError('dist/kernel.wasm is not of these sources: npm run build');
    this.memory = memory;
    this.kernel = exports;
    this.#next = new Uint32Array(memory.buffer, 0, 1);
    Atomics.compareExchange(this.#next, 0, 0, FIRST_PLACE);
  }

  /** Bytes taken by all arrays. */
  get taken(): number {
    return ALIGNED * Atomics.load(this.#next, 0);
  }

  /** Gives all arrays back: what they hold is gone. Not for memory that another thread has. */
  clear(): void {
    new Uint8Array(this.memory.buffer, 0, this.taken).fill(0);
    this.#next[0] = FIRST_PLACE;
  }

  // The memory may have another buffer once it has grown: each array takes its place first.

  /** Arrays of zeros. Throw `RangeError` where there is no room for them. */
  bytes(length: number): Uint8Array {
    const at = this.#take(length);
    return new Uint8Array(this.memory.buffer, at, length);
  }

  uint16(length: number): Uint16Array {
    const at = this.#take(2 * length);
    return new Uint16Array(this.memory.buffer, at, length);
  }

  uint32(length: number): Uint32Array {
    const at = this.#take(4 * length);
    return new Uint32Array(this.memory.buffer, at, length);
  }

  float32(length: number): Float32Array {
    const at = this.#take(4 * length);
    return new Float32Array(this.memory.buffer, at, length);
  }

  float64(length: number): Float64Array {
    const at = this.#take(8 * length);
    return new Float64Array(this.memory.buffer, at, length);
  }

  #take(bytes: number): Address {
    const places = Math.ceil(bytes / ALIGNED);
    const at = ALIGNED * Atomics.add(this.#next, 0, places);
    // Asked of the memory itself: of what other threads have grown it by its buffer may not know yet.
    const missing = at + ALIGNED * places - PAGE * this.memory.grow(0);
    if (missing > 0) this.#grow(Math.ceil(missing / PAGE));
    return at;
  }

  #grow(pages: number): void {
    try {
      this.memory.grow(pages);
    } catch (error) {
      throw new RangeError('The memory of the kernel is full: it has addresses for 4 GB or less, as much as the index of three million articles takes. Give fewer at once, or add them to an archive in parts (dedupe add).', { cause: error });
    }
  }
}

function isKernel(exports: unknown): exports is Kernel {
  return typeof exports === 'object' && exports !== null && 'glanceAt' in exports;
}

function emptyMemory(): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true });
  } catch (error) {
    throw new UsageError({
      code: 'too-few-addresses',
      happened: 'This process may not have the addresses that WebAssembly asks for: 10 GB of them for each of its memories, whatever of these is used.',
      expected: 'A process without a limit to its addresses (`ulimit -v` says which it has).',
      advice: 'Raise the limit, or set NODE_OPTIONS=--disable-wasm-trap-handler, with which 4 GB each do.',
      cause: error,
    });
  }
}

let own: KernelMemory | undefined;

/** Memory for what is done to one document after the other: arrays in it are for good. */
export function ownMemory(): KernelMemory {
  own ??= new KernelMemory();
  return own;
}
