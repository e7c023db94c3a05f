import type { Invocation } from './invocation.ts';
import { pathsOf } from './settings.ts';
import type { Run, Surroundings } from './surroundings.ts';

/** `dedupe PATHS --list-files`: the files that would be read, a line each, in the order of reading. */
export async function planListFiles({ paths }: Invocation, { io }: Surroundings): Promise<Run> {
  const asked = pathsOf(paths);
  const { findSources } = await import('../read/find/find.ts');
  return async ({ notices }) => {
    const { sources, diagnostics } = await findSources(asked, { cwd: io.cwd, ...(asked.includes('-') ? { stdin: io.stdin } : {}) });
    notices.diagnostics(diagnostics);
    return { pages: [{ chunks: sources.map(({ path }) => `${shownName(path)}\n`) }], exitCode: sources.length === 0 ? 2 : 0 };
  };
}

/** One line for each, whatever is in the name: what could break a line, or reach the terminal, is written as JSON has it. */
function shownName(path: string): string {
  return /[\p{C}\p{Zl}\p{Zp}"]/u.test(path) ? JSON.stringify(path).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`) : path;
}
