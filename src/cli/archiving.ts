import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Archive } from '../archive/archive.ts';
import type { ArchiveSettings } from '../archive/meta.ts';
import type { Kept } from '../archive/record.ts';
import type { Store } from '../store/store.ts';
import type { Document } from '../types.ts';
import { lockForWriting } from './archive-lock.ts';
import type { GivenFlags } from './flags.ts';
import { contradiction } from './settings.ts';

/** An archive that is open. */
export interface OpenArchive {
  readonly archive: Archive;
  readonly store: Store;
  readonly folder: string;
  /** Ends the work on it; another may write then. */
  readonly close: () => Promise<void>;
}

/** How an archive is opened: made where there is none, written to, or only read; `upgrade` opens one of another version too. */
export type Opening = 'make' | 'write' | 'read' | 'upgrade';

/** The folder of the archive. Throws `UsageError` where none was given. */
export function folderOf({ archive }: Pick<GivenFlags, 'archive'>, cwd: string): string {
  if (archive !== undefined) return resolve(cwd, archive);
  throw new UsageError({ code: 'missing-argument', happened: 'No archive was given.', expected: '--archive FOLDER.', advice: 'For example --archive memory; `dedupe add` makes it where there is none.' });
}

/** Opens an archive, and closes it when the work is done. Throws `UsageError` where the flags want another than is there. */
export async function withArchive<T>(folder: string, given: GivenFlags, opening: Opening, work: (open: OpenArchive) => Promise<T> | T): Promise<T> {
  const open = await openArchive(folder, given, opening);
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

/** Opens an archive; who asks closes it. Only one process has it open for more than reading. */
export async function openArchive(folder: string, given: GivenFlags, opening: Opening): Promise<OpenArchive> {
  const [{ openStore, noArchive }, { Archive, createArchive, isArchive }] = await Promise.all([import('../store/open.ts'), import('../archive/archive.ts')]);
  const unlock = opening === 'read' ? () => undefined : lockForWriting(folder);
  const store = await openStore(folder, { readOnly: opening === 'read' }).catch((error: unknown) => {
    unlock();
    throw error;
  });
  const close = async (): Promise<void> => {
    await store.close();
    unlock();
  };
  try {
    if (opening === 'make' && !isArchive(store)) createArchive(store, await settingsOf(given));
    if (!isArchive(store)) throw noArchive(folder);
    const archive = new Archive(store, opening === 'upgrade');
    checkSettings(archive.settings, given, opening === 'make');
    return { archive, store, folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function settingsOf({ level = 'report', threshold, clean = true, hints = true, window, keepText = false }: GivenFlags): Promise<ArchiveSettings> {
  const { DEFAULT_THRESHOLDS } = await import('../judge/judge.ts');
  return { level, threshold: threshold ?? DEFAULT_THRESHOLDS[level], clean, hints, keepText, ...(window === undefined ? {} : { window }) };
}

/** What an archive was made with holds for it: pairs judged in two ways can't be grouped. To check, only the fingerprints must agree. */
function checkSettings(settings: ArchiveSettings, given: GivenFlags, isWritten: boolean): void {
  const fixed = isWritten ? (['level', 'threshold', 'clean', 'hints', 'window', 'keepText'] as const) : (['clean'] as const);
  for (const name of fixed) {
    const [asked, own] = [given[name], settings[name]];
    if (asked === undefined || asked === own) continue;
    throw new UsageError({
      code: 'archive-settings',
      happened: `The archive was made with ${name} ${own ?? 'not set'}, and now ${asked} is asked for.`,
      expected: 'The same for all that an archive ever holds.',
      advice: 'Leave the flag out, or make another archive.',
    });
  }
}

/** Archived documents as documents: with their texts where those are kept. */
export function documentsOf(before: readonly Kept[]): readonly Document[] {
  return before.map(({ prepared: { document }, title, text }) => ({ ...document, ...(title === undefined ? {} : { title }), text: text ?? '' }));
}

/** Throws `UsageError` where an archive and a folder of articles are both to be held against. */
export function refuseAgainst({ against, watch }: GivenFlags): void {
  if (against !== undefined) throw contradiction('--archive', '--against');
  if (watch) throw contradiction('--archive', '--watch');
}
