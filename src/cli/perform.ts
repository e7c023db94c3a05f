import { VERSION } from '../version.ts';
import { columnsOf, type ExitCode, type Io } from './io.ts';
import { parseArguments } from './parse.ts';
import { unknownVariables } from './environment.ts';
import { invocationOf, type Invocation } from './invocation.ts';
import { contradiction } from './settings.ts';
import { guessedSurroundings, surroundingsOf, type Run, type Surroundings } from './surroundings.ts';
import { printPages, writeWhole } from './write.ts';

/** Reads the command line, checks it, runs it, prints the answer. Never throws: a failure is told, and the exit code 2. */
export async function perform(argv: readonly string[], io: Io): Promise<ExitCode> {
  let surroundings = guessedSurroundings(io, argv);
  try {
    const request = parseArguments(argv, columnsOf(io.stdout));
    if (request.kind === 'help') return await printText(request.text, io);
    if (request.values['version']) return await printText(`${VERSION}\n`, io);
    const invocation = await invocationOf(request, io);
    surroundings = surroundingsOf(io, invocation.given);
    surroundings.notices.diagnostics(unknownVariables(io.env));

    const run = await plan(invocation, surroundings);
    const answer = await run(surroundings);
    await printPages(answer.pages, io);
    return answer.exitCode;
  } catch (error) {
    surroundings.notices.failure(error);
    return 2;
  }
}

/** Checks the flags of a command and makes it ready. Its module is loaded only now, and the pipeline only by its run. */
async function plan(invocation: Invocation, surroundings: Surroundings): Promise<Run> {
  const { command, given } = invocation;
  if (given.quiet && given.verbose) throw contradiction('--quiet', '--verbose');
  if (given.printConfig) return (await import('./print-config.ts')).planPrintConfig(invocation);
  if (command === 'completion') return (await import('./run-completion.ts')).planCompletion(invocation);
  if (command === 'check' && given.watch) return (await import('./run-watch.ts')).planWatch(invocation, surroundings);
  if (command === 'check' && given.archive !== undefined) return (await import('./run-archive-check.ts')).planArchiveCheck(invocation, surroundings);
  if (command === 'check') return (await import('./run-check.ts')).planCheck(invocation, surroundings);
  if (command === 'add') return (await import('./run-add.ts')).planAdd(invocation, surroundings);
  if (command === 'archive') return (await import('./run-archive.ts')).planArchive(invocation, surroundings);
  if (command === 'serve') return (await import('./run-serve.ts')).planServe(invocation, surroundings);
  if (command === 'evaluate') return (await import('./run-evaluate.ts')).planEvaluate(invocation, surroundings);
  if (command === 'compare') return (await import('./run-compare.ts')).planCompare(invocation, surroundings);
  if (given.listFiles) return (await import('./run-list-files.ts')).planListFiles(invocation, surroundings);
  if (given.explain !== undefined) return (await import('./run-explain.ts')).planExplain(invocation, surroundings);
  return (await import('./run-dedupe.ts')).planDedupe(invocation, surroundings);
}

async function printText(text: string, io: Io): Promise<ExitCode> {
  await writeWhole(io.stdout, [text]);
  return 0;
}
