import { Command, Option } from 'commander';
import { COMMANDS, type CommandRow } from './commands.ts';
import { flagsOf, keyOf, type Flag, type GivenFlags } from './flags.ts';

/** What the parser found: a command, its paths and the flags that were given. */
export interface Invocation {
  readonly command: CommandRow['name'];
  readonly paths: readonly string[];
  readonly given: GivenFlags;
}

/** What the parser calls back with. */
export interface Listener {
  readonly invoked: (invocation: Invocation) => void;
  /** A part of the help. */
  readonly wrote: (text: string) => void;
}

/** Commander, set up from the tables of flags and commands. It throws `CommanderError`, and writes and ends nothing itself. */
export function buildProgram(listener: Listener, columns: number): Command {
  const root = new Command('dedupe')
    .exitOverride()
    // A flag after the name of a command belongs to that command, even where both know it.
    .enablePositionalOptions()
    .configureOutput({
      writeOut: listener.wrote,
      writeErr: () => undefined,
      outputError: () => undefined,
      getOutHelpWidth: () => columns,
      getOutHasColors: () => false,
    });
  for (const row of COMMANDS) setUp(row.name === 'dedupe' ? root : root.command(row.name), row, listener);
  return root;
}

function setUp(command: Command, row: CommandRow, listener: Listener): void {
  command
    .summary(row.summary.split(/[:;]/, 1)[0] ?? row.summary)
    .description(row.summary)
    .argument('[paths...]')
    .usage(row.name === 'dedupe' ? '[options] <paths...>\n       dedupe <command> [options] <paths...>' : '[options] <paths...>')
    .addHelpText('after', closingHelp(row))
    .action((paths: readonly string[]) => listener.invoked({ command: row.name, paths, given: givenFlags(command) }));
  for (const flag of flagsOf(row.name)) {
    if (flag.name === 'help') command.addHelpOption(optionOf(flag));
    else command.addOption(optionOf(flag));
  }
}

function optionOf(flag: Flag): Option {
  const short = flag.short === undefined ? '' : `-${flag.short}, `;
  const argument = flag.argument === undefined ? '' : ` ${flag.argument}`;
  const option = new Option(`${short}--${flag.name}${argument}`, flag.description).helpGroup(`${flag.group}:`);
  if (flag.choices !== undefined) option.choices(flag.choices);
  if (flag.default !== undefined) option.default(flag.default);
  if (flag.repeatable || flag.paired) option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
  return option;
}

/** The flags typed before and after the name of the command, without any defaults. */
function givenFlags(command: Command): GivenFlags {
  const given: Record<string, unknown> = {};
  for (const level of command.parent === null ? [command] : [command.parent, command]) {
    for (const [key, value] of Object.entries(level.opts<Record<string, unknown>>())) {
      if (level.getOptionValueSource(key) === 'cli') given[key] = value;
    }
  }
  return onlyKnown(given, command);
}

/** A flag typed before the name of a command that does not know it is as unknown as one typed after. */
function onlyKnown(given: Record<string, unknown>, command: Command): GivenFlags {
  const name = COMMANDS.find((row) => row.name === command.name())?.name ?? 'dedupe';
  const known = new Set(flagsOf(name).map(keyOf));
  const stray = Object.keys(given).find((key) => !known.has(key));
  const option = command.parent?.options.find((each) => each.attributeName() === stray);
  if (option !== undefined) command.error(`error: unknown option '${option.long}'`, { code: 'commander.unknownOption' });
  return given;
}

const EXIT_CODES = `
Exit codes:
  0  done
  1  duplicates found, with --fail-on duplicates
  2  usage error or failure, or nothing readable was given`;

function closingHelp({ name, examples }: CommandRow): string {
  const width = Math.max(...examples.map(({ line }) => line.length));
  const lines = examples.map(({ line, does }) => (width + does.length < 74 ? `  ${line.padEnd(width)}  ${does}` : `  ${line}\n      ${does}`));
  return `\nExamples:\n${lines.join('\n')}${name === 'dedupe' ? `\n${EXIT_CODES}` : ''}`;
}
