import { mkdirSync } from 'node:fs';
import type * as lmdb from 'lmdb';
import { UsageError } from '../errors.ts';
import { cannotOpen } from './cannot-open.ts';
import { sealed, unchecked, unsealed } from './checksum.ts';
import type { Store, StoreOptions, Writer } from './store.ts';

type Lmdb = typeof lmdb;

/** One generation of a store: a folder of LMDB's. */
export interface Generation extends Omit<Store, 'follow' | 'compact' | 'replace'> {
  /** Makes a copy without gaps in a new folder. */
  readonly copyTo: (folder: string) => Promise<void>;
  /** Reads what was written last from now on: else all that is read in one turn of the event loop is of one state. */
  readonly renew: () => void;
  /** How many writes there were: the number of the last. */
  readonly writes: () => number;
}

/** Opens generations. */
export type OpenGeneration = (folder: string, options: StoreOptions) => Generation;

/**
 * LMDB (Symas; https://www.symas.com/mdb): a B+ tree in one file, mapped into memory. A write makes copies of
 * the pages it changes and ends by naming the new root, so that whatever ends the process leaves the last whole state; readers of any
 * process go on in the state that they began with. Throws `UsageError` where the binary is missing; what it gives does where a
 * folder can't be opened.
 */
export async function loadGenerations(): Promise<OpenGeneration> {
  const { open } = await loadLmdb();
  return (folder, options) => openGeneration(open, folder, options);
}

type Database = ReturnType<typeof openDatabase>;

function openDatabase(open: Lmdb['open'], folder: string, readOnly: boolean) {
  try {
    if (!readOnly) mkdirSync(folder, { recursive: true });
    // No sync that lags behind: what was acknowledged lies on the disk.
    return open<Uint8Array, Buffer>({ path: folder, noSubdir: false, keyEncoding: 'binary', encoding: 'binary', readOnly, overlappingSync: false, cache: false });
  } catch (cause) {
    throw cannotOpen(folder, readOnly, cause);
  }
}

/**
 * Writes a record as it is, by which some pages become free. In a store that has none lmdb 3.5.6 ends the process where one write frees some
 * hundred: it looks for the last list of free pages in the tree that the first is about to be put into (`mdb_page_alloc` in its mdb.c).
 */
function freeSomePages(database: Database): void {
  database.transactionSync(() => {
    for (const { key, value } of database.getRange({ limit: 1 })) database.putSync(key, value);
  });
}

