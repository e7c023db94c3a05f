import { cliPage } from './cli-page.ts';
import { configSchema } from './config-schema.ts';
import { manPage } from './man-page.ts';

/** The files that are made from the tables of commands and flags, by their path in the repository. */
export function referenceFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/cli.md', cliPage()],
    ['man/dedupe.1', manPage()],
    ['schema/config.schema.json', configSchema()],
  ]);
}
