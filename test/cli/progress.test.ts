import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import type { OutputStream } from '../../src/cli/io.ts';
import { progressOn } from '../../src/cli/progress.ts';

/** A terminal, or none, that keeps what is written to it, and a clock set by hand. */
function watched(isTTY: boolean, quiet = false): { readonly written: string[]; readonly clock: { now: number }; readonly progress: ReturnType<typeof progressOn> } {
  const written: string[] = [];
  const stream: OutputStream = Object.assign(
    new Writable({
      write: (chunk, _encoding, done) => {
        written.push(String(chunk));
        done();
      },
    }),
    { isTTY },
  );
  const clock = { now: 0 };
  return { written, clock, progress: progressOn(stream, quiet, () => clock.now) };
}

test('whoever waits longer than a second is told the stage, the steps, the rate and the time left', () => {
  const { written, clock, progress } = watched(true);
  progress.stage('reading articles', 12_000);
  clock.now = 900;
  progress.done(2_000);
  expect(written).toEqual([]);
  clock.now = 2_000;
  progress.done(1_000);
  expect(written.join('')).toBe('\r\u001b[Kreading articles: 3,000 of 12,000, 1,500 a second, 6 s left');
});

test('the line changes five times a second at most, and is taken away at the end', () => {
  const { written, clock, progress } = watched(true);
  progress.stage('judging pairs', 100);
  for (clock.now = 1_000; clock.now < 2_000; clock.now += 10) progress.done(1);
  expect(written.length).toBeLessThanOrEqual(6);
  progress.clear();
  expect(written.at(-1)).toBe('\r\u001b[K');
});

test('a stage without steps is named alone', () => {
  const { written, clock, progress } = watched(true);
  clock.now = 5_000;
  progress.stage('grouping', 0);
  expect(written.join('')).toContain('grouping …');
});

test.each([['a pipe', false, false], ['a quiet run', true, true]])('%s is told nothing, however long it takes', (_, isTTY, quiet) => {
  const { written, clock, progress } = watched(isTTY, quiet);
  clock.now = 60_000;
  progress.stage('reading articles', 10);
  progress.done(5);
  progress.clear();
  expect(written).toEqual([]);
});

test.each([['on a terminal', true], ['in a pipe', false]])('whoever listens is told each stage as it begins, %s', (_, isTTY) => {
  const heard: unknown[] = [];
  const listener = (name: unknown): unknown => heard.push(name);
  subscribe('dedupe:stage', listener);
  const { progress } = watched(isTTY);
  progress.stage('reading articles', 0);
  progress.stage('grouping', 0);
  unsubscribe('dedupe:stage', listener);
  progress.stage('writing the report', 0);
  expect(heard).toEqual(['reading articles', 'grouping']);
});
