/** A file as a folder has it at one look. */
export interface Look {
  /** Changes whenever the file does: its size and time of change. */
  readonly stamp: string;
}

/** What changed since the last time something was told. */
export interface Changes {
  /** New or changed files that have come to rest, by path, ascending. */
  readonly arrived: readonly string[];
  readonly gone: readonly string[];
  /** Whether another file is still being written: look again soon. */
  readonly isRestless: boolean;
}

/** Compares looks at a folder: a file is told once two looks in a row found it the same. */
export function changeFinder(): (look: ReadonlyMap<string, Look>) => Changes {
  const told = new Map<string, string>();
  let before: ReadonlyMap<string, Look> = new Map();
  return (look) => {
    const changed = [...look].filter(([path, { stamp }]) => told.get(path) !== stamp).sort(([x], [y]) => (x < y ? -1 : 1));
    const arrived = changed.filter(([path, { stamp }]) => before.get(path)?.stamp === stamp);
    const gone = [...told.keys()].filter((path) => !look.has(path)).sort();
    for (const path of gone) told.delete(path);
    for (const [path, { stamp }] of arrived) told.set(path, stamp);
    before = look;
    return { arrived: arrived.map(([path]) => path), gone, isRestless: arrived.length < changed.length };
  };
}
