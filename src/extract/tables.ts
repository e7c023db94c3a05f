import { readTable } from '../data/load.ts';
import { LANGUAGES } from '../language/table.ts';

/** A written form and what it stands for; `*` at its end stands for any inflection. */
export interface Form {
  readonly id: string;
  readonly text: string;
}

/** The tables of concepts and of entities: those that people write, and what CLDR adds to them (`scripts/cldr.ts`). */
const CONCEPTS = ['concepts.tsv', 'currencies.tsv'] as const;
const ENTITIES = ['entities.tsv', 'cities.tsv'] as const;

/** A table as it stands in its file: cells are cut out when a column is asked for, since a run needs few of fifty. */
interface Table {
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly string[];
}

const tables = new Map<string, Table>();

function table(name: string): Table {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const [header = '', ...rows] = readTable(name).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const parsed = { columns: new Map(header.split('\t').map((column, index) => [column, index])), rows };
  tables.set(name, parsed);
  return parsed;
}

function cellOf(row: string, column: number): string {
  let start = 0;
  for (let skipped = 0; skipped < column; skipped++) {
    start = row.indexOf('\t', start) + 1;
    if (start === 0) return '';
  }
  const end = row.indexOf('\t', start);
  return row.slice(start, end === -1 ? row.length : end);
}

function formsIn(name: string, column: string): readonly Form[] {
  const { columns, rows } = table(name);
  const at = columns.get(column);
  if (at === undefined) return [];
  return rows.flatMap((row) => {
    const cell = cellOf(row, at);
    return cell === '' ? [] : cell.split('|').map((text) => ({ id: cellOf(row, 0), text }));
  });
}

function formsOfAll(names: readonly string[], column: string): readonly Form[] {
  return names.flatMap((name) => formsIn(name, column));
}

/**
 * The words of a language for the concepts of `concepts.tsv`: its own column, and those of its kin for a language that has
 * none (Slovak reads Czech).
 */
export function conceptForms(language: string): readonly Form[] {
  const own = formsOfAll(CONCEPTS, language);
  if (own.length > 0) return own;
  return (LANGUAGES.get(language)?.kin ?? []).flatMap((kin) => formsOfAll(CONCEPTS, kin));
}

/**
 * The names of a language for the entities of `entities.tsv`. The English forms serve everywhere besides, for Latin-script
 * languages spell most names alike and the others leave many in Latin letters.
 */
export function entityForms(language: string): readonly Form[] {
  const own = formsOfAll(ENTITIES, language);
  const kin = own.length > 0 ? [] : (LANGUAGES.get(language)?.kin ?? []).flatMap((code) => formsOfAll(ENTITIES, code));
  return [...own, ...kin, ...formsOfAll(ENTITIES, 'en')];
}

/** The countries of the tables as Intl names them in a language: CLDR, Unicode licence. */
export function countryForms(language: string): readonly Form[] {
  if (Intl.DisplayNames.supportedLocalesOf([language]).length === 0) return [];
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  return ENTITIES.flatMap((name) => table(name).rows).flatMap((row) => {
    const id = cellOf(row, 0);
    const text = cellOf(row, 1) === 'country' ? names.of(id) : undefined;
    return text === undefined ? [] : [{ id, text }];
  });
}
