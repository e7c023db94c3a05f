import type { CommanderError } from 'commander';
import { UsageError } from '../errors.ts';
import type { CommandName } from './commands.ts';
import { FLAGS, flagsOf, type Flag } from './flags.ts';
import { didYouMean, nearest } from './nearest.ts';

/** Commander's error about a command in the three parts of ours: what happened, what was expected, what to try. */
export function complaintOf(error: CommanderError, command: CommandName): UsageError {
  const quoted = /'(.*?)'/.exec(error.message)?.[1] ?? '';
  const [long = quoted] = quoted.match(/--[\w-]+/) ?? [];
  const flag = FLAGS.find(({ name }: Flag) => `--${name}` === long);
  if (error.code === 'commander.unknownOption') return unknownFlag(quoted, command);
  if (error.code === 'commander.optionMissingArgument') return missingArgument(long, flag);
  const happened = sentence(error.message.replace(/^error: /, ''));
  return new UsageError({ code: 'bad-usage', happened, expected: 'A command line as `dedupe --help` shows it.', advice: SEE_HELP });
}

const SEE_HELP = 'See `dedupe --help`.';

/** The error of a flag that a command does not know, though another may. */
export function unknownFlag(flag: string, command: CommandName): UsageError {
  const name = flag.replace(/^-+/, '').replace(/=.*/s, '');
  const owners = FLAGS.find((row: Flag) => row.name === name)?.commands.map(shownCommand) ?? [];
  const near = nearest(name, flagsOf(command).map((row) => row.name), 2).map((each) => `--${each}`);
  const otherwise = didYouMean(near, `See \`${command === 'dedupe' ? '' : 'dedupe '}${command} --help\`.`);
  return new UsageError({
    code: 'unknown-flag',
    happened: `${shownCommand(command)} has no flag ${flag}.`,
    expected: 'One of the flags of its help; a path that begins with "-" goes after "--".',
    advice: owners.length === 0 ? otherwise : `${flag} belongs to ${owners.join(' and ')}.`,
  });
}

function shownCommand(command: CommandName): string {
  return command === 'dedupe' ? '`dedupe`' : `\`dedupe ${command}\``;
}

function missingArgument(long: string, flag: Flag | undefined): UsageError {
  const argument = flag?.argument ?? 'an argument';
  return new UsageError({
    code: 'missing-argument',
    happened: `${long} was given without its argument.`,
    expected: `${long} ${argument}: ${flag?.description ?? ''}.`,
    advice: flag?.choices === undefined ? SEE_HELP : `Give one of ${flag.choices.join(', ')}.`,
  });
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}
