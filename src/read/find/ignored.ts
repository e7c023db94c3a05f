import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ignore } from 'ignore';

/** The files that say what to pass over, the later ones having the last word. */
const NAMES = ['.gitignore', '.dedupeignore'] as const;

/** What is passed over from some folder on downwards. */
export interface IgnoreRules {
  /** The folder that the rules stand in, relative to the one walked, with `/`; empty for itself. */
  readonly folder: string;
  readonly rules: Ignore;
}

/** The rules that stand in a folder, by the names of its entries. A file of rules that can't be read is thrown. */
export async function rulesIn(folder: string, relative: string, names: ReadonlySet<string>): Promise<readonly IgnoreRules[]> {
  const present = NAMES.filter((name) => names.has(name));
  if (present.length === 0) return [];
  const { default: ignore } = await import('ignore');
  const found: IgnoreRules[] = [];
  for (const name of present) {
    const rules = ignore({ ignorecase: false, allowRelativePaths: true }).add(await readFile(join(folder, name), 'utf8'));
    found.push({ folder: relative, rules });
  }
  return found;
}

/** Whether a path, relative to the folder walked, is to be passed over: the innermost rule that speaks of it decides. */
export function isIgnored(path: string, isFolder: boolean, rules: readonly IgnoreRules[]): boolean {
  let ignored = false;
  for (const { folder, rules: each } of rules) {
    const inner = folder === '' ? path : path.slice(folder.length + 1);
    const verdict = each.test(isFolder ? `${inner}/` : inner);
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}
