import { spawn } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

/** What one run of a command took. */
export interface Taken {
  readonly seconds: number;
  /** Of the processor, all threads together. */
  readonly processor: number;
  /** Peak memory in bytes. */
  readonly peak: number;
  /** Seconds by the stages that the program tells of, in their order: those of a run by threads. */
  readonly stages: readonly (readonly [name: string, seconds: number])[];
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Has a command run on one core; part of util-linux. */
const ON_ONE_CORE = ['taskset', '-c', '0'];

/** Runs `dedupe` with the arguments as a user does, on all cores or on one. Throws where it fails. */
export async function runDedupe(args: readonly string[], folder: string, onOneCore = false): Promise<Taken> {
  const file = join(folder, 'taken');
  const options = ['--import', new URL('measured.mjs', import.meta.url).href, `--max-old-space-size=${MOST_MEGABYTES}`];
  const [command = '', ...rest] = [...(onOneCore ? ON_ONE_CORE : []), process.execPath, ...options, join(ROOT, 'bin/dedupe.js'), ...args];
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, rest, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, BENCH_TAKEN: file } });
    child.on('error', reject);
    child.on('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`dedupe ${args.join(' ')} ended with ${code ?? signal}`))));
  });
  const seconds = (performance.now() - start) / 1_000;
  const taken: Omit<Taken, 'seconds'> = JSON.parse(readFileSync(file, 'utf8'));
  return { seconds, ...taken };
}

/** The heap that the run may take: what is measured must not be the wait before its end. */
const MOST_MEGABYTES = 6_144;

/** Seconds that `gzip -6` takes for a file on one core: the yardstick. The best of three for short ones. */
export async function gzipSeconds(files: readonly string[], bytes: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < (bytes < 50_000_000 ? 3 : 1); run++) {
    const start = performance.now();
    await pipeline(contentOf(files), createGzip({ level: 6, chunkSize: 2 ** 20 }), new Writable({ write: (_chunk, _encoding, done) => done() }));
    best = Math.min(best, (performance.now() - start) / 1_000);
  }
  return best;
}

/** One file as a stream, as it may be larger than memory; of many each at once, as a stream for each would be most of the time. */
async function* contentOf(files: readonly string[]): AsyncGenerator<Buffer> {
  for (const file of files) {
    if (files.length > 1) yield readFileSync(file);
    else yield* createReadStream(file, { highWaterMark: 2 ** 20 });
  }
}
