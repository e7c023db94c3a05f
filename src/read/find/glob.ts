/** Whether a path that leads nowhere may be a pattern: it has one of the characters of globs. */
export function isGlob(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/** The folder a pattern begins in, and the rest of it. */
export async function globBase(pattern: string): Promise<{ readonly base: string; readonly glob: string }> {
  const { default: picomatch } = await import('picomatch');
  const { base, glob } = picomatch.scan(pattern, OPTIONS);
  return { base, glob };
}

/** Tells the paths, relative to the folder and with `/`, that a pattern means. */
export async function matcherOf(glob: string): Promise<(path: string) => boolean> {
  const { default: picomatch } = await import('picomatch');
  return picomatch(glob, OPTIONS);
}

/** A `!` in front is one of the file's name: to leave out is what .dedupeignore is for. */
const OPTIONS = { nonegate: true };
