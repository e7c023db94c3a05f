import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { loadGenerations, type Generation, type OpenGeneration } from './lmdb.ts';
import type { Store, StoreOptions, Writer } from './store.ts';

/** The file that names the generation in use. */
const CURRENT = 'current';
const FIRST = 'g1';

/** The folder of a store that is to take the place of what is there. */
const DRAFT = 'draft';

/** How often a copy is made anew because someone wrote meanwhile. */
const MOST_COPIES = 5;

/** What a write finds when a compacted copy was put in place before its turn came. */
class Moved extends Error {}

/**
 * Opens a store in a folder: generations of it, of which the file `current` names the one in use. Compaction writes the next one and
 * changes that name as the only writer; each write looks at the name when its turn has come, and so never goes to an old one.
 * Throws `UsageError` where it can't be opened.
 */
export async function openStore(folder: string, options: StoreOptions): Promise<Store> {
  const open = await loadGenerations();
  if (options.readOnly && !existsSync(join(folder, nameIn(folder)))) throw noArchive(folder);
  if (!options.readOnly) makeFolder(folder);
  return new Generations(folder, options, open);
}

class Generations implements Store {
  readonly #folder: string;
  readonly #options: StoreOptions;
  readonly #open: OpenGeneration;
  #name: string;
  #generation: Generation;

  constructor(folder: string, options: StoreOptions, open: OpenGeneration) {
    [this.#folder, this.#options, this.#open] = [folder, options, open];
    this.#name = nameIn(folder);
    this.#generation = open(join(folder, this.#name), options);
  }

  readonly get = (key: Uint8Array): Uint8Array | undefined => this.#generation.get(key);
  readonly glimpse = (key: Uint8Array): Uint8Array | undefined => this.#generation.glimpse(key);
  readonly peek = (key: Uint8Array): Uint8Array | undefined => this.#generation.peek(key);
  readonly entries = (from: Uint8Array, before: Uint8Array): ReturnType<Store['entries']> => this.#generation.entries(from, before);
  readonly keys = (from: Uint8Array, before: Uint8Array): ReturnType<Store['keys']> => this.#generation.keys(from, before);
  readonly close = (): Promise<void> => this.#generation.close();

  readonly follow = (): void => {
    if (this.#options.readOnly) this.#generation.renew();
    const name = nameIn(this.#folder);
    if (name === this.#name) return;
    void this.#generation.close();
    this.#name = name;
    this.#generation = this.#open(join(this.#folder, name), this.#options);
  };

  readonly write = <T>(work: (writer: Writer) => T): T => {
    for (;;) {
      this.follow();
      try {
        return this.#generation.write((writer) => {
          if (nameIn(this.#folder) !== this.#name) throw new Moved();
          return work(writer);
        });
      } catch (error) {
        if (!(error instanceof Moved)) throw error;
      }
    }
  };

  readonly compact = async (): Promise<void> => {
    for (let copies = 0; copies < MOST_COPIES; copies++) {
      this.follow();
      if (await this.#succeedBy(this.#generation, this.#state())) return;
    }
    throw this.#isBusy();
  };

  readonly replace = async (work: (draft: Store) => void): Promise<void> => {
    this.follow();
    this.#removeOthers();
    const before = this.#state();
    const folder = join(this.#folder, DRAFT);
    makeFolder(folder);
    const draft = new Generations(folder, this.#options, this.#open);
    try {
      work(draft);
      if (!(await this.#succeedBy(draft.#generation, before, [DRAFT]))) throw this.#isBusy();
    } finally {
      await draft.close();
      this.#removeOthers();
    }
  };

  /** Puts a copy of a generation in place as the next one, if nothing was written since some state; returns whether it was so. */
  async #succeedBy(source: Generation, state: number, needed: readonly string[] = []): Promise<boolean> {
    this.#removeOthers(needed);
    const next = `g${1 + Number(this.#name.slice(1))}`;
    mkdirSync(join(this.#folder, next));
    await source.copyTo(join(this.#folder, next));
    for (const file of readdirSync(join(this.#folder, next))) sync(join(this.#folder, next, file));
    const isDone = this.write(() => {
      if (this.#state() !== state) return false;
      replaceName(this.#folder, next);
      return true;
    });
    if (!isDone) return false;
    this.follow();
    this.#removeOthers(needed);
    return true;
  }

  #isBusy(): UsageError {
    return new UsageError({
      code: 'archive-busy',
      happened: `The archive ${this.#folder} was written to whenever a new copy of it was ready.`,
      expected: 'Some time in which nobody adds to it.',
      advice: 'Run the command again when less comes in; nothing was changed.',
    });
  }

  /** What every write changes: the count of them. */
  #state(): number {
    return this.#generation.writes();
  }

  /** Takes away what is no longer, or was never, in use; where one is open elsewhere and can't be, it waits for the next time. */
  #removeOthers(needed: readonly string[] = []): void {
    for (const name of readdirSync(this.#folder)) {
      if ((name === DRAFT || /^g\d+$/.test(name)) && name !== this.#name && !needed.includes(name)) rmSync(join(this.#folder, name), { recursive: true, force: true });
    }
  }
}

function nameIn(folder: string): string {
  const file = join(folder, CURRENT);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : FIRST;
}

function replaceName(folder: string, name: string): void {
  const draft = join(folder, `${CURRENT}.new`);
  writeFileSync(draft, `${name}\n`);
  sync(draft);
  renameSync(draft, join(folder, CURRENT));
  sync(folder);
}

/** Waits until a file, or what a folder lists, lies on the disk. */
function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } catch (error) {
    // Windows knows no such thing of a folder, or of a file open for reading.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error;
  } finally {
    closeSync(file);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new UsageError({ code: 'cannot-open-archive', happened: `The folder ${folder} can't be made.`, expected: 'A place that may be written to.', advice: 'Check the path, its permissions and the disk.', cause });
  }
}

/** The error of a folder that holds no archive. */
export function noArchive(folder: string): UsageError {
  return new UsageError({
    code: 'no-archive',
    happened: `There is no archive in ${folder}.`,
    expected: 'A folder that `dedupe add --archive` has made.',
    advice: `Check the path, or make one: dedupe add --archive ${folder} PATHS.`,
  });
}
