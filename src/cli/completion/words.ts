import { COMMANDS, type CommandName } from '../commands.ts';
import { flagsOf, type Flag } from '../flags.ts';
import { takesPath } from '../flag-names.ts';

/** What may follow a flag: nothing, one of some words, a path, or a text that nobody can guess. */
type Following = { readonly kind: 'nothing' | 'path' | 'text' } | { readonly kind: 'words'; readonly words: readonly string[] };

/** A flag as a completion knows it. */
export interface CompletedFlag {
  readonly name: string;
  readonly short?: string;
  readonly description: string;
  readonly following: Following;
  readonly repeatable: boolean;
}

/** A command with its flags; the words that follow it, where those are no paths. */
export interface CompletedCommand {
  readonly name: CommandName;
  readonly summary: string;
  readonly flags: readonly CompletedFlag[];
  readonly words?: readonly string[];
}

/** The shells that completions are made for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** Every command with what can follow it, from the tables of commands and flags. */
export function completedCommands(): readonly CompletedCommand[] {
  return COMMANDS.map(({ name, summary }) => ({
    name,
    summary: firstClause(summary),
    flags: flagsOf(name).map(completed),
    ...(name === 'completion' ? { words: SHELLS } : {}),
  }));
}

function completed(flag: Flag): CompletedFlag {
  const { name, short, description, repeatable, paired } = flag;
  const known = { name, description: firstClause(description), following: followingOf(flag), repeatable: repeatable ?? paired ?? false };
  return short === undefined ? known : { ...known, short };
}

function followingOf(flag: Flag): Following {
  if (flag.argument === undefined) return { kind: 'nothing' };
  if (flag.choices !== undefined) return { kind: 'words', words: flag.choices };
  // The two documents of --explain are paths more often than not.
  return { kind: takesPath(flag) || flag.paired ? 'path' : 'text' };
}

/** The rest of a description has no room beside a flag. */
function firstClause(text: string): string {
  return text.split(/[;:.] |[;:.]$/, 1)[0] ?? text;
}
