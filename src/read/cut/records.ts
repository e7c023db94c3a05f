import { withoutByteOrderMark } from '../encoding.ts';
import type { RecordPlace } from '../event.ts';
import { hasHead, type FieldMap } from '../records/fields.ts';
import { recordsIn } from '../records/record.ts';
import { joinLines, linesOf } from './lines.ts';
import { keepElements, pathTo } from './list.ts';
import { rowsOf } from './table.ts';

/** The kinds of file that can be cut. */
export type Cuttable = Exclude<RecordPlace['in'], 'pack'>;

/**
 * The bytes of a file of records with only those whose numbers are in `keep`, in their own format and byte for byte: the
 * head of a table, and what stands around a list, stay. What could not be read as a record is left out. `fields` is the map
 * they were read by.
 */
export function keepRecords(bytes: Buffer, kind: Cuttable, keep: ReadonlySet<number>, fields: FieldMap = {}): Buffer {
  if (kind === 'lines') return joinLines(bytes, linesOf(bytes).filter(({ number }) => keep.has(number)));
  if (kind === 'table' || kind === 'tabs') return joinLines(bytes, rowsOf(bytes, kind === 'tabs').filter(({ number }) => (number === 1 && hasHead(fields)) || keep.has(number)));
  const value: unknown = JSON.parse(withoutByteOrderMark(bytes.toString('utf8')));
  const path = pathTo(value, recordsIn(value, fields));
  // One record that is in no list is all of the file.
  if (path === undefined) return keep.has(1) ? bytes : Buffer.alloc(0);
  return keepElements(bytes, path, (place) => keep.has(place + 1));
}
