import { spawnSync } from 'node:child_process';
import { openSync, closeSync, ftruncateSync, fstatSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Diagnostic, Report } from '../../src/types.ts';
import { hostileCorpus, type HostileFile } from '../read/hostile/corpus.ts';

const CORPUS = hostileCorpus();
const root = mkdtempSync(join(tmpdir(), 'dedupe-hostile-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write({ name, content, zeros }: HostileFile): void {
  const path = Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name)]);
  if (zeros === undefined) return writeFileSync(path, content);
  const file = openSync(path, 'w');
  writeSync(file, Buffer.from(content));
  ftruncateSync(file, fstatSync(file).size + zeros);
  closeSync(file);
}

/** Runs the command in a process of its own, which says at last how much memory it had at most, in bytes, and its time. */
const PROGRAM = `
import { main } from ${JSON.stringify(resolve('dist/cli/main.js'))};
process.exitCode = await main(process.argv.slice(1), { stdout: process.stdout, stderr: process.stderr, stdin: process.stdin, cwd: process.cwd(), env: {} });
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
process.stderr.write('\\nmemory ' + maxRSS * 1024 + ' seconds ' + (userCPUTime + systemCPUTime) / 1e6);`;

interface Ran {
  readonly code: number | null;
  readonly report: Report;
  readonly stdout: string;
  readonly stderr: string;
  readonly memory: number;
  readonly seconds: number;
}

function run(flags: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', PROGRAM, '--', '.', '--json', '-v', ...flags], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const [, memory = '', seconds = ''] = /\nmemory (\d+) seconds ([\d.]+)$/.exec(stderr) ?? [];
  return { code: status, report: JSON.parse(stdout || '{"documents":[],"diagnostics":[]}') as Report, stdout, stderr, memory: Number(memory), seconds: Number(seconds) };
}

const belongsTo = (name: string, { document = '', message }: Diagnostic): boolean => document === name || document.startsWith(`${name}/`) || message.includes(name);

test('the corpus has two hundred files and more with something wrong, each under a name of its own', () => {
  const names = CORPUS.map(({ name }) => name.toString());
  expect(new Set(names).size).toBe(names.length);
  expect(CORPUS.filter(({ code }) => code !== undefined).length).toBeGreaterThanOrEqual(200);
});

test('a folder of hostile files ends well, in little memory, with a diagnostic for each that is wrong', () => {
  for (const file of CORPUS) write(file);
  symlinkSync('.', join(root, 'circle'));
  symlinkSync('nowhere', join(root, 'lost'));
  writeFileSync(Buffer.concat([Buffer.from(`${root}/name-`), Buffer.from([0xff, 0xfe]), Buffer.from('.txt')]), 'A name of no encoding.');

  const { code, report, stdout, stderr, memory, seconds } = run([]);
  expect([0, 2]).toContain(code);
  expect(memory).toBeLessThan(512 * 2 ** 20);
  // A reader that goes back over what it read takes minutes; a busy or slow machine takes thrice the eight seconds of an idle one.
  expect(seconds).toBeLessThan(90);
  const unsaid = CORPUS.filter(({ name, code: expected }) => expected !== undefined && !report.diagnostics.some((each) => belongsTo(name.toString(), each) && (expected === '*' || each.code === expected)));
  expect(unsaid.map(({ name, code: expected }) => [name.toString(), expected, report.diagnostics.filter((each) => belongsTo(name.toString(), each)).map((each) => each.code)])).toEqual([]);
  for (const output of [stdout, stderr]) expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  expect(report.documents.map(({ path }) => path)).toContain('name-\\xff\\xfe.txt');
});
