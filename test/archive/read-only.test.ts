import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dedupe } from '../cli/command.ts';
import { newFolder } from './newsroom.ts';

/** Makes a folder read-only: by its rights, or for root, whom these don't bind, by a mount; undefined where neither can be. */
function closed(folder: string): (() => void) | undefined {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o500);
    return () => chmodSync(folder, 0o700);
  }
  try {
    execFileSync('mount', ['--bind', folder, folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const open = (): void => void execFileSync('umount', [folder], { stdio: 'ignore' });
  try {
    execFileSync('mount', ['-o', 'remount,ro,bind', folder], { stdio: 'ignore' });
    return open;
  } catch {
    open();
    return undefined;
  }
}

test('where the archive may not be written to, adding says so and what is there stays', async ({ skip }) => {
  const folder = await newFolder();
  expect((await dedupe(['add', 'fixtures/newsroom/articles', '--archive', folder])).code).toBe(0);
  const before = (await dedupe(['archive', 'export', '--archive', folder])).stdout;
  const open = closed(folder);
  if (open === undefined) {
    skip('neither rights nor a mount can make a folder read-only here');
    return;
  }
  try {
    const { code, stderr } = await dedupe(['add', 'fixtures/newsroom/incoming', '--archive', folder]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/archive .* can't be opened/) });
  } finally {
    open();
  }
  expect((await dedupe(['archive', 'export', '--archive', folder])).stdout).toBe(before);
  expect((await dedupe(['archive', 'verify', '--archive', folder])).code).toBe(0);
}, 60_000);
