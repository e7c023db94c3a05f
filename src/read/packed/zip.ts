import type { Readable } from 'node:stream';
import { fromBuffer, open, type Entry, type ZipFile } from 'yauzl';
import type { Diagnostic } from '../../types.ts';
import { notice, type ReadEvent, type ReadLimits } from '../event.ts';
import { nameOf, ReadFault } from '../fault.ts';
import type { Source } from '../find/source.ts';
import { wholeBytes } from './bytes.ts';
import { expansionGuard, type ExpansionGuard } from './expansion.ts';
import { memberName } from './member-name.ts';

/** Reads the members of an archive, as the files of a folder are read. */
type ReadMembers = (members: AsyncIterable<Source>) => AsyncIterable<ReadEvent>;

/**
 * The documents of a zip archive, a member at a time and none of them written anywhere. Members are called as files of a
 * folder are: by their path in it. The archive is read where it lies; one that comes through a pipe is held whole, since
 * its list of members stands at the end. Throws `ReadFault`.
 */
export async function* readZip(source: Source, place: string | AsyncIterable<Uint8Array>, limits: ReadLimits, readMembers: ReadMembers): AsyncGenerator<ReadEvent> {
  const name = nameOf(source.path);
  const guard = expansionGuard(limits.maxExpansion, name);
  const said: Diagnostic[] = [];
  const archive = await opened(source.path, place, limits, guard);
  try {
    for await (const event of readMembers(membersOf(archive, source, guard, said))) {
      yield* said.splice(0).map(notice);
      yield event;
    }
    yield* said.splice(0).map(notice);
  } finally {
    archive.close();
  }
}

const OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true } as const;

async function opened(path: string, place: string | AsyncIterable<Uint8Array>, limits: ReadLimits, guard: ExpansionGuard): Promise<ZipFile> {
  const held = typeof place === 'string' ? place : await wholeBytes(place, limits.maxFileBytes, nameOf(path));
  const archive = await new Promise<ZipFile>((done, fail) => {
    const took = (error: Error | null, found: ZipFile): void => (error === null ? done(found) : fail(brokenZip(error, nameOf(path))));
    if (typeof held === 'string') open(held, OPTIONS, took);
    else fromBuffer(held, OPTIONS, took);
  });
  guard.took(archive.fileSize);
  return archive;
}

async function* membersOf(archive: ZipFile, source: Source, guard: ExpansionGuard, said: Diagnostic[]): AsyncGenerator<Source> {
  // In the folder it was found in an archive stands for a folder of its name.
  const prefix = source.named ? '' : `${source.id}/`;
  let count = 0;
  for await (const entry of entriesOf(archive, nameOf(source.path))) {
    if (guard.isOver()) return;
    const member = memberName(entry.fileNameRaw);
    const path = `${source.path}/${member.shown}`;
    const fault = member.isHidden ? undefined : faultOf(entry, path);
    if (fault !== undefined) said.push(fault);
    count += Number(!member.isHidden);
    if (member.isHidden || fault !== undefined) continue;
    if (member.isUnsafe) said.push(unsafeName(path));
    yield { path, id: prefix + member.shown, named: false, isMember: true, open: () => contentOf(archive, entry, guard, path) };
  }
  if (count === 0) said.push(emptyArchive(source.path));
}

async function* entriesOf(archive: ZipFile, name: string): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((done, fail) => {
      const listeners = {
        entry: (found: Entry): void => settle(() => done(found)),
        end: (): void => settle(() => done(undefined)),
        error: (error: Error): void => settle(() => fail(brokenZip(error, name))),
      };
      const settle = (act: () => void): void => {
        for (const [event, listener] of Object.entries(listeners)) archive.off(event, listener);
        act();
      };
      for (const [event, listener] of Object.entries(listeners)) archive.on(event, listener);
      archive.readEntry();
    });
    if (entry === undefined) return;
    yield entry;
  }
}

async function* contentOf(archive: ZipFile, entry: Entry, guard: ExpansionGuard, path: string): AsyncGenerator<Uint8Array> {
  const stream = await new Promise<Readable>((done, fail) => {
    archive.openReadStream(entry, (error, found) => (error === null ? done(found) : fail(brokenZip(error, path))));
  });
  try {
    for await (const chunk of stream) {
      const bytes: Uint8Array = chunk;
      guard.gave(bytes.length);
      yield bytes;
    }
  } catch (error) {
    throw error instanceof ReadFault ? error : brokenZip(error, path);
  } finally {
    stream.destroy();
  }
}

/** What can't be read of a member, by its entry in the list. */
function faultOf(entry: Entry, path: string): Diagnostic | undefined {
  if (entry.isEncrypted()) {
    return { code: 'encrypted-member', severity: 'error', message: `${path} is encrypted, and no password is asked for. Unpack the archive, and give the folder.`, document: path };
  }
  if (entry.canDecodeFileData()) return undefined;
  return { code: 'broken-zip', severity: 'error', message: `${path} is packed by method ${entry.compressionMethod}, and only deflate is read. Pack the archive again, or give the folder.`, document: path };
}

function emptyArchive(path: string): Diagnostic {
  const message = `${nameOf(path)} is an archive without files besides hidden ones. Give one with articles, or leave it out.`;
  return { code: 'empty-archive', severity: 'warning', message, document: path };
}

function unsafeName(path: string): Diagnostic {
  const message = `${path} is named in its archive so as to be written elsewhere (zip slip), or by no valid UTF-8. Nothing is written, and it is read under this name; look where the archive comes from.`;
  return { code: 'unsafe-name', severity: 'warning', message, document: path };
}

/** The library has no error of its own class: what it throws is about the bytes it was given. */
function brokenZip(error: unknown, name: string): ReadFault {
  const reason = error instanceof Error ? error.message.slice(0, 100) : 'damaged';
  return new ReadFault('broken-zip', `${name} is not a whole zip archive: ${reason}. Fetch or pack it again, or give the folder it was made of.`);
}
