import type { PageMention, PageVersions } from '../src/report/html/page-data.ts';
import type { Row } from './rows.ts';

/**
 * The figures of a line, by column, that another version tells otherwise; as places in `mentions`. A figure is changed where
 * another version shown has it nowhere in its text, and has in this line a figure instead that this version has nowhere: a
 * figure told two sentences later, or left out, is not a changed one.
 */
export function changedFigures({ cells, joined }: Row, { versions, mentions }: PageVersions, shown: readonly number[]): readonly ReadonlySet<number>[] {
  const figures = cells.map((sentence, column) => figuresIn(versions[shown[column] ?? 0]?.sentences[sentence]?.m ?? [], mentions));
  const lackedBy = (column: number, other: number): readonly number[] =>
    (figures[column] ?? []).filter((figure) => !isIn(mentions[figure], shown[other] ?? 0));
  return cells.map((_, column) => {
    const others = joined ? [...cells.keys()].filter((other) => other !== column && lackedBy(other, column).length > 0) : [];
    return new Set(others.flatMap((other) => lackedBy(column, other)));
  });
}

function figuresIn(marks: readonly number[], mentions: readonly PageMention[]): readonly number[] {
  return marks.filter((place, at) => at % 3 === 2 && mentions[place]?.kind === 'quantity');
}

function isIn(mention: PageMention | undefined, version: number): boolean {
  return mention?.in.includes(version) ?? false;
}
