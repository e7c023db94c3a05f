import { UsageError } from '../errors.ts';
import type { Cuttable } from '../read/cut/records.ts';
import type { Report } from '../types.ts';
import type { Loaded } from './load.ts';

/** Which documents to print: one of each cluster and all that are in none, or the others. */
export type Choice = 'unique' | 'duplicates';

/** A file that was read, and what is wanted of it. */
export interface RecordFile {
  /** As `Document.path`. */
  readonly path: string;
  /** How its records lie in it; `file` where the document is all of it. */
  readonly kind: Cuttable | 'file';
  /** Numbers of the records wanted; of a document that is all of its file, 1. */
  readonly wanted: ReadonlySet<number>;
}

/** The files in code-unit order of their paths, each with the records chosen. Throws `UsageError` for one that can't be cut. */
export function recordFiles(choice: Choice, { clusters }: Report, { documents, records }: Loaded): readonly RecordFile[] {
  const duplicates = new Set(clusters.flatMap((cluster) => cluster.documents.filter((id) => id !== cluster.representative)));
  const files = new Map<string, { readonly kind: RecordFile['kind']; readonly wanted: Set<number>; count: number }>();
  for (const { id, path } of documents) {
    const record = records.get(id);
    if (record?.in === 'pack') throw cannotCut(path);
    const file = files.get(path) ?? { kind: record?.in ?? 'file', wanted: new Set<number>(), count: 0 };
    file.count++;
    if (file.kind === 'file' && file.count > 1) throw cannotCut(path);
    if (duplicates.has(id) === (choice === 'duplicates')) file.wanted.add(record?.number ?? 1);
    files.set(path, file);
  }
  const inOrder = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([path, { kind, wanted }]) => ({ path, kind, wanted }));
}

function cannotCut(path: string): UsageError {
  return new UsageError({
    code: 'cannot-cut',
    happened: `${path} holds several articles, and is in a format that --print can't take apart.`,
    expected: 'JSONL, JSON or CSV, or files with one article each.',
    advice: 'Use --json: clusters[].documents and representative say which articles to keep.',
  });
}
