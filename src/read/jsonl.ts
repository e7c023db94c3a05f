import { decodeUtf8, withoutByteOrderMark } from './encoding.ts';
import { notice, type ReadEvent, type ReadLimits } from './event.ts';
import { diagnosticOfFault, nameOf, ReadFault } from './fault.ts';
import { parseJson } from './json.ts';
import { byteLines, type Line } from './lines.ts';
import { recordEvents } from './record.ts';
import type { Source } from './source.ts';

/**
 * The documents of a file with a JSON record a line (jsonlines.org), of which one line is held at a time. A record without
 * an id is called `file#LINE`, from 1. A bad line costs that line only; blank lines are passed over.
 */
export async function* readJsonLines(
  source: Source,
  chunks: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
): AsyncGenerator<ReadEvent> {
  for await (const line of byteLines(chunks, limits.maxFileBytes, nameOf(source.path))) {
    try {
      yield* lineEvents(source, line, limits);
    } catch (error) {
      if (!(error instanceof ReadFault)) throw error;
      yield notice(diagnosticOfFault(error, source.path));
    }
  }
}

function lineEvents(source: Source, line: Line, limits: ReadLimits): Iterable<ReadEvent> {
  const name = nameOf(source.path);
  const label = `${name}, line ${line.number}`;
  const decoded = decodeUtf8(line.bytes, label, line.offset);
  const text = line.number === 1 ? withoutByteOrderMark(decoded) : decoded;
  if (text.trim() === '') return [];
  const record = parseJson(text, name, line.number);
  const place = { path: source.path, id: `${source.id}#${line.number}`, label, record: { in: 'lines', number: line.number } } as const;
  return recordEvents(record, place, limits.maxDocumentCharacters);
}
