/**
 * Makes `src/data/cities.tsv` and `src/data/currencies.tsv` of CLDR (Unicode licence), fetched by npm: `npm run cldr`. They hold what
 * the authored tables leave open: run it after a change to `entities.tsv` or `concepts.tsv` that adds a city, a country or a currency.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { citiesOf } from './cldr/cities.ts';
import { currenciesOf } from './cldr/currencies.ts';
import { readAuthored } from './cldr/authored.ts';
import { Cldr } from './cldr/cldr.ts';

const VERSION = '48.2.0';
const SOURCE = `# Source: CLDR ${VERSION}, Unicode-3.0 licence (https://www.unicode.org/license.txt); made by scripts/cldr.ts, not to be changed by hand.`;

const folder = mkdtempSync(join(tmpdir(), 'dedupe-cldr-'));
try {
  for (const name of ['cldr-dates-full', 'cldr-numbers-full']) {
    execFileSync('npm', ['pack', `${name}@${VERSION}`, '--silent', '--pack-destination', folder]);
    execFileSync('tar', ['-xzf', `${name}-${VERSION}.tgz`, '--one-top-level'], { cwd: folder });
  }
  const cldr = new Cldr((name) => join(folder, `${name}-${VERSION}`, 'package'));
  const entities = readAuthored('entities.tsv');
  write('cities.tsv', `# Cities (CLDR's exemplar cities of the time zones) and countries that entities.tsv has no row or cell for, in its form.\n${SOURCE}`, ['id', 'kind', ...entities.languages], citiesOf(cldr, entities));
  const concepts = readAuthored('concepts.tsv');
  write('currencies.tsv', `# Words for currencies that concepts.tsv has no cell for, in its form.\n${SOURCE}`, ['id', ...concepts.languages], currenciesOf(cldr, concepts));
} finally {
  rmSync(folder, { recursive: true });
}

function write(name: string, head: string, columns: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [columns, ...rows].map((cells) => cells.join('\t'));
  writeFileSync(new URL(`../src/data/${name}`, import.meta.url), `${head}\n${lines.join('\n')}\n`);
  process.stdout.write(`${name}: ${rows.length} rows\n`);
}
