import type { Cluster, DocumentReport, PairReport, Report } from '../types.ts';
import { shortHeadlineOf } from './layout.ts';
import { placePairs } from './pairs-by-place.ts';
import { printable } from './printable.ts';
import { mergeForms } from './shared-forms.ts';
import { counted, languageName, LEVEL_NAMES, percent, RELATION_NAMES } from './wording.ts';

/** More pairs than this are a list for a program. */
const MOST_PAIRS = 20;
/** The strongest are told; the rest are in the JSON. */
const MOST_FORMS = 12;

/**
 * The report as Markdown (GitHub Flavored, CommonMark with tables), for an issue, a wiki or a mail: counts, a table for each
 * cluster, then the pairs that were not joined. What comes from documents is escaped and makes no markup, link or HTML.
 */
export function* markdownReport(report: Report, openings: ReadonlyMap<string, string>): Generator<string> {
  const documents = new Map(report.documents.map((document) => [document.id, document]));
  const { within, sameStory, nearMisses } = placePairs(report);
  const view = { documents, openings };
  const { summary, options } = report;
  yield `# ${counted(summary.clusters, 'cluster')}, ${counted(summary.duplicates, 'duplicate')}\n\n`;
  yield `${counted(summary.documents, 'document')} (${languagesInWords(summary.languages)}), joined as the ${LEVEL_NAMES[options.level]} from ${percent(options.threshold)} on.\n`;
  for (const [at, cluster] of report.clusters.entries()) yield clusterSection(cluster, at + 1, within.get(cluster.id) ?? [], view);
  yield pairSection('Same story, other report', sameStory, view);
  yield pairSection('Near misses', nearMisses, view);
}

interface View {
  readonly documents: ReadonlyMap<string, DocumentReport>;
  readonly openings: ReadonlyMap<string, string>;
}

function languagesInWords(languages: Readonly<Record<string, number>>): string {
  const inOrder = Object.entries(languages).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return inOrder.map(([code, count]) => `${count} ${escaped(languageName(code))}`).join(', ');
}

function clusterSection(cluster: Cluster, number: number, pairs: readonly PairReport[], { documents, openings }: View): string {
  const order = [cluster.representative, ...cluster.documents.filter((id) => id !== cluster.representative)];
  const probabilities = new Map(cluster.documents.map((id, at) => [id, cluster.members[at] ?? 0]));
  const rows = order.flatMap((id) => {
    const document = documents.get(id);
    if (document === undefined) return [];
    const probability = percent(probabilities.get(id) ?? 0);
    const title = escaped(shortHeadlineOf(document, openings));
    const shown = id === cluster.representative ? `**${title}**` : title;
    return [`| ${escaped(languageName(document.language.code))} | ${shown} | ${escaped(document.date ?? '')} | ${escaped(id)} | ${probability} |`];
  });
  const head = ['| Language | Title | Date | Document | Probability |', '|---|---|---|---|---:|'];
  const shared = mergeForms(order, pairs.map(({ a, b, evidence }) => ({ a, b, forms: [...evidence.names, ...evidence.quantities] })));
  const told = shared.slice(0, MOST_FORMS).map((spellings) => spellings.map(escaped).join(' = '));
  const closing = told.length === 0 ? [] : ['', `Shared: ${told.join(' · ')}`];
  return `\n## ${number}. ${LEVEL_NAMES[cluster.level]}, ${percent(cluster.probability)}\n\n${[...head, ...rows, ...closing].join('\n')}\n`;
}

function pairSection(heading: string, pairs: readonly PairReport[], { documents, openings }: View): string {
  if (pairs.length === 0) return '';
  const titleOf = (id: string): string => {
    const document = documents.get(id);
    return document === undefined ? escaped(id) : `${escaped(shortHeadlineOf(document, openings))} (${escaped(id)})`;
  };
  const items = pairs.slice(0, MOST_PAIRS).map((pair) =>
    `- ${RELATION_NAMES[pair.relation]}, same report ${percent(pair.probability)}, same story ${percent(pair.story)}\n  - ${titleOf(pair.a)}\n  - ${titleOf(pair.b)}`,
  );
  const rest = pairs.length > MOST_PAIRS ? `\n\n… and ${pairs.length - MOST_PAIRS} more.` : '';
  return `\n## ${heading}\n\n${items.join('\n')}${rest}\n`;
}

/**
 * Text that Markdown takes as it is: every character of ASCII punctuation with a backslash (CommonMark 2.4), but those that
 * mean nothing within a line, and "@" and "#" kept from calling people and issues by an entity.
 */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]<>|~!&]/g, (character) => (character === '&' ? '&amp;' : character === '<' ? '&lt;' : character === '>' ? '&gt;' : `\\${character}`))
    .replace(/[@#]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1')
    .replace(/:\/\//g, '&#58;//')
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}&#46;`);
}
