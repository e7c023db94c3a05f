import { expect, test } from 'vitest';
import { NEWSROOM } from './articles.ts';
import { bash, dedupe, folderWith } from './command.ts';

test('a run that finds duplicates exits with 0, and with 1 where --fail-on duplicates asks for it', async () => {
  const cwd = await folderWith(NEWSROOM);
  expect((await dedupe(['.'], { cwd })).code).toBe(0);
  const gate = await dedupe(['.', '--fail-on', 'duplicates'], { cwd });
  expect(gate.code).toBe(1);
  expect(gate.stdout).toContain('Cluster 1');
  expect((await dedupe(['flood-en.txt', 'election-en.txt', '--fail-on', 'duplicates'], { cwd })).code).toBe(0);
});

test.each([
  ['no paths at all', []],
  ['a path that is not there', ['missing/']],
  ['an empty folder', ['.']],
  ['nothing but files that can not be read', ['empty.txt']],
])('%s exits with 2 and prints no result', async (_, argv) => {
  const cwd = await folderWith(argv[0] === 'empty.txt' ? { 'empty.txt': '  \n' } : {});
  const ran = await dedupe([...argv, '--json'], { cwd });
  expect(ran.code).toBe(2);
  expect(ran.stdout).toBe('');
  expect(ran.stderr).toMatch(/^error: .*\[(no-paths|nothing-readable)\]\n {2}expected: .*\n {2}try: /m);
});

test('why a run failed is said even with -q', async () => {
  const ran = await dedupe(['missing.txt', '-q'], { cwd: await folderWith({}) });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(/^error: No document could be read from "missing\.txt"/);
});

test('--debug adds the stack of a failure', async () => {
  expect((await dedupe(['--threshold', '7', 'x'])).stderr).not.toContain('    at ');
  expect((await dedupe(['--threshold', '7', 'x', '--debug'])).stderr).toContain('    at ');
});

test('a result that can not be written exits with 2', async () => {
  const cwd = await folderWith(NEWSROOM);
  expect(await dedupe(['.', '-o', 'no/such/folder.json'], { cwd })).toMatchObject({ code: 2, stdout: '' });
});

test.runIf(process.platform === 'linux')('where the shell allows a process few addresses, it says so, and what helps does', async () => {
  const cwd = await folderWith(NEWSROOM);
  const line = 'ulimit -v 12000000; "$DEDUPE" . -q --json';
  const ran = await bash(line, { cwd });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(/^error: .*addresses.* \[too-few-addresses\]\n {2}expected: .*ulimit.*\n {2}try: .*disable-wasm-trap-handler/m);
  expect((await bash(line, { cwd, env: { NODE_OPTIONS: '--disable-wasm-trap-handler' } })).code).toBe(0);
});
