import { decodeUtf8, withoutByteOrderMark } from '../encoding.ts';
import { notice, type Content, type ReadEvent, type ReadLimits } from '../event.ts';
import { diagnosticOfFault, nameOf, ReadFault } from '../fault.ts';
import { peek, tooLarge, tooLong } from '../packed/bytes.ts';
import { isFields, own, USUAL_NAMES } from './fields.ts';
import { jsonElements } from './json-elements.ts';
import { parseJson } from './parse-json.ts';
import { recordEvents, recordsIn } from './record.ts';

/**
 * The documents of a JSON file: a list of records, a list under one of the usual names, one record, or a JSON Feed. A record
 * without an id is called `file#N` by its place among the records, from 1. A list too large to be held whole is read record
 * by record. Throws `ReadFault`.
 */
export async function* readJson({ path, id, chunks }: Content, limits: ReadLimits): AsyncGenerator<ReadEvent> {
  const name = nameOf(path);
  const peeked = await peek(chunks, limits.maxFileBytes + 1);
  try {
    if (peeked.head.length > limits.maxFileBytes) {
      yield* largeList({ path, id, chunks: peeked.chunks }, limits);
      return;
    }
    yield* wholeFile(withoutByteOrderMark(decodeUtf8(peeked.head, name)), { path, id }, limits);
  } finally {
    await peeked.close();
  }
}

async function* wholeFile(text: string, { path, id }: Pick<Content, 'path' | 'id'>, limits: ReadLimits): AsyncGenerator<ReadEvent> {
  const name = nameOf(path);
  const value = parseJson(text, name, limits.maxDepth);
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
    yield* recordEvents(record, { path, id: `${id}#${number}`, label: `${name}, record ${number}`, record: { in: 'list', number } }, limits);
  }
}

async function* largeList({ path, id, chunks }: Content, limits: ReadLimits): AsyncGenerator<ReadEvent> {
  const name = nameOf(path);
  const names = limits.fields.records === undefined ? USUAL_NAMES.records : [limits.fields.records];
  const { elements, isWhole } = jsonElements(chunks, new Set(names), limits.maxLineBytes);
  let count = 0;
  for await (const { number, bytes, length } of elements) {
    count = number;
    const label = `${name}, record ${number}`;
    try {
      if (length > limits.maxLineBytes) throw tooLong(label, length, limits.maxLineBytes);
      yield* recordEvents(parseJson(decodeUtf8(bytes, label), label, limits.maxDepth), { path, id: `${id}#${number}`, label, record: { in: 'list', number } }, limits);
    } catch (error) {
      if (!(error instanceof ReadFault)) throw error;
      yield notice(diagnosticOfFault(error, path));
    }
  }
  if (isWhole()) return;
  if (count === 0) throw tooLarge(name, limits.maxFileBytes);
  throw new ReadFault('broken-json', `${name} breaks off after its record ${count}: the end of the list was expected. What came before is used; fetch the file again.`);
}

/** Says so itself by its version (jsonfeed.org/version/1.1). */
function isJsonFeed(value: unknown): boolean {
  const version = isFields(value) ? own(value, 'version') : undefined;
  return typeof version === 'string' && version.includes('jsonfeed.org/version/');
}
