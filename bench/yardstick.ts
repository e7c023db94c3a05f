import { spawn } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** Seconds on one core for some bytes: what a run is told beside, since seconds differ from machine to machine. */
export interface Yardstick {
  /** Of the command `gzip -6`. */
  readonly gzip: number;
  /** Of the zlib that Node has built in, at the same level: nearly twice as fast, and what figures until 2026-11-30 were told beside. */
  readonly zlib: number;
}

/** Under so many bytes the best of three is taken. */
const SHORT = 50_000_000;

/** Measures both. Throws where there is no `gzip`. */
export async function yardstickFor(contents: () => AsyncIterable<Buffer>, bytes: number): Promise<Yardstick> {
  return { gzip: await best(() => commandSeconds(contents()), bytes), zlib: await best(() => zlibSeconds(contents()), bytes) };
}

async function best(run: () => Promise<number>, bytes: number): Promise<number> {
  let least = await run();
  for (let again = 1; again < (bytes < SHORT ? 3 : 1); again++) least = Math.min(least, await run());
  return least;
}

async function commandSeconds(contents: AsyncIterable<Buffer>): Promise<number> {
  const start = performance.now();
  const child = spawn('gzip', ['-6', '-c'], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`gzip ended with ${code}`))));
  });
  await Promise.all([ended, pipeline(contents, child.stdin)]);
  return (performance.now() - start) / 1_000;
}

async function zlibSeconds(contents: AsyncIterable<Buffer>): Promise<number> {
  const start = performance.now();
  await pipeline(contents, createGzip({ level: 6, chunkSize: 2 ** 20 }), new Writable({ write: (_chunk, _encoding, done) => done() }));
  return (performance.now() - start) / 1_000;
}

/** One file as a stream, as it may be larger than memory; of many each at once, as a stream for each would be most of the time. */
export async function* contentOf(files: readonly string[]): AsyncGenerator<Buffer> {
  for (const file of files) {
    if (files.length > 1) yield readFileSync(file);
    else yield* createReadStream(file, { highWaterMark: 2 ** 20 });
  }
}
