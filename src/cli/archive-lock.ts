import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { cannotOpen } from '../store/cannot-open.ts';

/** The file that a writer holds while it is at work: its process number. */
const LOCK = 'writer';

/** How often a lock that nobody holds any more is taken away before one gives up. */
const MOST_TRIES = 3;

/**
 * Takes the archive in a folder for the only writer, and returns what gives it back. A lock whose process is gone is taken away.
 * Throws `UsageError` where another process writes.
 */
export function lockForWriting(folder: string): () => void {
  try {
    return lockIn(folder);
  } catch (cause) {
    throw cause instanceof UsageError ? cause : cannotOpen(folder, false, cause);
  }
}

function lockIn(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, LOCK);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (make(file)) return () => rmSync(file, { force: true });
    const holder = holderOf(file);
    if (holder !== undefined && isAlive(holder)) throw busy(folder, holder);
    takeAway(file);
  }
  throw busy(folder, undefined);
}

function make(file: string): boolean {
  try {
    const lock = openSync(file, 'wx');
    writeSync(lock, `${process.pid}\n`);
    closeSync(lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The process that holds a lock; undefined where it is gone, or not written yet. */
function holderOf(file: string): number | undefined {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(holder) && holder > 0 ? holder : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(holder: number): boolean {
  if (holder === process.pid) return true;
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** By a new name first: of two that find it left behind, one takes it away. */
function takeAway(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

function busy(folder: string, holder: number | undefined): UsageError {
  return new UsageError({
    code: 'archive-busy',
    happened: `Another process${holder === undefined ? '' : ` (${holder})`} writes to the archive ${folder}.`,
    expected: 'One writer at a time; to read, as many as like.',
    advice: 'Wait until it is done, or send articles to `dedupe serve`, where that is the writer.',
  });
}
