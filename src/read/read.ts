import type { Diagnostic } from '../types.ts';
import { bodyOf } from './body.ts';
import { readKind, type ReadInner } from './dispatch.ts';
import { asUtf8, withoutByteOrderMark } from './encoding.ts';
import { notice, type ReadEvent, type ReadLimits, type ReadOptions } from './event.ts';
import { diagnosticOfFault, nameOf, ReadFault } from './fault.ts';
import { findSources } from './find/find.ts';
import type { Source } from './find/source.ts';
import { withUniqueIds } from './ids.ts';
import { kindByName, kindOf } from './kind.ts';
import { limitsOf } from './limits.ts';
import { peek } from './packed/bytes.ts';
import { isZip } from './packed/magic.ts';
import { unpacked } from './packed/unpack.ts';
import { isUtf8Head } from './text/detect-encoding.ts';
import { binaryFile } from './text.ts';

export type { ReadEvent, ReadOptions } from './event.ts';

/** Enough for the first line of any JSONL file, by which it is told from JSON. */
const HEAD_BYTES = 2 ** 20;

/**
 * Reads the documents of files, folders and standard input (`-`), one file at a time, in code-unit order of their paths
 * and whatever the order of the arguments. Never throws for a file: what can't be read is a diagnostic among the rest.
 */
export async function* readDocuments(paths: readonly string[], options: ReadOptions): AsyncGenerator<ReadEvent> {
  const { sources, diagnostics } = await findSources(paths, options);
  yield* diagnostics.map(notice);
  yield* withUniqueIds(readEach(sources, options, limitsOf(options)));
}

type Format = Pick<ReadOptions, 'format'>;

async function* readEach(sources: Iterable<Source> | AsyncIterable<Source>, options: Format, limits: ReadLimits): AsyncGenerator<ReadEvent> {
  for await (const source of sources) {
    try {
      yield* readSource(source, options, limits);
    } catch (error) {
      yield notice(diagnosticOfFault(error, source.path));
    }
  }
}

async function* readSource(source: Source, options: Format, limits: ReadLimits): AsyncGenerator<ReadEvent> {
  const raw = await peek(source.open(), 4);
  const { head, chunks, close } = await peek(unpacked(raw.chunks, limits.maxExpansion, nameOf(source.path)), 4);
  try {
    if (isZip(head)) {
      if (source.isMember) throw nestedArchive(source.path);
      const { readZip } = await import('./packed/zip.ts');
      // In gzip, say, it does not lie in the file as it is.
      const place = isZip(raw.head) ? source.file : undefined;
      yield* packed(readZip(source, place ?? chunks, limits, (members) => readEach(members, options, limits)));
    } else {
      yield* readBytes(source, chunks, options, limits, undefined);
    }
  } finally {
    await close();
    await raw.close();
  }
}

/** `alias` is a name that tells what it should be, where `path` is that of a file around it. */
type Origin = Pick<Source, 'path' | 'id' | 'named'> & { readonly alias?: string };

/** Bytes that are no longer packed: they are brought into UTF-8, and read as what they look like. */
async function* readBytes(source: Origin, bytes: AsyncIterable<Uint8Array>, options: Format, limits: ReadLimits, declared: string | undefined): AsyncGenerator<ReadEvent> {
  const name = nameOf(source.path);
  const said: Diagnostic[] = [];
  const { head, chunks, close } = await peek(asUtf8(bytes, name, (diagnostic) => said.push(diagnostic), declared), HEAD_BYTES);
  try {
    const text = withoutByteOrderMark(head.toString('utf8'));
    if (!source.named && options.format === undefined && kindByName(source.path) === undefined && (head.includes(0) || !isUtf8Head(head)) && !text.startsWith('WARC/')) {
      yield notText(source.path);
    } else if (head.includes(0) && !text.startsWith('WARC/')) {
      throw binaryFile(name);
    } else if (head.length < HEAD_BYTES && text.trim() === '') {
      yield* bodyOf(text, { path: source.path, id: source.id, label: name }, limits.maxDocumentCharacters).diagnostics.map(notice);
    } else {
      yield* said.map(notice);
      yield* readKind(options.format ?? kindOf(source.alias ?? source.path, text), { path: source.path, id: source.id, chunks }, limits, inner(limits));
    }
  } finally {
    await close();
  }
}

/** Documents that no file has for itself: none of them can be cut out. */
async function* packed(events: AsyncIterable<ReadEvent>): AsyncGenerator<ReadEvent> {
  let number = 0;
  for await (const event of events) {
    number += 1;
    yield event.kind === 'document' ? { ...event, record: { in: 'pack', number } } : event;
  }
}

/** Reads the records of a crawl: what the user says of the format is said of the crawl, not of its pages. */
function inner(limits: ReadLimits): ReadInner {
  return ({ path, id, chunks }, { charset, type }) => packed(readBytes({ path, id, named: true, alias: ALIASES.get(type) ?? 'page.txt' }, chunks, {}, limits, charset));
}

/** What a page of a type would be called as a file; its content has the last word all the same. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['text/html', 'page.html'],
  ['application/xhtml+xml', 'page.html'],
  ['application/json', 'page.json'],
  ['application/feed+json', 'page.json'],
  ['text/xml', 'page.xml'],
  ['application/xml', 'page.xml'],
  ['', 'page.html'],
]);

function nestedArchive(path: string): ReadFault {
  return new ReadFault('nested-archive', `${path} is an archive in an archive, or an office document. It is left out; unpack the outer one, and give the folder.`);
}

function notText(path: string): ReadEvent {
  const message = `${path} is not text, and is passed over: a folder's texts, pages, feeds, tables and JSON are read, packed or not, and others that are UTF-8. Name it outright if it is an article.`;
  return notice({ code: 'not-text', severity: 'note', message, document: path });
}
