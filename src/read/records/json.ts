import { decodeUtf8, withoutByteOrderMark } from '../encoding.ts';
import { notice, type Content, type ReadEvent, type ReadLimits } from '../event.ts';
import { nameOf, ReadFault } from '../fault.ts';
import { findJsonFault, type JsonFault } from '../json-fault.ts';
import { wholeBytes } from '../packed/bytes.ts';
import { isFields, own } from './fields.ts';
import { checkJsonDepth } from './json-depth.ts';
import { recordEvents, recordsIn } from './record.ts';

/**
 * The documents of a JSON file, held whole: a list of records, a list under one of the usual names, one record, or a JSON
 * Feed. A record without an id is called `file#N` by its place among the records, from 1. Throws `ReadFault`.
 */
export async function* readJson({ path, id, chunks }: Content, limits: ReadLimits): AsyncGenerator<ReadEvent> {
  const name = nameOf(path);
  const bytes = await wholeBytes(chunks, limits.maxFileBytes, name);
  const value = parseJson(withoutByteOrderMark(decodeUtf8(bytes, name)), name, limits.maxDepth);
  if (isJsonFeed(value)) {
    const { jsonFeedEvents } = await import('../markup/feed.ts');
    yield* jsonFeedEvents(value, { path, id }, limits);
    return;
  }
  const records = recordsIn(value, limits.fields);
  if (records.length === 0) {
    const message = `${name} is an empty list. At least one record {"text": "…"} was expected; check how it was made.`;
    yield notice({ code: 'empty-document', severity: 'warning', message, document: path });
  }
  for (const [index, record] of records.entries()) {
    const number = index + 1;
    yield* recordEvents(record, { path, id: `${id}#${number}`, label: `${name}, record ${number}` }, limits);
  }
}

/** Says so itself by its version (jsonfeed.org/version/1.1). */
function isJsonFeed(value: unknown): boolean {
  const version = isFields(value) ? own(value, 'version') : undefined;
  return typeof version === 'string' && version.includes('jsonfeed.org/version/');
}

/**
 * The value of a JSON text. Throws `ReadFault` with the place of the fault, `line` being the line it stands on, and where
 * brackets lie more than `maxDepth` deep.
 */
export function parseJson(text: string, name: string, maxDepth: number, line = 1): unknown {
  checkJsonDepth(text, maxDepth, name);
  try {
    return JSON.parse(text);
  } catch {
    throw brokenJson(findJsonFault(text), name, line);
  }
}

/** No fault in the text: the engine gave up on it, as it may where it is too large. */
function brokenJson(fault: JsonFault | undefined, name: string, firstLine: number): ReadFault {
  if (fault === undefined) {
    const message = `${name} can't be taken in as JSON from line ${firstLine} on: it is too deep or too large. Give plain records {"text": "…"}.`;
    return new ReadFault('broken-json', message);
  }
  const place = `line ${firstLine + fault.line - 1}, column ${fault.column}`;
  const what = `expected ${fault.expected}, found ${fault.found}`;
  return new ReadFault('broken-json', `${name} is not valid JSON at ${place}: ${what}. Mend it there; what is broken is left out.`);
}
