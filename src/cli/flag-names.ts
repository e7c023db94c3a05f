import { FLAGS, type Flag } from './flags.ts';

/** The key of a flag in `GivenFlags` and in `dedupe.config.json`: `showRemoved`; that of `--no-clean` is `clean`. */
export function keyOf({ name }: Pick<Flag, 'name'>): string {
  return name.replace(/^no-/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The name of a flag in the environment: `DEDUPE_SHOW_REMOVED`. */
export function environmentNameOf({ name }: Pick<Flag, 'name'>): string {
  return `DEDUPE_${name.replace(/^no-/, '').replaceAll('-', '_').toUpperCase()}`;
}

/** The flags that can be set in a place other than the command line, one for each key: of a flag and its `no-` the first. */
export function flagsSetBy(source: 'environment' | 'file'): readonly Flag[] {
  const rows: readonly Flag[] = FLAGS;
  const seen = new Set<string>();
  return rows.filter((flag) => {
    if (!(flag.sources ?? [source]).includes(source) || seen.has(keyOf(flag))) return false;
    seen.add(keyOf(flag));
    return true;
  });
}

/** Whether the argument of a flag is a path, or several. */
export function takesPath({ argument = '' }: Pick<Flag, 'argument'>): boolean {
  return argument === '<file>' || argument === '<path...>';
}
