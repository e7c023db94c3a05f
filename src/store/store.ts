import { UsageError } from '../errors.ts';

/**
 * What the archive asks of a store: records in ascending order of their keys (bytes), and writes that are there as a whole
 * or not at all. An embedded store does this today (`lmdb.ts`); one on a server can stand beside it.
 */
export interface Store {
  /** The value of a key; undefined where there is none. Within `write` it sees what was written. Throws `DamagedRecord`. */
  readonly get: (key: Uint8Array) => Uint8Array | undefined;
  /** The same without a copy: good until anything else is read or written. */
  readonly glimpse: (key: Uint8Array) => Uint8Array | undefined;
  /** The same of a value whose parts have checksums of their own: whoever takes one looks at that, and all of it is not checked. */
  readonly peek: (key: Uint8Array) => Uint8Array | undefined;
  /** The records from one key to before another, ascending. Throws `DamagedRecord` where one is damaged. */
  readonly entries: (from: Uint8Array, before: Uint8Array) => Iterable<Entry>;
  /** The keys from one to before another, ascending, without a look at their values. */
  readonly keys: (from: Uint8Array, before: Uint8Array) => Iterable<Uint8Array>;
  /**
   * Runs the work as the only writer of all processes, for which it waits, and returns when all it wrote lies safely on the disk.
   * Where the work throws, nothing of it is kept.
   */
  readonly write: <T>(work: (writer: Writer) => T) => T;
  /** Goes on with what is there now: what others have written, also where a compacted copy was put in place of what is open here. */
  readonly follow: () => void;
  /**
   * Writes everything anew without gaps, so that no byte of what was removed is left. Whatever ends the process leaves the old whole or
   * the new. Throws `UsageError` where others write all the time.
   */
  readonly compact: () => Promise<void>;
  /**
   * Lets the work fill an empty store, in as many writes as it likes, and puts that in the place of what is there, to the same safety.
   * Where the work throws all stays as it was. Throws `UsageError` where others have written meanwhile.
   */
  readonly replace: (work: (draft: Store) => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Writer {
  readonly put: (key: Uint8Array, value: Uint8Array) => void;
  /** The same of a key after every other one in the store: records that come in their order lie closely. */
  readonly append: (key: Uint8Array, value: Uint8Array) => void;
  readonly remove: (key: Uint8Array) => void;
}

interface Entry {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** How a store is opened. */
export interface StoreOptions {
  readonly readOnly: boolean;
}

/** A record whose bytes are not those that were written. */
export class DamagedRecord extends UsageError {
  readonly key: Uint8Array;

  constructor(key: Uint8Array) {
    super({
      code: 'damaged-archive',
      happened: `A record of the archive is damaged (key ${Buffer.from(key).toString('hex')}).`,
      expected: 'The bytes that were written: each record has a checksum.',
      advice: 'Run `dedupe archive verify` to see all that is damaged, and take the archive back from a copy or add its articles to a new one.',
    });
    this.key = key;
  }
}
