import { Command, Option } from 'commander';
import { COMMANDS, EXIT_CODES, type CommandName, type CommandRow } from './commands.ts';
import { complaintOf, unknownFlag } from './complaint.ts';
import { flagsOf, type Flag } from './flags.ts';
import { keyOf } from './flag-names.ts';
import { valueFromText, type FlagValue } from './flag-value.ts';
import type { Values } from './layers.ts';

/** What the parser found: a command, its paths and the flags that were typed, by key. */
export interface Typed {
  readonly command: CommandName;
  readonly paths: readonly string[];
  readonly values: Values;
}

/** What the parser calls back with. */
export interface Listener {
  readonly invoked: (typed: Typed) => void;
  /** A part of the help. */
  readonly wrote: (text: string) => void;
}

/**
 * Commander, set up from the tables of flags and commands. It writes and ends nothing itself: it throws `UsageError`, and
 * `CommanderError` of code `commander.helpDisplayed` after the help.
 */
export function buildProgram(listener: Listener, columns: number): Command {
  const root = new Command('dedupe')
    // A flag after the name of a command belongs to that command, even where both know it.
    .enablePositionalOptions()
    .configureOutput({
      writeOut: listener.wrote,
      writeErr: () => undefined,
      outputError: () => undefined,
      getOutHelpWidth: () => columns,
      getOutHasColors: () => false,
    })
    .configureHelp({ optionDescription });
  for (const row of COMMANDS) setUp(row.name === 'dedupe' ? root : root.command(row.name), row, listener);
  return root;
}

function setUp(command: Command, row: CommandRow, listener: Listener): void {
  command
    .exitOverride((error) => {
      throw error.code === 'commander.helpDisplayed' ? error : complaintOf(error, row.name);
    })
    .summary(row.summary.split(/[:;]/, 1)[0] ?? row.summary)
    .description(row.summary)
    .argument('[paths...]')
    .usage(row.name === 'dedupe' ? '[options] <paths...>\n       dedupe <command> [options] <paths...>' : `[options] ${row.argument}`)
    .addHelpText('after', closingHelp(row))
    .action((paths: readonly string[]) => listener.invoked({ command: row.name, paths, values: typedValues(command, row.name) }));
  for (const flag of flagsOf(row.name)) {
    if (flag.name === 'help') command.addHelpOption(optionOf(flag));
    else command.addOption(optionOf(flag));
  }
}

function optionOf(flag: Flag): Option {
  const short = flag.short === undefined ? '' : `-${flag.short}, `;
  const argument = flag.argument === undefined ? '' : ` ${flag.argument}`;
  const option = new Option(`${short}--${flag.name}${argument}`, flag.description).helpGroup(`${flag.group}:`);
  if (flag.default !== undefined) option.default(flag.default);
  if (flag.repeatable || flag.paired) option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
  else if (flag.argument !== undefined) option.argParser((text: string) => valueFromText(flag, text, `--${flag.name}`));
  return option;
}

/** The choices of a flag stand in its argument: to list them once more would only be longer. */
function optionDescription({ description, defaultValue }: Option): string {
  return typeof defaultValue === 'string' ? `${description} (default: ${defaultValue})` : description;
}

/** The flags typed before and after the name of the command, without any defaults. Throws `UsageError` for one it does not know. */
function typedValues(command: Command, name: CommandName): Values {
  const known = new Set(flagsOf(name).map(keyOf));
  const given: Record<string, FlagValue> = {};
  for (const level of command.parent === null ? [command] : [command.parent, command]) {
    for (const option of level.options) {
      const key = option.attributeName();
      if (level.getOptionValueSource(key) !== 'cli') continue;
      if (!known.has(key)) throw unknownFlag(option.long ?? key, name);
      const value: FlagValue = level.getOptionValue(key);
      given[key] = value;
    }
  }
  return given;
}

function closingHelp({ name, examples }: CommandRow): string {
  const lines = examples.map(({ line, does }) => `  ${line}\n      ${does}`);
  const codes = ['', '', 'Exit codes:', ...EXIT_CODES.map(({ code, meaning }) => `  ${code}  ${meaning}`)];
  return `\nExamples:\n${lines.join('\n')}${name === 'dedupe' ? codes.join('\n') : ''}`;
}
