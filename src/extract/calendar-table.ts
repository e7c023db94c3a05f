import { readTable, tableRows } from '../data/load.ts';
import { fold } from './fold.ts';

/** How a language writes the day of a date. */
export interface DateCustoms {
  /** Short names of months, folded: months only beside the number of a day. */
  readonly shortMonths: ReadonlyMap<string, number>;
  /** Words that may stand between the number of a day and its month, folded. */
  readonly between: ReadonlySet<string>;
  /** What stands before the number of a month (`tháng 3`), folded. */
  readonly beforeMonth: ReadonlySet<string>;
  /** What stands right after the number of a month (`3月`); empty where months have names. */
  readonly afterMonth: string;
  /** A date may begin with the month (`March 3`). */
  readonly monthFirst: boolean;
}

type Cells = readonly (readonly [id: string, texts: readonly string[]])[];

let byLanguage: ReadonlyMap<string, Cells> | undefined;

/** The rows of a language in `calendar.tsv`. */
export function calendarCells(language: string): Cells {
  byLanguage ??= readCells();
  return byLanguage.get(language) ?? [];
}

function readCells(): ReadonlyMap<string, Cells> {
  const found = new Map<string, [string, readonly string[]][]>();
  for (const [language = '', id = '', forms = ''] of tableRows(readTable('calendar.tsv'))) {
    const cells = found.get(language) ?? [];
    cells.push([id, forms.split('|')]);
    found.set(language, cells);
  }
  return found;
}

const customs = new Map<string, DateCustoms>();

/** The date customs of a language; none where the table has no rows. */
export function dateCustoms(language: string): DateCustoms {
  const known = customs.get(language) ?? readCustoms(calendarCells(language));
  customs.set(language, known);
  return known;
}

function readCustoms(cells: Cells): DateCustoms {
  const textsOf = (wanted: string): readonly string[] => cells.flatMap(([id, texts]) => (id === wanted ? texts : []));
  const shortMonths = cells.flatMap(([id, texts]) => {
    const month = Number(/^short-month-(\d+)$/u.exec(id)?.[1] ?? 0);
    return month === 0 ? [] : texts.map((text) => [fold(text), month] as const);
  });
  return {
    shortMonths: new Map(shortMonths),
    between: new Set(textsOf('between').map(fold)),
    beforeMonth: new Set(textsOf('before-month').map(fold)),
    afterMonth: textsOf('after-month')[0] ?? '',
    monthFirst: textsOf('month-first').length > 0,
  };
}
