import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text as textOf } from 'node:stream/consumers';

/** What a process of its own has said, and how it ended. */
interface RanApart {
  readonly stdout: string;
  readonly stderr: string;
  /** Its exit code; undefined where a signal has ended it. */
  readonly code: number | undefined;
  /** Why it came to no end of its own, for people: it `did not come to an end` in the time it had, or something `ended the process`. */
  readonly broken: string | undefined;
}

/** Runs Node with some arguments in a process of its own, and ends that when it has not ended after so many milliseconds. */
export async function runApart(args: readonly string[], env: NodeJS.ProcessEnv, patience: number): Promise<RanApart> {
  const child = spawn(process.execPath, args, { env, timeout: patience, killSignal: 'SIGKILL' });
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'close')]);
  const code = child.exitCode ?? undefined;
  const broken = child.killed ? 'did not come to an end' : code === undefined ? `ended the process (${child.signalCode ?? 'no signal'})` : undefined;
  return { stdout, stderr, code, broken };
}
