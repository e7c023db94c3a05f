const DAY = 86_400_000;

/**
 * Whether two times, in milliseconds, are no further apart than a window of so many days; without one always, and so where a time
 * is not known (not finite): what has no date may be of any.
 */
export function isWithin(window: number | undefined, x: number, y: number): boolean {
  return window === undefined || !Number.isFinite(x) || !Number.isFinite(y) || Math.abs(x - y) <= window * DAY;
}
