/** Loaded into the measured process by --import: leaves what it took, as JSON, in the file that BENCH_TAKEN names. */
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

const file = process.env['BENCH_TAKEN'];
if (isMainThread && file !== undefined) {
  const stages = [];
  subscribe('dedupe:stage', (name) => stages.push({ name, from: performance.now() / 1_000 }));
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const ends = [...stages.slice(1).map(({ from }) => from), performance.now() / 1_000];
    const taken = stages.map(({ name, from }, at) => [name, ends[at] - from]);
    writeFileSync(file, JSON.stringify({ peak: maxRSS * 1024, processor: (userCPUTime + systemCPUTime) / 1e6, stages: taken }));
  });
}
