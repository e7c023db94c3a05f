import { VERSION } from '../version.ts';
import { columnsOf, type ExitCode, type Io } from './io.ts';
import type { Invocation } from './program.ts';
import { contradiction } from './settings.ts';
import { guessedSurroundings, surroundingsOf, type Run, type Surroundings } from './surroundings.ts';
import { printPages, writeWhole } from './write.ts';

/**
 * The command line as a function: reads it, checks it, runs it, prints the answer. Returns the exit code, and leaves
 * the process itself alone. Never throws.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  keepFromThrowing(io);
  let surroundings = guessedSurroundings(io, argv);
  try {
    const { parseArguments } = await import('./parse.ts');
    const request = parseArguments(argv, columnsOf(io.stdout));
    if (request.kind === 'help') return await print(request.text, io);
    if (request.given.version) return await print(`${VERSION}\n`, io);
    if (request.given.quiet && request.given.verbose) throw contradiction('--quiet', '--verbose');
    surroundings = surroundingsOf(io, request.given);

    const run = await plan(request, surroundings);
    const answer = await run(surroundings);
    await printPages(answer.pages, io);
    return answer.exitCode;
  } catch (error) {
    surroundings.notices.failure(error);
    return 2;
  }
}

/** Checks the flags of a command and makes it ready. Its module, and with it the pipeline, is loaded only now. */
async function plan(invocation: Invocation, surroundings: Surroundings): Promise<Run> {
  if (invocation.command === 'evaluate') return (await import('./run-evaluate.ts')).planEvaluate(invocation, surroundings);
  if (invocation.command === 'compare') return (await import('./run-compare.ts')).planCompare(invocation, surroundings);
  if (invocation.given.explain !== undefined) return (await import('./run-explain.ts')).planExplain(invocation, surroundings);
  return (await import('./run-dedupe.ts')).planDedupe(invocation, surroundings);
}

async function print(text: string, io: Io): Promise<ExitCode> {
  await writeWhole(io.stdout, [text]);
  return 0;
}

/** A stream without a listener throws its errors at the process; those of writing come back to the writer anyway. */
function keepFromThrowing({ stdout, stderr }: Io): void {
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
}
