/** Loaded into the measured process by --import: leaves its peak memory, in bytes, and the seconds of the processor that it took in the file that BENCH_PEAK names. */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

const file = process.env['BENCH_PEAK'];
if (isMainThread && file !== undefined) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, `${maxRSS * 1024} ${(userCPUTime + systemCPUTime) / 1e6}`);
  });
}
