import { summaryOf } from './build.ts';
import type { Report } from '../types.ts';

/** A report without what touches nothing incoming: of the archive only the documents that an incoming one is tied to are left. */
export function narrowedTo(incoming: ReadonlySet<string>, report: Report): Report {
  const touches = (...ids: readonly string[]): boolean => ids.some((id) => incoming.has(id));
  const clusters = report.clusters.filter(({ documents }) => touches(...documents));
  const pairs = report.pairs.filter(({ a, b }) => touches(a, b));
  const tied = new Set([...incoming, ...clusters.flatMap(({ documents }) => documents), ...pairs.flatMap(({ a, b }) => [a, b])]);
  const documents = report.documents.filter(({ id }) => tied.has(id));
  return { ...report, summary: summaryOf(documents, clusters), documents, clusters, pairs };
}
