import type { Cluster, DocumentReport, Report } from '../types.ts';
import { clusterLines, type ClusterView } from './cluster-text.ts';
import type { RemovedTexts } from './json.ts';
import type { Layout } from './layout.ts';
import { pairSection } from './pair-text.ts';
import { placePairs } from './pairs-by-place.ts';
import { printable } from './printable.ts';
import { removedLines } from './removed.ts';
import { wrap } from './width.ts';
import { counted, LEVEL_NAMES } from './wording.ts';

/** What the text view needs besides the report. */
export interface TextOptions extends Layout {
  /** The first words of the documents, by id, for those without a title. */
  readonly openings: ReadonlyMap<string, string>;
  /** Shown where given. */
  readonly removedTexts?: RemovedTexts;
}

/**
 * The report for people: the clusters, then pairs of the same story, near misses, what was set aside if asked for, and
 * a line of counts. Nothing that came from a document reaches the terminal unfiltered.
 */
export function* textReport(report: Report, options: TextOptions): Generator<string> {
  const documents = new Map(report.documents.map((document) => [document.id, document]));
  const context = { documents, openings: options.openings };
  const pairs = placePairs(report);
  if (report.clusters.length === 0) yield block([noClusters(report)]);
  for (const [at, cluster] of report.clusters.entries()) {
    const within = pairs.within.get(cluster.id) ?? [];
    yield block(clusterLines({ ...viewOf(cluster, at + 1, documents), pairs: within, openings: options.openings }, options));
  }
  yield block(pairSection('Same story, other report', pairs.sameStory, context, options));
  yield block(pairSection('Near misses', pairs.nearMisses, context, options));
  if (options.removedTexts !== undefined) yield block(removedLines(report, options.removedTexts, options));
  yield `${wrap(countsOf(report, pairs.nearMisses.length), options.columns).join('\n')}\n`;
}

function block(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.map((line) => line.trimEnd()).join('\n')}\n\n`;
}

type Members = Pick<ClusterView, 'cluster' | 'number' | 'members'>;

/** The representative first, the others in the order of their ids. */
function viewOf(cluster: Cluster, number: number, documents: ReadonlyMap<string, DocumentReport>): Members {
  const members = cluster.documents.flatMap((id, at) => {
    const document = documents.get(id);
    return document === undefined ? [] : [{ document, probability: cluster.members[at] ?? 0 }];
  });
  const isFirst = ({ document }: { document: DocumentReport }): number => Number(document.id === cluster.representative);
  return { cluster, number, members: members.sort((x, y) => isFirst(y) - isFirst(x)) };
}

function noClusters({ summary, options }: Report): string {
  if (summary.documents === 1) return 'One document only: there is nothing to compare it with.';
  return `No two documents are the ${LEVEL_NAMES[options.level]}.`;
}

function countsOf({ summary }: Report, nearMisses: number): string {
  const languages = Object.entries(summary.languages)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([code, count]) => `${count} ${printable(code)}`);
  const found = `${counted(summary.clusters, 'cluster')}, ${counted(summary.duplicates, 'duplicate')}; ${counted(nearMisses, 'near miss', 'near misses')}.`;
  return `${counted(summary.documents, 'document')} (${languages.join(', ')}): ${found}`;
}
