import { readTable, tableRows } from '../../src/data/load.ts';
import { fold } from '../../src/extract/fold.ts';

/** An authored table: a row an entity or concept, a column a language. */
export interface Authored {
  readonly languages: readonly string[];
  /** The cells of each id, by language. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly kinds: ReadonlyMap<string, string>;
}

/** A table of `src/data` as it was written. */
export function readAuthored(name: string): Authored {
  const [head = [], ...rows] = tableRows(readTable(name));
  const first = head[1] === 'kind' ? 2 : 1;
  return {
    languages: head.slice(first),
    rows: new Map(rows.map((cells) => [cells[0] ?? '', new Map(head.slice(first).map((language, at) => [language, cells[first + at] ?? '']))])),
    kinds: new Map(first === 2 ? rows.map(([id = '', kind = '']) => [id, kind]) : []),
  };
}

/** The forms of a cell. */
export function formsIn(cell: string | undefined): readonly string[] {
  return cell === undefined || cell === '' ? [] : cell.split('|');
}

/** A form as it is looked up, word by word. */
export function folded(text: string): string {
  return text.split(/[\s.’'-]+/u).map(fold).join(' ').trim();
}
