import type { DocumentReport, Explanation, RemovedText, SharedForm } from '../types.ts';
import { evidenceBars } from './evidence-bars.ts';
import { INDENT, labelled, languageLabels, type Layout } from './layout.ts';
import { printable } from './printable.ts';
import { removedLine } from './removed.ts';
import { sentenceLines } from './side-by-side.ts';
import { cutStartTo, cutTo, wrap } from './width.ts';
import { HINT_NAMES, percent, RELATION_NAMES } from './wording.ts';

/** What the explanation needs besides its figures. */
export interface ExplainOptions extends Layout {
  readonly openings: ReadonlyMap<string, string>;
}

/** Why two documents are, or are not, the same report: for people. */
export function* explainText(explanation: Explanation, options: ExplainOptions): Generator<string> {
  const { evidence, words, onlyInA, onlyInB, removedFromA, removedFromB } = explanation;
  yield block(documentLines(explanation, options));
  yield block(verdictLines(explanation, options));
  yield block(section('Shared', [
    ...labelled('names:', formsInWords(evidence.names), options, 8),
    ...labelled('figures:', formsInWords(evidence.quantities), options, 8),
    ...labelled('words:', formsInWords(words), options, 8),
    ...labelled('source:', evidence.hint === undefined ? [] : [HINT_NAMES[evidence.hint]], options),
  ], options, 'No rare name, figure or word.'));
  yield block(section('In one text only', [
    ...labelled('only in A:', onlyInA.map(printable), options),
    ...labelled('only in B:', onlyInB.map(printable), options),
  ], options, 'No rare name or figure.'));
  yield block(section('Evidence, strongest first', evidenceBars(explanation, options), options));
  yield block(section(sentencesHeading(explanation.sentences), sentenceLines(explanation.sentences, options), options));
  yield block(removedSection('A', removedFromA, options));
  yield block(removedSection('B', removedFromB, options));
  yield block(section('What would change the verdict', explanation.wouldChange.flatMap((line) => paragraph(line, options)), options)).trimEnd();
  yield '\n';
}

function block(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.map((line) => line.trimEnd()).join('\n')}\n\n`;
}

function section(heading: string, lines: readonly string[], { chalk }: Layout, none = 'None.'): readonly string[] {
  return [chalk.bold(heading), ...(lines.length === 0 ? [`${INDENT}${none}`] : lines)];
}

function documentLines({ a, b }: Explanation, { columns, chalk, openings }: ExplainOptions): readonly string[] {
  const labels = languageLabels([a, b]);
  const line = (document: DocumentReport, at: number): readonly string[] => {
    const start = `${at === 0 ? 'A' : 'B'}  ${labels[at] ?? ''}  `;
    const room = columns - start.length;
    const title = printable(document.title ?? '') || printable(openings.get(document.id) ?? '');
    return [`${chalk.green(start)}${cutTo(title, room)}`, `${' '.repeat(start.length)}${chalk.dim(cutStartTo(printable(document.id), room))}`];
  };
  return [...line(a, 0), ...line(b, 1)];
}

function verdictLines({ relation, probability, story, constraint, threshold, logOdds, margin }: Explanation, layout: Layout): readonly string[] {
  const verdict = `${capitalised(RELATION_NAMES[relation])} · same report ${percent(probability)} · same story ${percent(story)}${constraint === undefined ? '' : ` · ${constraint}`}`;
  const side = margin >= 0 ? 'above' : 'below';
  const distance = `The log-odds of one report are ${logOdds.toFixed(2)}: ${Math.abs(margin).toFixed(2)} ${side} the threshold of ${percent(threshold)}.`;
  const joining = margin < 0 && probability >= LEAST_THRESHOLD ? ` A threshold of ${percent(probability)} or less would join it.` : '';
  return [layout.chalk.bold(cutTo(verdict, layout.columns)), ...wrap(distance + joining, layout.columns)];
}

/** Under it a threshold would join nearly anything: no advice. */
const LEAST_THRESHOLD = 0.001;

/** How many sentences are aligned, and how likely they are versions of each other: chance aligns many, but weakly. */
function sentencesHeading(sentences: Explanation['sentences']): string {
  const mean = sentences.reduce((sum, { gain }) => sum + gain, 0) / sentences.length;
  return `Sentences aligned: ${sentences.length}${sentences.length === 0 ? '' : `, versions of each other to ${Math.round(mean * 100)} % on average`}`;
}

function formsInWords(forms: readonly SharedForm[]): readonly string[] {
  return forms.map(({ a, b }) => (a.toLowerCase() === b.toLowerCase() ? printable(a) : `${printable(a)} = ${printable(b)}`));
}

function removedSection(name: string, removed: readonly RemovedText[], layout: Layout): readonly string[] {
  return section(`Set aside in ${name}: ${removed.length}`, removed.map((text) => layout.chalk.dim(removedLine(text, layout.columns))), layout);
}

function paragraph(text: string, { columns }: Layout): readonly string[] {
  return wrap(printable(text), columns - INDENT.length).map((line) => INDENT + line);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
