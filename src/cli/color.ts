import type { OutputStream } from './io.ts';

/** Chalk's levels: none, or the 16 colours that every terminal has and its theme decides. */
export type ColorLevel = 0 | 1;

/**
 * Whether to colour, decided here and nowhere else: the flag, then FORCE_COLOR (force-color.org, with 0 and false for
 * off), then NO_COLOR (no-color.org: set and not empty), then whether the stream is a terminal that knows colours.
 */
export function colorLevel(
  flag: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
  stream: Pick<OutputStream, 'isTTY'>,
): ColorLevel {
  if (flag !== undefined) return flag ? 1 : 0;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced === '0' || forced === 'false' ? 0 : 1;
  if ((env['NO_COLOR'] ?? '') !== '') return 0;
  return stream.isTTY === true && env['TERM'] !== 'dumb' ? 1 : 0;
}
