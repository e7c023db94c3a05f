import { closeLinks } from '../group/closure.ts';
import { linksIn, type LinkedIds } from '../read/links.ts';
import type { GivenFlags } from './flags.ts';
import { readLines } from './rows.ts';

/** What the user bound, as the library takes it. */
interface Links {
  readonly mustLink: readonly LinkedIds[];
  readonly cannotLink: readonly LinkedIds[];
}

/** Reads the files of `--must-link` and `--cannot-link`. Throws `UsageError`; for a contradiction too, before any work. */
export async function linksOf(given: Pick<GivenFlags, 'mustLink' | 'cannotLink'>, cwd: string): Promise<Links> {
  const mustLink = await readLinks(given.mustLink ?? [], cwd);
  const cannotLink = await readLinks(given.cannotLink ?? [], cwd);
  closeLinks(mustLink, cannotLink);
  return { mustLink, cannotLink };
}

async function readLinks(files: readonly string[], cwd: string): Promise<readonly LinkedIds[]> {
  const links: LinkedIds[] = [];
  for (const file of files) links.push(...linksIn(await readLines(file, cwd), file));
  return links;
}
