import type { Diagnostic, Document } from '../types.ts';
import type { ReadOptions } from './event.ts';
import { readDocuments } from './read.ts';

/** All that `readDocuments` yields, held at once: documents in code-unit order of their ids, diagnostics as they came. */
export async function collectDocuments(
  paths: readonly string[],
  options: ReadOptions,
): Promise<{ readonly documents: readonly Document[]; readonly diagnostics: readonly Diagnostic[] }> {
  const documents: Document[] = [];
  const diagnostics: Diagnostic[] = [];
  for await (const event of readDocuments(paths, options)) {
    if (event.kind === 'document') documents.push(event.document);
    else diagnostics.push(event.diagnostic);
  }
  // Not localeCompare: the order must not depend on the machine.
  return { documents: documents.sort((a, b) => (a.id < b.id ? -1 : 1)), diagnostics };
}
