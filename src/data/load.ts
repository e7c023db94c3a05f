import { existsSync, readFileSync } from 'node:fs';
import { PACKAGE } from '../version.ts';

/** The text of one of the shipped tables in `src/data`. */
export function readTable(name: string): string {
  return readFileSync(new URL(`src/data/${name}`, PACKAGE), 'utf8');
}

/** The rows of a tab-separated table, without its comment lines (`#`) and empty lines. */
export function tableRows(table: string): string[][] {
  return table
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/** Whether the build is run and not the sources: in these nothing is compiled, and a table is read as it was last saved. */
const IS_BUILT = import.meta.url.startsWith(new URL('dist/', PACKAGE).href);

/**
 * The text of a file that the build has made of the tables, below `dist/data`; undefined where the sources themselves are run,
 * or where there is none.
 */
export function readCompiled(name: string): string | undefined {
  const file = new URL(`dist/data/${name}`, PACKAGE);
  return IS_BUILT && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The loops in `kernel/`, as the build has compiled them. Throws where they have not been: `npm run build`. */
export function readKernel(): Uint8Array<ArrayBuffer> {
  return readFileSync(new URL('dist/kernel.wasm', PACKAGE));
}
