import type { PageVersion } from '../src/report/html/page-data.ts';

/** One line of the comparison. */
export interface Row {
  /** For each version shown, the place of its sentence, or -1 where it has none here. */
  readonly cells: readonly number[];
  /** Whether the sentences are versions of each other; else each has no match, and they only stand at the same place. */
  readonly joined: boolean;
}

/**
 * The sentences of several versions in lines: those aligned with one sentence of the version at `pivot` stand in one line. Those
 * without a match come in lines of their own, each column after the sentence it follows in its text. `shown` are places in
 * `versions`, in the order of the columns; every sentence of these is in exactly one row, each column in order.
 */
export function alignRows(versions: readonly PageVersion[], shown: readonly number[], pivot: number): readonly Row[] {
  const rows: Row[] = [];
  const columns = shown.map((place) => ({ isPivot: place === pivot, sentences: versions[place]?.sentences ?? [], next: 0, free: [0].slice(1) }));
  /** Sets aside the sentences whose partner has no row to come: they have none, or it is past. */
  const setAside = (reached: number): void => {
    for (const column of columns) {
      const isFree = (): boolean => column.next < column.sentences.length && (column.sentences[column.next]?.p ?? -1) < reached;
      while (!column.isPivot && isFree()) column.free.push(column.next++);
    }
  };
  const pushFree = (): void => {
    const most = Math.max(0, ...columns.map(({ free }) => free.length));
    for (let at = 0; at < most; at++) rows.push({ cells: columns.map(({ free }) => free[at] ?? -1), joined: false });
    for (const column of columns) column.free.length = 0;
  };
  for (let sentence = 0; sentence < (versions[pivot]?.sentences.length ?? 0); sentence++) {
    setAside(sentence);
    const cells = columns.map((column) => {
      if (column.isPivot) return sentence;
      return column.sentences[column.next]?.p === sentence ? column.next++ : -1;
    });
    if (cells.filter((cell) => cell >= 0).length > 1) {
      pushFree();
      rows.push({ cells, joined: true });
    } else for (const [at, cell] of cells.entries()) if (cell >= 0) columns[at]?.free.push(cell);
  }
  setAside(Infinity);
  pushFree();
  return rows;
}
