import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
