import { flagsOf, type Flag } from '../../src/cli/flags.ts';
import type { CommandName } from '../../src/cli/commands.ts';

/** The flags of a command under their headings, both in the order of the help. */
export function flagGroups(command: CommandName): readonly { readonly group: string; readonly flags: readonly Flag[] }[] {
  const flags = flagsOf(command);
  return [...new Set(flags.map(({ group }) => group))].map((group) => ({ group, flags: flags.filter((flag) => flag.group === group) }));
}

/** What a reader of the reference should know of settings besides the flags themselves. */
export const SETTINGS_TEXT = [
  'A flag on the command line outdoes the environment, which outdoes dedupe.config.json in the working folder (or the file that --config names), which outdoes the default.',
  'The name of a flag in the environment is DEDUPE_ and its own in capitals, as DEDUPE_MUST_LINK; a switch is set to true or false, a list has an entry a line, and an empty variable counts as not set.',
  'Its key in the file is its own name in camel case, as mustLink; a flag --no-X is the key X set to false. The file is data, and nothing in it is run. A key that sets nothing ends the run.',
  '--print-config prints every setting, and where its value came from.',
] as const;
