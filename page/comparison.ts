import type { PageIndex, PageItem, PageVersions } from '../src/report/html/page-data.ts';
import { percent } from '../src/report/wording.ts';
import { changedWords } from './changed-words.ts';
import { changedFigures } from './differences.ts';
import { element, foreign } from './dom.ts';
import { markedSentence } from './marked.ts';
import { alignRows, type Row } from './rows.ts';
import { dateOf, languageName, webAddress } from './words.ts';

/** What is compared: an item, its texts, and which of its versions stand beside each other. */
export interface Compared {
  readonly index: PageIndex;
  readonly item: PageItem;
  readonly texts: PageVersions;
  /** Places in the item's documents, in the order of the columns. */
  readonly shown: readonly number[];
}

/** The comparison, and how much differs in it. */
export interface Comparison {
  readonly table: HTMLElement;
  /** The lines that differ, in order. */
  readonly differing: readonly HTMLElement[];
  /** Lines in which figures differ. */
  readonly changedLines: number;
  readonly lonelySentences: number;
  readonly joinedSentences: number;
}

/** The versions side by side: a line for each sentence, those that tell the same joined. */
export function compareVersions(compared: Compared): Comparison {
  const { texts, shown } = compared;
  const lines = alignRows(texts.versions, shown, compared.item.pivot).map((row): Line => {
    const supposed = row.joined && row.cells.some((sentence, column) => texts.versions[shown[column] ?? 0]?.sentences[sentence]?.s === 1);
    // In versions of one report a guess is mostly right, and another figure is what makes it one. In others it tells nothing.
    const isNoVersion = supposed && compared.item.kind !== 'cluster';
    return { ...row, supposed, changed: isNoVersion ? row.cells.map(() => new Set<number>()) : changedFigures(row, texts, shown) };
  });
  const views = lines.map((line) => lineView(line, compared));
  const isDiffering = ({ joined, changed }: Line): boolean => !joined || changed.some(({ size }) => size > 0);
  // The roles are those the elements have; on a narrow screen, laid out as blocks, they would lose them.
  const table = element('table', { class: 'comparison', role: 'table', 'aria-label': 'The versions side by side, sentence by sentence' },
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...shown.map((place) => headOf(place, compared)))),
    element('tbody', { role: 'rowgroup' }, ...views),
  );
  const alone = shown.length < 2 ? [] : lines.filter(({ joined }) => !joined);
  return {
    table,
    differing: shown.length < 2 ? [] : views.filter((_, at) => lines.slice(at, at + 1).some(isDiffering)),
    changedLines: lines.filter(({ changed }) => changed.some(({ size }) => size > 0)).length,
    lonelySentences: alone.reduce((sum, { cells }) => sum + cells.filter((cell) => cell >= 0).length, 0),
    joinedSentences: lines.filter(({ joined }) => joined).length,
  };
}

interface Line extends Row {
  /** Whether the joining is a guess. */
  readonly supposed: boolean;
  /** By column, places in `mentions`. */
  readonly changed: readonly ReadonlySet<number>[];
}

function headOf(place: number, { index, item }: Compared): HTMLElement {
  const document = index.documents[item.documents[place] ?? 0];
  if (document === undefined) return element('th', { role: 'columnheader', scope: 'col' });
  const address = webAddress(document);
  const date = dateOf(document);
  const member = item.members[place];
  const facts = [date, item.kind === 'cluster' && place === 0 ? 'representative' : '', member === undefined ? '' : percent(member)];
  return element('th', { role: 'columnheader', scope: 'col' },
    element('span', { class: 'language' }, document.language), ` ${languageName(document.language, index)}`,
    element('span', { class: 'facts' }, facts.filter((fact) => fact !== '').join(' · ')),
    element('bdi', { class: 'id' }, document.id),
    address !== undefined && element('a', { href: address, rel: 'noopener noreferrer nofollow', class: 'source' }, 'Source', element('span', { class: 'hidden' }, ` of ${document.id}`)),
  );
}

function lineView(line: Line, compared: Compared): HTMLElement {
  const { cells, joined, supposed, changed } = line;
  const isChanged = changed.some(({ size }) => size > 0);
  const kind = joined ? `joined ${supposed ? 'supposed' : ''}` : compared.shown.length > 1 ? 'apart' : '';
  return element('tr', { role: 'row', class: `line ${kind} ${isChanged ? 'differs' : ''}`, tabindex: -1 },
    ...cells.map((sentence, column) => cellView(sentence, column, line, compared)));
}

function cellView(sentence: number, column: number, line: Line, compared: Compared): HTMLElement {
  const { texts, shown } = compared;
  const language = languageAt(column, compared);
  const told = texts.versions[shown[column] ?? 0]?.sentences[sentence];
  if (told === undefined) return element('td', { role: 'cell', class: 'none' }, element('span', { class: 'hidden' }, 'no such sentence'));
  const other = line.joined ? otherOf(column, line, compared) : undefined;
  const differing = { figures: line.changed[column] ?? new Set<number>(), words: other === undefined ? [] : changedWords(told.t, other) };
  return element('td', { role: 'cell' },
    element('span', { class: 'in' }, element('span', { class: 'language' }, language)),
    !line.joined && shown.length > 1 && element('span', { class: 'flag' }, 'no match'),
    foreign('p', language, {}, ...markedSentence(told, texts.mentions, shown, differing)),
  );
}

function languageAt(column: number, { index, item, shown }: Compared): string {
  return index.documents[item.documents[shown[column] ?? 0] ?? 0]?.language ?? '';
}

/** The first sentence of the line, besides its own, in the language of a column. */
function otherOf(column: number, { cells }: Line, compared: Compared): string | undefined {
  const language = languageAt(column, compared);
  const other = cells.findIndex((cell, at) => at !== column && cell >= 0 && languageAt(at, compared) === language);
  return compared.texts.versions[compared.shown[other] ?? -1]?.sentences[cells[other] ?? -1]?.t;
}
