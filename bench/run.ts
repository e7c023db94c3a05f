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
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs `dedupe` with the arguments as a user does. Throws where it fails. */
export async function runDedupe(args: readonly string[], folder: string): Promise<Taken> {
  const peak = join(folder, 'peak');
  const options = ['--import', new URL('peak.mjs', import.meta.url).href, `--max-old-space-size=${MOST_MEGABYTES}`];
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [...options, join(ROOT, 'bin/dedupe.js'), ...args], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, BENCH_PEAK: peak } });
    child.on('error', reject);
    child.on('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`dedupe ${args.join(' ')} ended with ${code ?? signal}`))));
  });
  const seconds = (performance.now() - start) / 1_000;
  const [bytes = 0, processor = 0] = readFileSync(peak, 'utf8').split(' ').map(Number);
  return { seconds, processor, peak: bytes };
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
