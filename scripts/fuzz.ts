/**
 * Feeds the readers damaged inputs until the time is up: `npm run fuzz -- --minutes 30 --seed 1`. The reading runs in a
 * process of its own, so that one that hangs or runs out of memory is seen too. What it finds lies in `fuzz-failures/`,
 * each file with its seed; exit code 1 where there is any.
 */
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inputOf } from './fuzz/input.ts';

/** Longer for one input of some kilobytes is a hang, on a machine that does other work as well. */
const HANG_SECONDS = 20;
/** What the reading may have: the limit of the hostile corpus. */
const MEMORY_MIB = 512;

interface Finding {
  readonly seed: number;
  readonly what: string;
}

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } } });
const end = Date.now() + Number(values.minutes) * 60_000;
const findings: Finding[] = [];
let next = Number(values.seed);
while (Date.now() < end) next = await runFrom(next);
console.log(`${next - Number(values.seed)} inputs in ${values.minutes} minutes, seeds ${values.seed} to ${next - 1}: ${findings.length} failed`);
process.exitCode = findings.length === 0 ? 0 : 1;

/** Lets a process read inputs from a seed on, until the time is up or one fails; returns the seed to go on with. */
function runFrom(seed: number): Promise<number> {
  return new Promise((done) => {
    const child = fork(new URL('./fuzz/reading.ts', import.meta.url), [String(seed)], { execArgv: [...process.execArgv, `--max-old-space-size=${MEMORY_MIB}`] });
    let [current, since, what] = [seed, Date.now(), ''];
    const watch = setInterval(() => {
      if (Date.now() - since > HANG_SECONDS * 1_000) what = `no answer in ${HANG_SECONDS} seconds`;
      if (what !== '' || Date.now() > end) child.kill('SIGKILL');
    }, 500);
    child.on('message', (message: { readonly seed: number; readonly failure?: string }) => {
      [current, since] = [message.seed, Date.now()];
      if (message.failure !== undefined) report(message.seed, message.failure);
    });
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      if (what !== '' || (Date.now() <= end && signal !== null) || (code !== null && code !== 0)) report(current, what || `the process ended with ${code ?? signal}`);
      done(current + 1);
    });
  });
}

function report(seed: number, what: string): void {
  findings.push({ seed, what });
  mkdirSync('fuzz-failures', { recursive: true });
  const { name, bytes } = inputOf(seed);
  writeFileSync(`fuzz-failures/${seed}-${name}`, bytes);
  console.log(`seed ${seed}, ${name}, ${bytes.length} bytes: ${what}`);
}
