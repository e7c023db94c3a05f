import type { Diagnostic, Document } from '../types.ts';
import type { ReadOptions, RecordPlace } from './event.ts';
import { readDocuments } from './read.ts';

/**
 * All that `readDocuments` yields, held at once: documents in code-unit order of their ids, diagnostics as they came, and
 * by document id the places of those that are records of a file.
 */
export async function collectDocuments(
  paths: readonly string[],
  options: ReadOptions,
): Promise<{ readonly documents: readonly Document[]; readonly diagnostics: readonly Diagnostic[]; readonly records: ReadonlyMap<string, RecordPlace> }> {
  const documents: Document[] = [];
  const diagnostics: Diagnostic[] = [];
  const records = new Map<string, RecordPlace>();
  for await (const event of readDocuments(paths, options)) {
    if (event.kind === 'diagnostic') diagnostics.push(event.diagnostic);
    else {
      documents.push(event.document);
      if (event.record !== undefined) records.set(event.document.id, event.record);
    }
  }
  // Not localeCompare: the order must not depend on the machine.
  return { documents: documents.sort((a, b) => (a.id < b.id ? -1 : 1)), diagnostics, records };
}
