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
  /** By place, in milliseconds; infinite where not known. Threads share it. */
  readonly times: Float64Array<SharedArrayBuffer>;
}

/** A window over documents with these times; undefined where none is asked for. */
export function windowOver(times: readonly number[], days: number | undefined): DateWindow | undefined {
  if (days === undefined) return undefined;
  const shared = new Float64Array(new SharedArrayBuffer(8 * times.length));
  shared.set(times);
  return { days, times: shared };
}

/** Whether two documents, by their places, may be compared. */
export function mayMeet(window: DateWindow | undefined, x: number, y: number): boolean {
  return window === undefined || isWithin(window.days, window.times[x] ?? Infinity, window.times[y] ?? Infinity);
}
