import { createHash } from 'node:crypto';
import { readTable } from '../data/load.ts';

/** What fingerprints and judgements were made by: of another version they can't be held against each other. */
export interface Stamp {
  /** What fingerprints are made by: the tables, and the version of the code. */
  readonly prints: string;
  /** What fingerprints are judged by. */
  readonly figures: string;
}

/** Raised by hand when the code makes other fingerprints of the same text, or writes the same ones otherwise: nothing else can tell. */
const PRINT_VERSION = '3';

/** Raised when the code judges the same fingerprints otherwise. */
const FIGURES_VERSION = '2';

/** `background.tsv` is also what stored fingerprints name their keys by: with another one they can't be read at all. */
const PRINT_TABLES = ['background.tsv', 'calendar.tsv', 'cities.tsv', 'concepts.tsv', 'currencies.tsv', 'entities.tsv', 'furniture.tsv', 'languages.tsv', 'lengths.tsv', 'scales.tsv', 'transliteration.tsv', 'units.tsv'];
const FIGURES = ['model.json', 'screen.json', 'sentences.json'];

let shipped: Stamp | undefined;

/** The stamp of this version. */
export function shippedStamp(): Stamp {
  shipped ??= { prints: hashOf(PRINT_VERSION, PRINT_TABLES), figures: hashOf(FIGURES_VERSION, FIGURES) };
  return shipped;
}

function hashOf(version: string, tables: readonly string[]): string {
  const hash = createHash('sha256').update(version);
  for (const name of tables) hash.update(`\n${name}\n`).update(readTable(name));
  return hash.digest('hex').slice(0, 16);
}
