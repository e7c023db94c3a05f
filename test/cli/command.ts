import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll } from 'vitest';

/** The executable, as a user runs it. */
const DEDUPE = resolve(import.meta.dirname, '../../bin/dedupe.js');

/** What a run left behind. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `dedupe` with these arguments. */
export function dedupe(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, [DEDUPE, ...argv], options);
}

/** Runs a line of bash, in which `$DEDUPE` is the executable; its exit code is that of `dedupe`, wherever in a pipe. */
export function bash(line: string, options: RunOptions = {}): Promise<Ran> {
  // Without --norc a bash whose input is a socket, as here, takes itself for a remote login and reads the user's files.
  return run('bash', ['--norc', '-c', line], { ...options, env: { ...options.env, DEDUPE } });
}

function run(command: string, argv: readonly string[], { cwd, stdin = '', env }: RunOptions): Promise<Ran> {
  return new Promise((done, fail) => {
    // Nothing of the environment of the test run, least of all its FORCE_COLOR.
    const child = spawn(command, argv, { cwd, env: { PATH: process.env['PATH'], ...env } });
    const [stdout, stderr]: [string[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (text: string) => stdout.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text));
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout: stdout.join(''), stderr: stderr.join('') }));
    child.stdin.on('error', () => undefined).end(stdin);
  });
}

// One for the test file: the hooks of a single test don't work where tests run at once.
const root = mkdtempSync(join(tmpdir(), 'dedupe-cli-'));
afterAll(() => rm(root, { recursive: true, force: true }));

/** A new folder with these files by their path, which lasts as long as the tests of the file. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(root, 'newsroom-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
