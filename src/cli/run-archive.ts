import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../errors.ts';
import type { ArchiveStats } from '../archive/archive.ts';
import { BATCH } from '../archive/writing.ts';
import type { ClusterEvent } from '../archive/clusters.ts';
import type { Kept } from '../archive/record.ts';
import { timeOf } from '../group/representative.ts';
import { runApart } from './apart.ts';
import { folderOf, openArchive, withArchive } from './archiving.ts';
import type { GivenFlags } from './flags.ts';
import type { Answer, Io } from './io.ts';
import type { Invocation } from './invocation.ts';
import { didYouMean, nearest } from './nearest.ts';
import { PACKAGE } from '../version.ts';
import type { Run, Surroundings } from './surroundings.ts';

type Action = (folder: string, given: GivenFlags, rest: readonly string[], surroundings: Surroundings) => Promise<Answer>;

const ACTIONS: Readonly<Record<string, Action>> = { stats, verify, forget, compact, export: exportAll, import: importAll, upgrade };

/** `dedupe archive ACTION --archive FOLDER`. */
export async function planArchive({ paths: [action = '', ...rest], given }: Invocation, { io }: Surroundings): Promise<Run> {
  const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (run === undefined) throw unknownAction(action);
  const folder = folderOf(given, io.cwd);
  if (action === 'forget') oldest(given);
  return (surroundings) => run(folder, given, rest, surroundings);
}

async function stats(folder: string, given: GivenFlags): Promise<Answer> {
  return said(statsText(await withArchive(folder, given, 'read', ({ archive }) => archive.stats())));
}

/** Told to the process that does the work of `verify`. */
const VERIFYING = '_DEDUPE_VERIFYING';

/** Milliseconds for an archive of no size, and bytes a second, a thirtieth of what it goes at: who has not verified it by then never will. */
const PATIENCE = 60_000;
const LEAST_SPEED = 250_000;

/** In a process of its own: a page that the store can't make sense of ends whoever reads it, or, once in a great while, lets it wait for ever. */
async function verify(folder: string, _given: GivenFlags, _rest: readonly string[], { io }: Surroundings): Promise<Answer> {
  if (io.env[VERIFYING] !== undefined) return verifyHere(folder);
  const patience = PATIENCE + Math.ceil((1_000 * sizeOf(folder)) / LEAST_SPEED);
  const { stdout, stderr, code, broken } = await runApart([fileURLToPath(new URL('bin/dedupe.js', PACKAGE)), 'archive', 'verify', '--archive', folder], { ...io.env, [VERIFYING]: '1' }, patience);
  const isTold = code === 0 || (code === 1 && stdout !== '') || code === 2;
  if (isTold) io.stderr.write(stderr);
  const damage = `the file of the store is damaged: reading it ${broken ?? `ended the process (code ${code})`}\n`;
  return { ...said(isTold ? stdout : `${stdout}${damage}`), exitCode: isTold ? code : 1 };
}

function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

async function verifyHere(folder: string): Promise<Answer> {
  const [{ openStore }, { verify: damages }] = await Promise.all([import('../store/open.ts'), import('../archive/verify.ts')]);
  const store = await openStore(folder, { readOnly: true });
  try {
    const found = [...damages(store)];
    if (found.length === 0) return said('The archive is whole.\n');
    return { ...said(`${found.join('\n')}\n`), exitCode: 1 };
  } finally {
    await store.close();
  }
}

async function forget(folder: string, given: GivenFlags): Promise<Answer> {
  const before = oldest(given);
  return withArchive(folder, given, 'write', async ({ archive, store }) => {
    const ids = archive.forget((kept: Kept) => timeOf(kept.prepared.document.date) < before);
    archive.merge();
    await store.compact();
    return said(`${ids.length} ${ids.length === 1 ? 'document' : 'documents'} forgotten, ${archive.counts().documents} left.\n`);
  });
}

async function compact(folder: string, given: GivenFlags): Promise<Answer> {
  return withArchive(folder, given, 'write', async ({ archive, store }) => {
    archive.merge();
    await store.compact();
    return said('');
  });
}

/** The store stays open while the lines are printed. */
async function exportAll(folder: string, given: GivenFlags): Promise<Answer> {
  const [{ archive, close }, { exportLines }] = await Promise.all([openArchive(folder, given, 'read'), import('../archive/transfer.ts')]);
  function* lines(): Generator<string> {
    try {
      yield* exportLines(archive);
    } finally {
      void close();
    }
  }
  return { pages: [{ chunks: lines() }], exitCode: 0 };
}

