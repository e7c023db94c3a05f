import { bodyOf } from './body.ts';
import { peek, unpacked } from './bytes.ts';
import { asUtf8, isTextHead, withoutByteOrderMark } from './encoding.ts';
import { notice, type ReadEvent, type ReadLimits, type ReadOptions } from './event.ts';
import { diagnosticOfFault, nameOf } from './fault.ts';
import { withUniqueIds } from './ids.ts';
import { readJson } from './json.ts';
import { readJsonLines } from './jsonl.ts';
import { kindByName, kindOf } from './kind.ts';
import { findSources, type Source } from './source.ts';
import { binaryFile, readText } from './text.ts';

export type { ReadEvent, ReadOptions } from './event.ts';

/** An article of a few hundred pages; what is longer is an archive and not one report. */
const MAX_DOCUMENT_CHARACTERS = 2_000_000;
/** About the longest string of the engine, which a file held whole must fit. */
const MAX_FILE_BYTES = 512 * 2 ** 20;
/** Enough for the first line of any JSONL file, by which it is told from JSON. */
const HEAD_BYTES = 2 ** 20;

/**
 * Reads the documents of files, folders and standard input (`-`), one file at a time, in code-unit order of their paths
 * and whatever the order of the arguments. Never throws for a file: what can't be read is a diagnostic among the rest.
 */
export async function* readDocuments(paths: readonly string[], options: ReadOptions): AsyncGenerator<ReadEvent> {
  const { maxDocumentCharacters = MAX_DOCUMENT_CHARACTERS, maxFileBytes = MAX_FILE_BYTES } = options;
  const { sources, diagnostics } = await findSources(paths, options);
  yield* diagnostics.map(notice);
  yield* withUniqueIds(readEach(sources, { maxDocumentCharacters, maxFileBytes }));
}

async function* readEach(sources: readonly Source[], limits: ReadLimits): AsyncGenerator<ReadEvent> {
  for (const source of sources) {
    try {
      yield* readSource(source, limits);
    } catch (error) {
      yield notice(diagnosticOfFault(error, source.path));
    }
  }
}

async function* readSource(source: Source, limits: ReadLimits): AsyncGenerator<ReadEvent> {
  const name = nameOf(source.path);
  const { head, chunks, close } = await peek(asUtf8(unpacked(source.open()), name), HEAD_BYTES);
  try {
    const text = withoutByteOrderMark(head.toString('utf8'));
    if (!source.named && kindByName(source.path) === undefined && !isTextHead(head)) {
      yield notText(source.path);
    } else if (head.includes(0)) {
      throw binaryFile(name);
    } else if (head.length < HEAD_BYTES && text.trim() === '') {
      const place = { path: source.path, id: source.id, label: name };
      yield* bodyOf(text, place, limits.maxDocumentCharacters).diagnostics.map(notice);
    } else {
      yield* readKind(source, chunks, limits, text);
    }
  } finally {
    await close();
  }
}

function readKind(
  source: Source,
  chunks: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
  head: string,
): AsyncIterable<ReadEvent> {
  const kind = kindOf(source.path, head);
  if (kind === 'json') return readJson(source, chunks, limits);
  if (kind === 'jsonl') return readJsonLines(source, chunks, limits);
  return readText(source, chunks, limits, kind);
}

function notText(path: string): ReadEvent {
  const message = `${path} is not text, and is passed over: a folder's .txt, .md, .json and .jsonl files are read, and others that are UTF-8. Name it outright if it is an article.`;
  return notice({ code: 'not-text', severity: 'note', message, document: path });
}
