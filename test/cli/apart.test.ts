import { expect, test } from 'vitest';
import { runApart } from '../../src/cli/apart.ts';

test('what a process of its own says comes back with its code', async () => {
  expect(await runApart(['-e', 'console.log("whole"); console.error("but"); process.exit(1)'], process.env, 60_000)).toEqual({ stdout: 'whole\n', stderr: 'but\n', code: 1, broken: undefined });
});

test('a process that waits for ever is ended, and that is told beside what it had said', async () => {
  // As a damaged page of the store can have it: no timer of its own would fire.
  const told = await runApart(['-e', 'require("node:fs").writeSync(1, "a first damage\\n"); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'], process.env, 3_000);
  expect(told).toEqual({ stdout: 'a first damage\n', stderr: '', code: undefined, broken: 'did not come to an end' });
});

test('a process that falls is told by the signal that ended it', async () => {
  const { code, broken } = await runApart(['-e', 'process.kill(process.pid, "SIGSEGV"); setTimeout(() => {}, 60_000)'], process.env, 60_000);
  expect(code).toBeUndefined();
  expect(broken).toBe('ended the process (SIGSEGV)');
});
