import type { TextContext } from './context.ts';
import type { KeyName } from './key-name.ts';
import { lexemeOfToken } from './lexeme.ts';
import { matchesPattern, type Entry } from './lexicon.ts';
import type { Token } from './scan.ts';

/** Takes in a key of a sentence: its name, where it stands, and the share of the meaning it has, in (0, 1]. */
export type TakeKey = (name: KeyName, start: number, end: number, share: number) => void;

/** The state of one sentence while its keys are gathered. */
export interface Gathering {
  readonly tokens: readonly Token[];
  readonly context: TextContext;
  /** In a headline capitals tell nothing. */
  readonly headline: boolean;
  readonly take: TakeKey;
}

/** Hands out a key that stands at a place. */
export function add({ take }: Gathering, name: KeyName, { start, end }: { readonly start: number; readonly end: number }, share = 1): void {
  take(name, start, end, share);
}

/** The longest phrase that begins at a token, or undefined. */
export function longestPhrase({ tokens, context }: Gathering, phrases: readonly Entry[], index: number, token: Token): Entry | undefined {
  const fitting = phrases.filter(
    (entry) =>
      (!entry.capital || token.capital || !context.cased) &&
      entry.rest.every((pattern, offset) => {
        const next = tokens[index + 1 + offset];
        return next !== undefined && next.kind !== 'run' && matchesPattern(lexemeOfToken(next, context.language).folded, pattern);
      }),
  );
  return fitting.sort((a, b) => b.rest.length - a.rest.length || (a.id < b.id ? -1 : 1))[0];
}