function openGeneration(open: Lmdb['open'], folder: string, { readOnly }: StoreOptions): Generation {
  const database = openDatabase(open, folder, readOnly);
  const valueOf = (key: Uint8Array): Uint8Array | undefined => {
    const bytes = database.getBinary(bufferOf(key));
    return bytes === undefined ? undefined : unsealed(key, bytes);
  };
  const glimpseOf = (key: Uint8Array): Uint8Array | undefined => {
    // A buffer that serves for every read, of which only the length is set.
    const bytes = database.getBinaryFast(bufferOf(key));
    return bytes === undefined ? undefined : unsealed(key, bytes, bytes.length);
  };
  const peekAt = (key: Uint8Array): Uint8Array | undefined => {
    const bytes = database.getBinaryFast(bufferOf(key));
    return bytes === undefined ? undefined : unchecked(key, bytes, bytes.length);
  };
  const writerOf = (): Writer => {
    let last: Uint8Array | undefined;
    return {
      put: (key, value) => database.putSync(bufferOf(key), bufferOf(sealed(key, value))),
      append: (key, value) => {
        for (const known of last === undefined ? database.getKeys({ reverse: true, limit: 1 }) : []) last = Uint8Array.from(known);
        // LMDB would leave it out and say nothing.
        if (last !== undefined && Buffer.compare(last, key) >= 0) throw new RangeError('what is appended comes before what is there');
        last = key;
        // A page that is full is left so; by `put` some of it would stay free for what may come between.
        database.putSync(bufferOf(key), bufferOf(sealed(key, value)), { append: true });
      },
      remove: (key) => {
        database.removeSync(bufferOf(key));
      },
    };
  };
  const reading = <T>(read: () => T): T => {
    try {
      return read();
    } catch (cause) {
      throw isLmdbs(cause) ? cannotRead(folder, cause) : cause;
    }
  };
  return {
    get: (key) => reading(() => valueOf(key)),
    glimpse: (key) => reading(() => glimpseOf(key)),
    peek: (key) => reading(() => peekAt(key)),
    *entries(from, before) {
      const rows = reading(() => database.getRange({ start: bufferOf(from), end: bufferOf(before) })[Symbol.iterator]());
      for (const { key, value } of eachRead(rows, reading)) yield { key, value: unsealed(key, value) };
    },
    *keys(from, before) {
      const keys = reading(() => database.getKeys({ start: bufferOf(from), end: bufferOf(before) })[Symbol.iterator]());
      for (const key of eachRead(keys, reading)) yield Uint8Array.from(key);
    },
    write: (work) => {
      // A reader from before would keep the pages that earlier writes have freed from being used.
      database.resetReadTxn();
      try {
        // A value that is no promise is given back when the commit has been synced.
        return database.transactionSync(() => work(writerOf()));
      } catch (cause) {
        throw isLmdbs(cause) ? cannotWrite(folder, cause) : cause;
      }
    },
    copyTo: async (copy) => {
      try {
        await database.backup(copy, true);
        const copied = openDatabase(open, copy, false);
        freeSomePages(copied);
        await copied.close();
      } catch (cause) {
        throw isLmdbs(cause) ? cannotWrite(folder, cause) : cause;
      }
    },
    renew: () => database.resetReadTxn(),
    writes: () => lastWriteIn(database.getStats()),
    close: () => database.close(),
  };
}

/** What an iterator gives, each step by `reading`; ended with it where no more is asked for. */
function* eachRead<T>(rows: Iterator<T>, reading: <S>(read: () => S) => S): Generator<T> {
  try {
    for (let next = reading(() => rows.next()); next.done !== true; next = reading(() => rows.next())) yield next.value;
  } finally {
    rows.return?.();
  }
}

function lastWriteIn(stats: object): number {
  if ('lastTxnId' in stats && typeof stats.lastTxnId === 'number') return stats.lastTxnId;
  throw new TypeError('the store does not say how many writes there were');
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** An optional dependency: the rest of the tool goes without it where there is no binary for the machine. */
async function loadLmdb(): Promise<Lmdb> {
  try {
    return await import('lmdb');
  } catch (cause) {
    throw new UsageError({
      code: 'no-store',
      happened: 'The store of the archive, the package lmdb, is not there for this machine.',
      expected: 'Linux, macOS or Windows on x64 or arm64, with optional dependencies installed.',
      advice: 'Install again without --omit=optional; everything but the archive works without it.',
      cause,
    });
  }
}

/** Whether LMDB itself gives up: with a number, or with one of its names where a page is not what it must be. */
function isLmdbs(cause: unknown): boolean {
  return cause instanceof Error && (('code' in cause && typeof cause.code === 'number') || cause.message.startsWith('MDB_'));
}

function cannotRead(folder: string, cause: unknown): UsageError {
  return new UsageError({
    code: 'damaged-archive',
    happened: `The archive ${folder} can't be read: its file is damaged (${messageOf(cause)}).`,
    expected: 'The file as it was written.',
    advice: 'Take the archive back from a copy, or add its articles to a new one.',
    cause,
  });
}

function cannotWrite(folder: string, cause: unknown): UsageError {
  return new UsageError({
    code: 'cannot-write-archive',
    happened: `The archive ${folder} could not be written: ${messageOf(cause)}. It is as it was before.`,
    expected: 'Room on a disk that may be written to.',
    advice: 'Make room and run the command again: what was added already is not added twice.',
    cause,
  });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
