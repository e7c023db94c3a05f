import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../errors.ts';
import type { Io, OutputStream, Page } from './io.ts';

/** What a pipe of Linux holds: a larger write is split anyway, a smaller one costs a call each. */
const BLOCK_CHARACTERS = 65_536;

/** Writes each page to its file, or to standard output. Throws `UsageError` where one can't be written. */
export async function printPages(pages: readonly Page[], io: Io): Promise<void> {
  for (const { file, chunks, append = false } of pages) {
    if (file === undefined) await writeWhole(io.stdout, chunks);
    else await writeFile(resolve(io.cwd, file), file, chunks, append ? 'a' : 'w');
  }
}

/**
 * Writes all of it, waiting until the stream has taken each block, so that nothing is lost at the end of the process.
 * A reader that has had enough (`| head -1`) ends the writing quietly; returns whether there still is a reader.
 */
export async function writeWhole(stream: OutputStream, chunks: Iterable<string | Uint8Array>): Promise<boolean> {
  for (const block of blocksOf(chunks)) {
    const failure = await writeBlock(stream, block);
    if (failure === undefined) continue;
    if (isGone(failure)) return false;
    throw cannotWrite('Standard output', failure);
  }
  return true;
}

function writeBlock(stream: OutputStream, block: string | Uint8Array): Promise<Error | undefined> {
  return new Promise((done) => {
    stream.write(block, (error) => done(error ?? undefined));
  });
}

/** EPIPE; EOF is its name on Windows; destroyed is what a stream is after either. */
function isGone(error: Error): boolean {
  return 'code' in error && ['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED'].includes(String(error.code));
}

function* blocksOf(chunks: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let block = '';
  for (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      if (block !== '') yield block;
      block = '';
      if (chunk.length > 0) yield chunk;
      continue;
    }
    block += chunk;
    if (block.length < BLOCK_CHARACTERS) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

async function writeFile(path: string, shown: string, chunks: Iterable<string | Uint8Array>, flags: 'a' | 'w'): Promise<void> {
  try {
    await pipeline(Readable.from(blocksOf(chunks)), createWriteStream(path, { flags }));
  } catch (error) {
    throw cannotWrite(shown, error);
  }
}

function cannotWrite(name: string, cause: unknown): UsageError {
  return new UsageError({
    code: 'cannot-write',
    happened: `${name} can't be written: ${cause instanceof Error ? cause.message : String(cause)}.`,
    expected: 'A place this user may write to, with room for the result.',
    advice: 'Check the folder and its permissions, and the space that is left.',
    cause,
  });
}