async function importAll(folder: string, given: GivenFlags, rest: readonly string[], { io }: Surroundings): Promise<Answer> {
  const [file] = rest;
  if (file === undefined || rest.length > 1) {
    throw new UsageError({ code: 'missing-argument', happened: `import was given ${rest.length} files.`, expected: 'One file that export has written, or "-".', advice: 'For example `dedupe archive import memory.jsonl --archive other`.' });
  }
  const { headOf, partOf } = await import('../archive/transfer.ts');
  const lines = createInterface({ input: inputOf(file, io), crlfDelay: Infinity })[Symbol.asyncIterator]();
  const { settings } = headOf(String((await lines.next()).value ?? ''));
  const { window, ...own } = settings;
  return withArchive(folder, { ...given, ...own, ...(window === undefined ? {} : { window }) }, 'make', async ({ archive }) => {
    const isNew = archive.counts().documents === 0;
    const [clusters, events]: [{ cluster: string; documents: readonly string[] }[], ClusterEvent[]] = [[], []];
    let batch: Kept[] = [];
    const add = (): void => {
      archive.addKept(batch.map((kept) => ({ prepared: kept.prepared, kept })));
      batch = [];
    };
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
      const part = partOf(next.value);
      if ('kept' in part) batch.push(part.kept);
      else if ('event' in part) events.push(part.event);
      else clusters.push(part);
      if (batch.length === BATCH) add();
    }
    if (batch.length > 0) add();
    if (isNew) archive.adopt(clusters, events);
    return said(`${archive.counts().documents} documents.\n`);
  });
}

async function upgrade(folder: string, given: GivenFlags): Promise<Answer> {
  return withArchive(folder, given, 'upgrade', async ({ archive }) => said((await archive.upgrade()) ? 'The archive is of this version now.\n' : 'The archive is of this version already.\n'));
}

function inputOf(file: string, { cwd, stdin }: Io): Readable {
  return file === '-' ? Readable.from(stdin) : createReadStream(resolve(cwd, file));
}

function said(text: string): Answer {
  return { pages: text === '' ? [] : [{ chunks: [text] }], exitCode: 0 };
}

function statsText({ documents, pairs, clusters, languages, segments, settings, history }: ArchiveStats): string {
  const { level, threshold, window, keepText } = settings;
  const counts = Object.entries(languages).map(([code, count]) => `${code} ${count}`).join(', ');
  const lines = [
    `documents  ${documents}${counts === '' ? '' : ` (${counts})`}`,
    `pairs      ${pairs}`,
    `clusters   ${clusters}`,
    `segments   ${segments}`,
    `settings   level ${level}, threshold ${threshold}${window === undefined ? '' : `, window ${window} days`}, texts ${keepText ? 'kept' : 'not kept'}`,
    `history    ${history.length} ${history.length === 1 ? 'event' : 'events'}`,
    ...history.map((event) => `  ${eventText(event)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function eventText(event: ClusterEvent): string {
  if (event.kind === 'merge') return `${event.cluster} went into ${event.into}`;
  if (event.kind === 'split') return `${event.documents.join(', ')} went from ${event.cluster} to ${event.into}`;
  return `${event.cluster} ended`;
}

const DAY = 86_400_000;

/** The time before which documents are forgotten, by `--older-than`. Throws `UsageError`. */
function oldest({ olderThan = '', today }: Pick<GivenFlags, 'olderThan' | 'today'>): number {
  if (/^\d{4}-\d\d-\d\d$/.test(olderThan) && Number.isFinite(timeOf(olderThan))) return timeOf(olderThan);
  if (/^\d{1,6}$/.test(olderThan)) return timeOf(today ?? new Date().toISOString().slice(0, 10)) - Number(olderThan) * DAY;
  throw new UsageError({
    code: 'bad-value',
    happened: olderThan === '' ? 'forget was given without --older-than.' : `--older-than was given "${olderThan}".`,
    expected: 'A day such as 2026-05-31, or a number of days.',
    advice: 'For example --older-than 90; documents without a date are never forgotten by age.',
  });
}

function unknownAction(action: string): UsageError {
  const names = Object.keys(ACTIONS);
  return new UsageError({
    code: 'unknown-action',
    happened: action === '' ? 'archive was given nothing to do.' : `archive knows no "${action}".`,
    expected: `One of ${names.join(', ')}.`,
    advice: didYouMean(nearest(action, names, 1), 'For example `dedupe archive stats --archive memory`.'),
  });
}
