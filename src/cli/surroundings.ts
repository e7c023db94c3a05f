import { Chalk, type ChalkInstance } from 'chalk';
import { colorLevel } from './color.ts';
import type { GivenFlags } from './flags.ts';
import type { Answer, Io } from './io.ts';
import { noticesOn, type Notices } from './notices.ts';
import { progressOn, type Progress } from './progress.ts';

/** What every command has around it. */
export interface Surroundings {
  readonly io: Io;
  readonly notices: Notices;
  readonly progress: Progress;
  /** For what goes to standard output. */
  readonly chalk: ChalkInstance;
  /** For files: no colour. */
  readonly plain: ChalkInstance;
}

/** A command that was checked and is ready to go. */
export type Run = (surroundings: Surroundings) => Promise<Answer>;

/** Decides colour and loudness, once for the run. */
export function surroundingsOf(io: Io, { color, quiet, verbose, debug }: GivenFlags): Surroundings {
  const loudness = { quiet: quiet === true, verbose: verbose === true, debug: debug === true };
  const notices = noticesOn(io.stderr, loudness, new Chalk({ level: colorLevel(color, io.env, io.stderr) }));
  const chalk = new Chalk({ level: colorLevel(color, io.env, io.stdout) });
  return { io, notices, progress: progressOn(io.stderr, loudness.quiet), chalk, plain: new Chalk({ level: 0 }) };
}

/** The same for a command line that could not be read: only what is plain to see in it counts. */
export function guessedSurroundings(io: Io, argv: readonly string[]): Surroundings {
  const color = argv.includes('--no-color') ? { color: false } : argv.includes('--color') ? { color: true } : {};
  return surroundingsOf(io, { ...color, debug: argv.includes('--debug') });
}
