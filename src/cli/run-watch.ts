import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { indexOf } from '../gate/coverage.ts';
import { openLedger } from '../gate/ledger.ts';
import { pipelineOptions } from '../options.ts';
import { printable } from '../report/printable.ts';
import { counted } from '../report/wording.ts';
import { gatingOf } from './gating.ts';
import { loadArchive, outsideOf } from './incoming.ts';
import type { Invocation } from './invocation.ts';
import { linksOf } from './links.ts';
import { readingOf } from './reading.ts';
import { contradiction, decidingOf, pathsOf } from './settings.ts';
import type { Run, Surroundings } from './surroundings.ts';
import { openDesk } from './watch/desk.ts';
import { summaryEvent } from './watch/events.ts';
import { eventsIn } from './watch/follow.ts';
import { writeWhole } from './write.ts';

/** `dedupe check FOLDERS --watch`: judges what lies there and what comes, an event a line, until it is interrupted. */
export async function planWatch(invocation: Invocation, { io }: Surroundings): Promise<Run> {
  const { paths, given } = invocation;
  const folders = pathsOf(paths);
  checkFlags(invocation);
  for (const folder of folders) await checkFolder(folder, io.cwd);
  const reading = readingOf(given);
  const options = pipelineOptions({ ...decidingOf(given), ...(await linksOf(given, io.cwd)) });
  const { baseline, today } = await gatingOf(given, io.cwd);
  return async ({ notices }) => {
    const interrupted = io.interrupted();
    const archive = given.against === undefined ? [] : (await loadArchive(given.against, reading, io, notices)).documents;
    const ledger = openLedger(options, indexOf(baseline, today));
    ledger.know(await outsideOf(folders, archive, io.cwd));
    const desk = openDesk(ledger, { ...reading, cwd: io.cwd });
    // To someone who waits before an empty screen; a program needs no word of it.
    if (io.stderr.isTTY === true && !given.quiet) io.stderr.write(`Watching ${folders.map(printable).join(', ')} against ${counted(archive.length, 'document')}. Ctrl-C ends it.\n`);
    for await (const events of eventsIn(folders, desk, io.cwd, interrupted)) {
      // Where the reader has gone nobody waits for more.
      if (!(await writeWhole(io.stdout, events))) return { pages: [], exitCode: 0 };
    }
    return { pages: [{ chunks: [summaryEvent(desk.counts())] }], exitCode: 0 };
  };
}

/** A watch prints events and nothing else, and has no end at which to write a baseline. */
function checkFlags({ given, origins }: Invocation): void {
  const isTyped = (key: string): boolean => origins.get(key)?.startsWith('flag ') === true;
  if (given.json) throw contradiction('--watch', '--json');
  if (given.output !== undefined) throw contradiction('--watch', '--output');
  if (given.updateBaseline) throw contradiction('--watch', '--update-baseline');
  if (isTyped('format') && given.format !== 'ndjson') throw contradiction('--watch', `--format ${given.format}`);
}

async function checkFolder(folder: string, cwd: string): Promise<void> {
  const found = await stat(resolve(cwd, folder)).catch(() => undefined);
  if (found?.isDirectory()) return;
  throw new UsageError({
    code: 'not-a-folder',
    happened: `--watch was asked for with "${folder}", which is no folder.`,
    expected: 'Folders into which new files come.',
    advice: found === undefined ? 'Make the folder first, or check the spelling.' : 'Give the folder the file lies in.',
  });
}
