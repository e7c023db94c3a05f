import type { Reach } from './partner-scores.ts';
import type { KernelMemory } from '../kernel/kernel.ts';

const DAY = 86_400_000;

/**
 * Whether two times, in milliseconds, are no further apart than a window of so many days; without one always, and so where a time
 * is not known (not finite): what has no date may be of any.
 */
export function isWithin(window: number | undefined, x: number, y: number): boolean {
  return window === undefined || !Number.isFinite(x) || !Number.isFinite(y) || Math.abs(x - y) <= window * DAY;
}

/** The dates of a list of documents, and how many days apart two that are compared may lie. */
export interface DateWindow {
  readonly days: number;
  /** By place, in milliseconds; infinite where not known. */
  readonly times: readonly number[];
}

/** A window over documents with these times; undefined where none is asked for. */
export function windowOver(times: readonly number[], days: number | undefined): DateWindow | undefined {
  return days === undefined ? undefined : { days, times };
}

/** Whether two documents, by their places, may be compared. */
export function mayMeet(window: DateWindow | undefined, x: number, y: number): boolean {
  return window === undefined || isWithin(window.days, window.times[x] ?? Infinity, window.times[y] ?? Infinity);
}

/** The same as the kernel takes it. */
export function reachOf(window: DateWindow | undefined, memory: KernelMemory): Pick<Reach, 'times' | 'reach'> {
  if (window === undefined) return { times: undefined, reach: Infinity };
  const times = memory.float64(window.times.length);
  for (const [place, time] of window.times.entries()) times[place] = Number.isFinite(time) ? time : Number.NaN;
  return { times, reach: window.days * DAY };
}
