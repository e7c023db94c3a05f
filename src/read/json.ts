import { wholeBytes } from './bytes.ts';
import { decodeUtf8, withoutByteOrderMark } from './encoding.ts';
import { notice, type ReadEvent, type ReadLimits } from './event.ts';
import { nameOf, ReadFault } from './fault.ts';
import { findJsonFault, type JsonFault } from './json-fault.ts';
import { recordEvents, recordsIn } from './record.ts';
import type { Source } from './source.ts';

/**
 * The documents of a JSON file, held whole. A record without an id is called `file#N` by its place among the records,
 * from 1. Throws `ReadFault`.
 */
export async function* readJson(
  source: Source,
  chunks: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
): AsyncGenerator<ReadEvent> {
  const { path } = source;
  const name = nameOf(path);
  const bytes = await wholeBytes(chunks, limits.maxFileBytes, name);
  const records = recordsIn(parseJson(withoutByteOrderMark(decodeUtf8(bytes, name)), name));
  if (records.length === 0) {
    const message = `${name} is an empty list. At least one record {"text": "…"} was expected; check how it was made.`;
    yield notice({ code: 'empty-document', severity: 'warning', message, document: path });
  }
  for (const [index, record] of records.entries()) {
    const number = index + 1;
    const place = { path, id: `${source.id}#${number}`, label: `${name}, record ${number}`, record: { in: 'list', number } } as const;
    yield* recordEvents(record, place, limits.maxDocumentCharacters);
  }
}

/** The value of a JSON text. Throws `ReadFault` with the place of the fault, `line` being the line it stands on. */
export function parseJson(text: string, name: string, line = 1): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw brokenJson(findJsonFault(text), name, line);
  }
}

/** No fault in the text: the engine gave up on it, as it does where brackets lie too deep in each other. */
function brokenJson(fault: JsonFault | undefined, name: string, firstLine: number): ReadFault {
  if (fault === undefined) {
    const message = `${name} can't be taken in as JSON from line ${firstLine} on: it is too deep or too large. Give plain records {"text": "…"}.`;
    return new ReadFault('broken-json', message);
  }
  const place = `line ${firstLine + fault.line - 1}, column ${fault.column}`;
  const what = `expected ${fault.expected}, found ${fault.found}`;
  return new ReadFault('broken-json', `${name} is not valid JSON at ${place}: ${what}. Mend it there; what is broken is left out.`);
}
