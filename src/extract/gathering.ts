import type { TextContext } from './context.ts';
import type { KeyName } from './key-name.ts';
import { matchesPattern, type Entry } from './lexicon.ts';
import type { KeyTable } from './key-table.ts';
import { RUN, type Tokens } from './tokens.ts';

/** Takes in the keys of a sentence: what they are called, where they stand, and the share of the meaning they have, in (0, 1]. */
export interface KeySink {
  take(name: KeyName, start: number, end: number, share: number): void;
  /** The same of a key of a table, by its place. */
  takeFrom(keys: KeyTable, at: number, start: number, end: number, share: number): void;
}

/** The state of one sentence while its keys are gathered. */
export interface Gathering {
  readonly tokens: Tokens;
  readonly context: TextContext;
  /** In a headline capitals tell nothing. */
  readonly headline: boolean;
  readonly sink: KeySink;
}

/** Hands out a key that stands at a place. */
export function add({ sink }: Gathering, name: KeyName, { start, end }: { readonly start: number; readonly end: number }, share = 1): void {
  sink.take(name, start, end, share);
}

/** The longest phrase that begins at a place, or undefined; of equals the one with the first id. */
export function longestPhrase(gathering: Gathering, phrases: readonly Entry[], index: number, isCapital: boolean): Entry | undefined {
  const { cased } = gathering.context;
  let best: Entry | undefined;
  for (const entry of phrases) {
    if (entry.capital && !isCapital && cased) continue;
    const isBetter = best === undefined || entry.rest.length > best.rest.length || (entry.rest.length === best.rest.length && entry.id < best.id);
    if (isBetter && goesOn(gathering, entry, index)) best = entry;
  }
  return best;
}

/** Whether the words after a token are those of a phrase. */
function goesOn({ tokens }: Gathering, { rest }: Entry, index: number): boolean {
  for (let offset = 0; offset < rest.length; offset++) {
    const [at, pattern] = [index + 1 + offset, rest[offset]];
    if (at >= tokens.length || pattern === undefined || tokens.word(at) === RUN) return false;
    if (!matchesPattern(tokens.folded(at), pattern)) return false;
  }
  return true;
}
