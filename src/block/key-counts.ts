import type { PostedList } from './posted.ts';
import type { KernelMemory } from '../kernel/kernel.ts';

/** Slots at least, a power of two; doubled where more than two thirds might be taken. */
const FIRST_SLOTS = 1024;

/** A hash table of 32-bit keys in two flat arrays: open addressing, a slot with count 0 is free. */
export interface KeyTable {
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
}

/** Cells of a filter for each key: enough that few single keys fall together, and 32 MB at most. */
const CELLS_PER_KEY = 4;
const MOST_BITS = 25;

/** Tells which keys may be in two documents: those of one alone are most, and a table of them all would be the largest thing of an index. */
export class RepeatedKeys {
  readonly #memory: KernelMemory;
  /** 2 ** `bits` of them. */
  readonly cells: Uint8Array;
  readonly bits: number;
  /** How many repeated keys there are, or hardly less. */
  count = 0;

  /** For so many keys. */
  constructor(memory: KernelMemory, size: number) {
    this.#memory = memory;
    this.bits = Math.min(MOST_BITS, Math.ceil(Math.log2(2 + size * CELLS_PER_KEY)));
    this.cells = memory.bytes(2 ** this.bits);
  }

  add(list: PostedList): void {
    this.count += this.#memory.kernel.sift(list.keys.byteOffset, list.count, this.cells.byteOffset, this.bits);
  }
}

/** Counts repeated keys. */
export class KeyCounts {
  readonly #memory: KernelMemory;
  readonly #repeated: RepeatedKeys;
  #table: KeyTable;
  #taken = 0;

  /** With room for the keys that are repeated: a table that grows leaves the one before it in the memory. */
  constructor(memory: KernelMemory, repeated: RepeatedKeys) {
    this.#memory = memory;
    this.#repeated = repeated;
    this.#table = this.#emptyTable(Math.max(FIRST_SLOTS, 2 ** Math.ceil(Math.log2(1 + 1.5 * repeated.count))));
  }

  /** The table as it is now. */
  get table(): KeyTable {
    return this.#table;
  }

  /** Counts the keys of a document once more. */
  add(list: PostedList): void {
    if ((this.#taken + list.count) * 3 > this.#table.keys.length * 2) this.#grow();
    const { keys, counts } = this.#table;
    const { cells, bits } = this.#repeated;
    this.#taken += this.#memory.kernel.countKeys(list.keys.byteOffset, list.count, cells.byteOffset, bits, keys.byteOffset, counts.byteOffset, keys.length - 1);
  }

  #grow(): void {
    const { keys, counts } = this.#table;
    this.#table = this.#emptyTable(keys.length * 2);
    const { kernel } = this.#memory;
    kernel.moveKeys(keys.byteOffset, counts.byteOffset, keys.length - 1, this.#table.keys.byteOffset, this.#table.counts.byteOffset, this.#table.keys.length - 1);
  }

  #emptyTable(slots: number): KeyTable {
    return { keys: this.#memory.uint32(slots), counts: this.#memory.uint32(slots) };
  }
}
