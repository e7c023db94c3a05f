import { existsSync, readFileSync } from 'node:fs';

/**
 * The text of one of the shipped tables in `src/data`.
 *
 * The path is the same seen from `src/data` and from `dist/data`, so the tables are not copied by the build.
 */
export function readTable(name: string): string {
  return readFileSync(new URL(`../../src/data/${name}`, import.meta.url), 'utf8');
}

/** The rows of a tab-separated table, without its comment lines (`#`) and empty lines. */
export function tableRows(table: string): string[][] {
  return table
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/**
 * The text of a file that the build has made of the tables, below `dist/data`, or undefined where the sources themselves
 * are run: then the tables are read.
 */
export function readCompiled(name: string): string | undefined {
  const file = new URL(name, COMPILED);
  return COMPILED.pathname.includes('/dist/') && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const COMPILED = new URL('./', import.meta.url);
