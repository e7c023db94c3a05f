import { UsageError } from '../errors.ts';
import type { Archive } from './archive.ts';
import type { ClusterEvent } from './clusters.ts';
import type { ArchiveSettings } from './meta.ts';
import { encodeKept, keptIn, partsOf, type Kept } from './record.ts';
import { shippedStamp, type Stamp } from './stamp.ts';

/** The lines of an exported archive: one of itself, one a document, then clusters and events. */
type Line =
  | { readonly archive: 1; readonly stamp: Stamp; readonly settings: ArchiveSettings }
  /** `record` is what the archive keeps, in base64; the id stands beside it for people. */
  | { readonly id: string; readonly record: string }
  | { readonly cluster: string; readonly documents: readonly string[] }
  | { readonly event: ClusterEvent };

/** An archive as lines of JSON, from which `readLines` makes it again. */
export function* exportLines(archive: Archive): Generator<string> {
  const line = (value: Line): string => `${JSON.stringify(value)}\n`;
  yield line({ archive: 1, stamp: shippedStamp(), settings: archive.settings });
  for (const kept of archive.documents()) yield line({ id: kept.prepared.document.id, record: Buffer.from(encodeKept(kept)).toString('base64') });
  for (const { name, documents } of archive.clusters()) yield line({ cluster: name, documents });
  for (const event of archive.stats().history) yield line({ event });
}

/** What the first line of an export says. Throws `UsageError` where it is none, or is of another version. */
export function headOf(text: string): { readonly settings: ArchiveSettings } {
  const head = lineOf(text);
  if (!('archive' in head)) throw notAnExport('Its first line does not tell of an archive.');
  const own = shippedStamp();
  if (head.stamp.prints !== own.prints || head.stamp.figures !== own.figures) throw notAnExport('Another version of dedupe has written it.');
  return head;
}

/** One line after the first, as it goes into an archive. */
export function partOf(text: string): { readonly kept: Kept } | { readonly cluster: string; readonly documents: readonly string[] } | { readonly event: ClusterEvent } {
  const line = lineOf(text);
  if ('record' in line) return { kept: { ...keptIn(partsOf(Buffer.from(line.record, 'base64'))), isPosted: true } };
  if ('archive' in line) throw notAnExport('It tells of itself twice.');
  return line;
}

function lineOf(text: string): Line {
  try {
    const value: Line = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch (cause) {
    throw notAnExport('A line of it is no JSON.', cause);
  }
  throw notAnExport('A line of it is no record.');
}

function notAnExport(happened: string, cause?: unknown): UsageError {
  return new UsageError({ code: 'bad-export', happened: `The file can't be read into an archive. ${happened}`, expected: 'What `dedupe archive export` of this version writes.', advice: 'Export the archive anew.', cause });
}
