import { readTable, tableRows } from '../data/load.ts';

/** What is known of one language: a row of `src/data/languages.tsv`. */
export interface LanguageRow {
  /** BCP 47. */
  readonly code: string;
  /** ISO 639-3, as franc names it. */
  readonly iso3: string;
  /** ISO 15924. */
  readonly script: string;
  /** Name of its list in the package `stopword`; empty where it has none. */
  readonly stopwords: string;
  /** File of its Snowball stemmer in the package `natural`; empty where it has none. */
  readonly stemmer: string;
  /** Languages whose dictionary serves where its own is silent, nearest first. */
  readonly kin: readonly string[];
  /** Languages that eld does not know and takes for this one. */
  readonly absorbs: readonly string[];
}

const words = (cell: string | undefined): readonly string[] => (cell ?? '').split(' ').filter((word) => word !== '');

function parseLanguages(table: string): ReadonlyMap<string, LanguageRow> {
  const rows = tableRows(table).slice(1);
  return new Map(
    rows.map(([code = '', iso3 = '', script = '', stopwords = '', stemmer = '', kin, absorbs]) => [
      code,
      { code, iso3, script, stopwords, stemmer, kin: words(kin), absorbs: words(absorbs) },
    ]),
  );
}

/** Every language the product knows something of, by BCP 47 code. */
export const LANGUAGES: ReadonlyMap<string, LanguageRow> = parseLanguages(readTable('languages.tsv'));

const byScript = new Map<string, readonly LanguageRow[]>();

/** The languages written in a script (ISO 15924), in the order of the table. */
export function languagesIn(script: string): readonly LanguageRow[] {
  const known = byScript.get(script) ?? [...LANGUAGES.values()].filter((row) => row.script === script);
  byScript.set(script, known);
  return known;
}

const CASED_SCRIPTS = new Set(['Latn', 'Cyrl', 'Grek', 'Armn']);

/** Whether a language is written with capitals; so are those that are not in the table, most of which are in Latin script. */
export function isCased(language: string): boolean {
  return CASED_SCRIPTS.has(LANGUAGES.get(language)?.script ?? 'Latn');
}
