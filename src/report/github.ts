import { acceptanceText, findingSentence, viewsOf, type FindingView, type GatedReport } from './finding-text.ts';
import { gateCounts } from './gate-text.ts';
import { placeOf } from './place.ts';
import { printable } from './printable.ts';
import { percent, RELATION_NAMES } from './wording.ts';
import type { AcceptedFinding } from '../types.ts';

/** GitHub cuts a job summary at 1 MiB; a row has some hundred bytes, and nobody reads more. */
const MOST_ROWS = 1000;

/** The findings of a gate as workflow commands of GitHub Actions: an error at each new duplicate, a warning for what could not be read. */
export function* githubAnnotations(report: GatedReport): Generator<string> {
  for (const view of viewsOf(report.gate.findings, report)) {
    const file = view.document.path === '-' ? {} : { file: view.document.path };
    yield command('error', { ...file, title: `Told before: ${RELATION_NAMES[view.finding.relation]}` }, `${placeOf(view.document)}: ${findingSentence(view)}`);
  }
  for (const { severity, message, code } of report.diagnostics) {
    if (severity !== 'note') yield command('warning', { title: code }, message);
  }
  yield `${gateCounts(report)}\n`;
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(value)}`).join(',');
  return `::${name} ${given}::${escapedData(printable(message))}\n`;
}

/** As the toolkit of GitHub Actions escapes: else a text could end the command and begin another. */
function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** The same as Markdown, for the page of the job. */
export function* githubSummary(report: GatedReport): Generator<string> {
  const { gate } = report;
  yield `### ${gate.findings.length > gate.max ? '❌' : '✅'} ${markdown(gateCounts(report))}\n\n`;
  yield* table(['Document', 'Tells the same as', '', 'Probability'], viewsOf(gate.findings, report).map(rowOf));
  if (gate.accepted.length > 0) {
    yield `<details><summary>${gate.accepted.length} accepted</summary>\n\n`;
    yield* table(['Document', 'Tells the same as', '', 'Probability', 'Why'], viewsOf(gate.accepted, report).map(acceptedRowOf));
    yield '</details>\n\n';
  }
  for (const { severity, message } of report.diagnostics) if (severity !== 'note') yield `- ${severity}: ${markdown(message)}\n`;
}

function rowOf({ finding, document, original }: FindingView): readonly string[] {
  return [placeOf(document), placeOf(original), RELATION_NAMES[finding.relation], percent(finding.probability)];
}

function acceptedRowOf(view: FindingView<AcceptedFinding>): readonly string[] {
  return [...rowOf(view), acceptanceText(view.finding)];
}

function* table(head: readonly string[], rows: readonly (readonly string[])[]): Generator<string> {
  if (rows.length === 0) return;
  const lineOf = (cells: readonly string[]): string => `| ${cells.map(markdown).join(' | ')} |\n`;
  yield `${lineOf(head)}${head.map(() => '| --- ').join('')}|\n`;
  for (const row of rows.slice(0, MOST_ROWS)) yield lineOf(row);
  yield rows.length > MOST_ROWS ? `\n… and ${rows.length - MOST_ROWS} more.\n\n` : '\n';
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as it stands, for one line of GitHub's Markdown: no tags, links, mentions or emphasis come of it. */
function markdown(text: string): string {
  return printable(text)
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')
    .replace(/[\\`*_{}[\]()#+!|~@:]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What later steps of a job can ask for, a line each, as the file `GITHUB_OUTPUT` has it. */
export function githubOutputs({ gate }: GatedReport): string {
  return `duplicates=${gate.findings.length}\naccepted=${gate.accepted.length}\nincoming=${gate.incoming.length}\n`;
}
