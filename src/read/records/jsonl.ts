import { decodeUtf8, withoutByteOrderMark } from '../encoding.ts';
import { notice, type Content, type ReadEvent, type ReadLimits } from '../event.ts';
import { diagnosticOfFault, nameOf, ReadFault } from '../fault.ts';
import { tooLong } from '../packed/bytes.ts';
import { byteLines, type Line } from '../packed/lines.ts';
import { parseJson } from './parse-json.ts';
import { recordEvents } from './record.ts';

/**
 * The documents of a file with a JSON record a line (jsonlines.org), of which one line is held at a time. A record without
 * an id is called `file#LINE`, from 1. A bad line costs that line only; blank lines are passed over.
 */
export async function* readJsonLines({ path, id, chunks }: Content, limits: ReadLimits): AsyncGenerator<ReadEvent> {
  for await (const line of byteLines(chunks, limits.maxLineBytes)) {
    try {
      const text = textOf(line, nameOf(path), limits);
      if (text.trim() === '') continue;
      const record = parseJson(text, nameOf(path), limits.maxDepth, line.number);
      yield* recordEvents(record, { path, id: `${id}#${line.number}`, label: `${nameOf(path)}, line ${line.number}`, record: { in: 'lines', number: line.number } }, limits);
    } catch (error) {
      if (!(error instanceof ReadFault)) throw error;
      yield notice(diagnosticOfFault(error, path));
    }
  }
}

function textOf({ number, offset, bytes, length }: Line, name: string, { maxLineBytes }: ReadLimits): string {
  const label = `${name}, line ${number}`;
  if (length > maxLineBytes) throw tooLong(label, length, maxLineBytes);
  const decoded = decodeUtf8(bytes, label, offset);
  return number === 1 ? withoutByteOrderMark(decoded) : decoded;
}
