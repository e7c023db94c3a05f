import { expect, test } from 'vitest';
import { colorLevel } from '../../src/cli/color.ts';
import { NEWSROOM } from './articles.ts';
import { dedupe, folderWith } from './command.ts';

const TERMINAL = { isTTY: true };
const PIPE = {};

test('a terminal has colour, a pipe and a dumb terminal have none', () => {
  expect(colorLevel(undefined, {}, TERMINAL)).toBe(1);
  expect(colorLevel(undefined, { TERM: 'dumb' }, TERMINAL)).toBe(0);
  expect(colorLevel(undefined, {}, PIPE)).toBe(0);
});

test('NO_COLOR turns colour off unless it is empty', () => {
  expect(colorLevel(undefined, { NO_COLOR: '1' }, TERMINAL)).toBe(0);
  expect(colorLevel(undefined, { NO_COLOR: '' }, TERMINAL)).toBe(1);
});

test('FORCE_COLOR goes before NO_COLOR, and the flag before both', () => {
  expect(colorLevel(undefined, { FORCE_COLOR: '1', NO_COLOR: '1' }, PIPE)).toBe(1);
  expect(colorLevel(undefined, { FORCE_COLOR: '0' }, TERMINAL)).toBe(0);
  expect(colorLevel(false, { FORCE_COLOR: '1' }, TERMINAL)).toBe(0);
  expect(colorLevel(true, { FORCE_COLOR: '0', NO_COLOR: '1' }, PIPE)).toBe(1);
});

test('colour adds nothing but colour: without it the text is the same', async () => {
  const cwd = await folderWith({ ...NEWSROOM, 'empty.txt': '' });
  const [plain, forced, flagged, both] = await Promise.all([
    dedupe(['.'], { cwd, env: { NO_COLOR: '1' } }),
    dedupe(['.'], { cwd, env: { NO_COLOR: '1', FORCE_COLOR: '1' } }),
    dedupe(['.', '--color'], { cwd, env: { NO_COLOR: '1' } }),
    dedupe(['.', '--no-color'], { cwd, env: { FORCE_COLOR: '1' } }),
  ]);
  const escape = String.fromCodePoint(27);
  expect(plain?.stdout).not.toContain(escape);
  expect(forced?.stdout).toContain(escape);
  expect(forced?.stderr).toContain(escape);
  expect(flagged?.stdout).toBe(forced?.stdout);
  expect(both?.stdout).toBe(plain?.stdout);
  expect(forced?.stdout.replaceAll(new RegExp(`${escape}\\[\\d+m`, 'g'), '')).toBe(plain?.stdout);
});
