import { UsageError } from '../errors.ts';
import { bashCompletion } from './completion/bash.ts';
import { fishCompletion } from './completion/fish.ts';
import { SHELLS, type Shell } from './completion/words.ts';
import { zshCompletion } from './completion/zsh.ts';
import type { Invocation } from './invocation.ts';
import { didYouMean, nearest } from './nearest.ts';
import type { Run } from './surroundings.ts';

const SCRIPTS: Readonly<Record<Shell, () => string>> = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** `dedupe completion SHELL`: a script for that shell. Throws `UsageError` for any other. */
export function planCompletion({ paths }: Invocation): Run {
  const shell = SHELLS.find((name) => name === paths[0]);
  if (shell === undefined || paths.length > 1) throw unknownShell(paths);
  return () => Promise.resolve({ pages: [{ chunks: [SCRIPTS[shell]()] }], exitCode: 0 });
}

function unknownShell(given: readonly string[]): UsageError {
  const [first = ''] = given;
  return new UsageError({
    code: 'unknown-shell',
    happened: given.length === 0 ? '`dedupe completion` was given no shell.' : `\`dedupe completion\` was given "${given.join(' ')}".`,
    expected: `One of ${SHELLS.join(', ')}.`,
    advice: didYouMean(nearest(first, SHELLS, 1), 'For example `source <(dedupe completion bash)`.'),
  });
}
