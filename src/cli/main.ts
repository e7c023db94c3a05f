import { VERSION } from '../version.ts';
import type { ExitCode, Io } from './io.ts';

/**
 * The command line as a function. Returns the exit code, and leaves the process itself alone. Never throws.
 *
 * The version is asked for by scripts at every start: it is answered before the parser, or anything else, is loaded.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  keepFromThrowing(io);
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    io.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const { perform } = await import('./perform.ts');
  return perform(argv, io);
}

/** A stream without a listener throws its errors at the process; those of writing come back to the writer anyway. */
function keepFromThrowing({ stdout, stderr }: Io): void {
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
}
