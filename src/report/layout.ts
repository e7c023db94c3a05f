import type { ChalkInstance } from 'chalk';
import type { DocumentReport } from '../types.ts';
import { printable } from './printable.ts';
import { flow, padTo } from './width.ts';
import { languageName } from './wording.ts';

/** How a text is laid out. */
export interface Layout {
  readonly columns: number;
  /** Made for the stream the text goes to; colour repeats what the words say and never says anything alone. */
  readonly chalk: ChalkInstance;
}

/** The indent of what belongs to a heading. */
export const INDENT = '  ';
/** As wide as the longest label, `evidence:`, and a gap. */
const LABEL_COLUMNS = 11;
/** The columns before the text of a labelled line. */
export const LABELLED_INDENT = INDENT.length + LABEL_COLUMNS;

/** The title of a document, or its first words, as one line. */
export function headlineOf(document: DocumentReport, openings: ReadonlyMap<string, string>): string {
  const title = printable(document.title ?? '');
  return title === '' ? printable(openings.get(document.id) ?? '') || '(no text)' : title;
}

/** About two lines of a page: where the first words stand for a title, more of them is no title. */
const TITLE_CHARACTERS = 140;

/** The same for places that break lines themselves, cut between words where it is no title. */
export function shortHeadlineOf(document: DocumentReport, openings: ReadonlyMap<string, string>): string {
  const headline = headlineOf(document, openings);
  if (printable(document.title ?? '') !== '' || headline.length <= TITLE_CHARACTERS) return headline;
  const cut = headline.slice(0, TITLE_CHARACTERS).toWellFormed();
  const space = cut.lastIndexOf(' ');
  return `${space > TITLE_CHARACTERS / 2 ? cut.slice(0, space) : cut}…`;
}

/** `it Italian`, filled up so that what follows stands in a column. */
export function languageLabels(documents: readonly DocumentReport[]): readonly string[] {
  const labels = documents.map(({ language: { code } }) => {
    const shown = printable(code);
    return `${padTo(shown, 2)} ${printable(languageName(code))}`;
  });
  const widest = Math.max(...labels.map((label) => label.length));
  return labels.map((label) => label.padEnd(widest));
}

/** A line with a label, `names:     Lukashenko = Lukaschenko · Putin`, broken between pieces, at most `lines` long. */
export function labelled(label: string, pieces: readonly string[], { columns, chalk }: Layout, lines = 3): readonly string[] {
  const indent = ' '.repeat(LABELLED_INDENT);
  const rows = flow(pieces, ' · ', columns - indent.length);
  return rows.slice(0, lines).map((row, at) => (at === 0 ? INDENT + chalk.dim(label.padEnd(LABEL_COLUMNS)) : indent) + row);
}
