import type { Cluster, DocumentReport, Report } from '../types.ts';
import { rounded } from './records.ts';

/** The columns, in order; later versions of the tool add to the right only. */
const COLUMNS = ['id', 'cluster', 'representative', 'probability', 'cluster_probability', 'cluster_size', 'language', 'title', 'date', 'url', 'path'] as const;

/**
 * The report as a table for spreadsheets: a row for each document in the order of the ids, those without a second version
 * with an empty `cluster`. RFC 4180 with LF, UTF-8, a head. Cells that a spreadsheet would run are disarmed.
 */
export function* csvReport({ documents, clusters }: Report): Generator<string> {
  const places = new Map(clusters.flatMap((cluster) => cluster.documents.map((id, at) => [id, { cluster, at }] as const)));
  yield row(COLUMNS);
  for (const document of documents) yield row(cellsOf(document, places.get(document.id)));
}

function cellsOf({ id, path, language, title, date, url }: DocumentReport, place: { readonly cluster: Cluster; readonly at: number } | undefined): readonly string[] {
  const described = [language.code, title ?? '', date ?? '', url ?? '', path];
  if (place === undefined) return [id, '', '', '', '', '', ...described];
  const { cluster, at } = place;
  const figures = [cluster.members[at] ?? 0, cluster.probability].map((probability) => String(rounded(probability)));
  return [id, cluster.id, cluster.representative === id ? 'yes' : 'no', ...figures, String(cluster.documents.length), ...described];
}

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\n`;
}

/**
 * A cell in quotes where it needs them. One that begins as a formula gets an apostrophe before it, by which spreadsheets
 * take it for text (OWASP, CSV Injection); characters that a terminal would act on become blanks.
 */
function cell(text: string): string {
  const inert = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ').toWellFormed();
  const disarmed = /^\s*[=+\-@＝＋－＠]/u.test(inert) ? `'${inert}` : inert;
  return /[",\n']|^\s|\s$/u.test(disarmed) ? `"${disarmed.replaceAll('"', '""')}"` : disarmed;
}
