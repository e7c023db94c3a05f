/** A quotient held in [0, 1]; 0 where there is nothing to divide by. */
export function ratio(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
