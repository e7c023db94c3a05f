import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openStore } from '../../src/store/open.ts';

/** A record of a store. */
export interface Row {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** A store that is open. */
export interface Opened {
  /** Puts records in one transaction; when it returns they are safe on the disk. */
  readonly put: (rows: readonly Row[]) => Promise<void> | void;
  readonly get: (key: Uint8Array) => Promise<Uint8Array | undefined> | Uint8Array | undefined;
  readonly close: () => Promise<void> | void;
}

interface Candidate {
  readonly name: string;
  readonly needs: string;
  /** `packages` is the folder in which candidates are installed. Throws where this one is not. */
  readonly open: (folder: string, packages: string) => Promise<Opened>;
}

/** The parts of SQLite's bindings that are asked for: `node:sqlite` and libsql have the same. */
interface Sqlite {
  readonly exec: (sql: string) => unknown;
  readonly prepare: (sql: string) => { readonly run: (...values: readonly Uint8Array[]) => unknown; readonly get: (value: Uint8Array | readonly Uint8Array[]) => { readonly v: Uint8Array } | undefined };
  readonly close: () => unknown;
}

type SqliteClass = new (file: string) => Sqlite;

interface Pglite {
  readonly exec: (sql: string) => Promise<unknown>;
  readonly query: (sql: string, values: readonly Uint8Array[]) => Promise<{ readonly rows: readonly { readonly v: Uint8Array }[] }>;
  readonly transaction: (work: (inner: Pglite) => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Duckdb {
  readonly run: (sql: string) => Promise<unknown>;
  readonly createAppender: (table: string) => Promise<{ readonly appendBlob: (value: Uint8Array) => void; readonly endRow: () => void; readonly closeSync: () => void }>;
  readonly prepare: (sql: string) => Promise<{ readonly bindBlob: (place: number, value: Uint8Array) => void; readonly runAndReadAll: () => Promise<{ readonly getRows: () => readonly (readonly { readonly bytes: Uint8Array }[])[] }> }>;
  readonly closeSync: () => void;
}

/** The stores that are compared. */
export const CANDIDATES: readonly Candidate[] = [
  { name: 'lmdb', needs: 'the optional dependency', open: openLmdb },
  { name: 'node:sqlite', needs: 'Node 22.13 or later', open: openNodeSqlite },
  { name: 'pglite', needs: 'the package @electric-sql/pglite', open: openPglite },
  { name: 'duckdb', needs: 'the package @duckdb/node-api', open: openDuckdb },
  // Last: 0.5.29 ends the whole process where a statement fails.
  { name: 'libsql', needs: 'the package libsql', open: openLibsql },
];

/** As the archive has it, checksums included. */
async function openLmdb(folder: string): Promise<Opened> {
  const store = await openStore(folder, { readOnly: false });
  return {
    put: (rows) => store.write((writer) => {
      for (const { key, value } of rows) writer.put(key, value);
    }),
    get: store.get,
    close: store.close,
  };
}

async function openNodeSqlite(folder: string): Promise<Opened> {
  const name = 'node:sqlite';
  const { DatabaseSync }: { readonly DatabaseSync: SqliteClass } = await import(name);
  return openSqlite(new DatabaseSync(join(folder, 'data')), (key) => key);
}

async function openLibsql(folder: string, packages: string): Promise<Opened> {
  const { default: Database }: { readonly default: SqliteClass } = await installed('libsql', packages);
  // It takes Node's buffers only, and one by itself for the names of parameters (tursodatabase/libsql-js, pull request 234).
  return openSqlite(new Database(join(folder, 'data')), (key) => [Buffer.from(key)]);
}

function openSqlite(database: Sqlite, lone: (key: Uint8Array) => Uint8Array | readonly Uint8Array[]): Opened {
  // A commit is synced, as it is with the others.
  for (const sql of ['PRAGMA journal_mode = WAL', 'PRAGMA synchronous = FULL', 'CREATE TABLE IF NOT EXISTS records (k BLOB PRIMARY KEY, v BLOB) WITHOUT ROWID']) database.exec(sql);
  const put = database.prepare('INSERT OR REPLACE INTO records VALUES (?, ?)');
  const get = database.prepare('SELECT v FROM records WHERE k = ?');
  return {
    put: (rows) => {
      database.exec('BEGIN');
      for (const { key, value } of rows) put.run(Buffer.from(key), Buffer.from(value));
      database.exec('COMMIT');
    },
    get: (key) => get.get(lone(key))?.v,
    close: () => void database.close(),
  };
}

async function openPglite(folder: string, packages: string): Promise<Opened> {
  const { PGlite }: { readonly PGlite: { readonly create: (folder: string) => Promise<Pglite> } } = await installed('@electric-sql/pglite', packages);
  const database = await PGlite.create(join(folder, 'data'));
  await database.exec('CREATE TABLE IF NOT EXISTS records (k bytea PRIMARY KEY, v bytea)');
  return {
    put: (rows) => database.transaction(async (inner) => {
      for (const { key, value } of rows) await inner.query('INSERT INTO records VALUES ($1, $2)', [key, value]);
    }),
    get: async (key) => (await database.query('SELECT v FROM records WHERE k = $1', [key])).rows[0]?.v,
    close: () => database.close(),
  };
}

async function openDuckdb(folder: string, packages: string): Promise<Opened> {
  const { DuckDBInstance }: { readonly DuckDBInstance: { readonly create: (file: string) => Promise<{ readonly connect: () => Promise<Duckdb>; readonly closeSync: () => void }> } } = await installed('@duckdb/node-api', packages);
  const instance = await DuckDBInstance.create(join(folder, 'data'));
  const connection = await instance.connect();
  await connection.run('CREATE TABLE IF NOT EXISTS records (k BLOB PRIMARY KEY, v BLOB)');
  const get = await connection.prepare('SELECT v FROM records WHERE k = ?');
  return {
    put: async (rows) => {
      await connection.run('BEGIN');
      const appender = await connection.createAppender('records');
      for (const { key, value } of rows) {
        appender.appendBlob(key);
        appender.appendBlob(value);
        appender.endRow();
      }
      appender.closeSync();
      await connection.run('COMMIT');
    },
    get: async (key) => {
      get.bindBlob(1, key);
      return (await get.runAndReadAll()).getRows()[0]?.[0]?.bytes;
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function installed<Module>(name: string, packages: string): Promise<Module> {
  const module: Module = await import(pathToFileURL(createRequire(join(packages, 'package.json')).resolve(name)).href);
  return module;
}
