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

/** The longest phrase that begins at a token, or undefined; of equals the one with the first id. */
export function longestPhrase(gathering: Gathering, phrases: readonly Entry[], index: number, token: Token): Entry | undefined {
  const { cased } = gathering.context;
  let best: Entry | undefined;
  for (const entry of phrases) {
    if (entry.capital && !token.capital && cased) continue;
    const isBetter = best === undefined || entry.rest.length > best.rest.length || (entry.rest.length === best.rest.length && entry.id < best.id);
    if (isBetter && goesOn(gathering, entry, index)) best = entry;
  }
  return best;
}

/** Whether the words after a token are those of a phrase. */
function goesOn({ tokens, context }: Gathering, { rest }: Entry, index: number): boolean {
  for (let offset = 0; offset < rest.length; offset++) {
    const [next, pattern] = [tokens[index + 1 + offset], rest[offset]];
    if (next === undefined || pattern === undefined || next.kind === 'run') return false;
    if (!matchesPattern(lexemeOfToken(next, context.language).folded, pattern)) return false;
  }
  return true;
}
