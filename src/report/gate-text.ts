import { acceptanceText, viewsOf, type FindingView, type GatedReport } from './finding-text.ts';
import { headlineOf, INDENT, type Layout } from './layout.ts';
import { pairSection } from './pair-text.ts';
import { placeOf } from './place.ts';
import { printable } from './printable.ts';
import { cutStartTo, cutTo, padTo, widthOf, wrap } from './width.ts';
import { counted, percent, RELATION_NAMES } from './wording.ts';

/** What the text of a gate needs besides the report. */
export interface GateTextOptions extends Layout {
  /** The first words of the documents, by id, for those without a title. */
  readonly openings: ReadonlyMap<string, string>;
  /** Whether pairs that came near the threshold are listed too; a report in front of this has them already. */
  readonly nearMisses: boolean;
}

/** Of a long path its end; a title needs the rest of the line more. */
const PLACE_COLUMNS = 34;

/** What a gate found, for people: new duplicates with the version each repeats, accepted ones, near misses, and a line of counts. */
export function* gateText(report: GatedReport, options: GateTextOptions): Generator<string> {
  const { gate } = report;
  yield* section('New duplicates', viewsOf(gate.findings, report), options, () => '');
  yield* section('Accepted', viewsOf(gate.accepted, report), options, ({ finding }) => acceptanceText(finding));
  if (options.nearMisses) yield* nearMisses(report, options);
  yield `${wrap(gateCounts(report), options.columns).join('\n')}\n`;
}

function* nearMisses(report: GatedReport, options: GateTextOptions): Generator<string> {
  const clusterOf = new Map(report.clusters.flatMap(({ id, documents }) => documents.map((document) => [document, id] as const)));
  const apart = report.pairs.filter(({ a, b }) => clusterOf.get(a) === undefined || clusterOf.get(a) !== clusterOf.get(b));
  const documents = new Map(report.documents.map((document) => [document.id, document]));
  const lines = pairSection('Near misses', apart, { documents, openings: options.openings }, options);
  if (lines.length > 0) yield `${lines.map((line) => line.trimEnd()).join('\n')}\n\n`;
}

function* section<F extends FindingView>(heading: string, views: readonly F[], options: GateTextOptions, note: (view: F) => string): Generator<string> {
  if (views.length === 0) return;
  yield `${options.chalk.bold(heading)}\n`;
  for (const view of views) yield `${findingLines(view, note(view), options).map((line) => line.trimEnd()).join('\n')}\n`;
  yield '\n';
}

function findingLines({ finding, document, original }: FindingView, note: string, { columns, chalk, openings }: GateTextOptions): readonly string[] {
  const both = [document, original];
  const places = both.map((each) => cutStartTo(printable(placeOf(each)), PLACE_COLUMNS));
  const widest = Math.max(...places.map(widthOf));
  const lines = both.map((each, at) => {
    const start = `${INDENT}${INDENT}${padTo(printable(each.language.code), 3)} ${padTo(places[at] ?? '', widest)}  `;
    return `${chalk.dim(start)}${cutTo(headlineOf(each, openings), columns - widthOf(start))}`;
  });
  const head = `${finding.relation === 'related' ? 'same report' : RELATION_NAMES[finding.relation]} · ${percent(finding.probability)}`;
  return [`${INDENT}${cutTo(head, columns - INDENT.length)}`, ...lines, ...(note === '' ? [] : [`${INDENT}${INDENT}${cutTo(note, columns - 4)}`])];
}

/** `3 incoming documents against 120: 1 new duplicate, 2 accepted.` */
export function gateCounts({ gate }: Pick<GatedReport, 'gate'>): string {
  const against = gate.archive === 0 ? '' : ` against ${gate.archive}`;
  const max = gate.max === 0 ? '' : ` (${gate.max} allowed)`;
  return `${counted(gate.incoming.length, 'incoming document')}${against}: ${counted(gate.findings.length, 'new duplicate')}${max}, ${gate.accepted.length} accepted.`;
}
