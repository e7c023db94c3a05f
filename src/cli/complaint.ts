import type { CommanderError } from 'commander';
import { UsageError } from '../errors.ts';
import { COMMANDS } from './commands.ts';
import { FLAGS, flagsOf, type Flag } from './flags.ts';
import { didYouMean, nearest } from './nearest.ts';

/** Commander's error in the three parts of ours: what happened, what was expected, what to try. */
export function complaintOf(error: CommanderError, argv: readonly string[]): UsageError {
  const quoted = /'(.*?)'/.exec(error.message)?.[1] ?? '';
  const [long = quoted] = quoted.match(/--[\w-]+/) ?? [];
  const flag = FLAGS.find(({ name }: Flag) => `--${name}` === long);
  if (error.code === 'commander.unknownOption') return unknownFlag(quoted, argv);
  if (error.code === 'commander.optionMissingArgument') return missingArgument(long, flag);
  if (error.code === 'commander.invalidArgument') return badChoice(error, long, flag);
  const happened = sentence(error.message.replace(/^error: /, ''));
  return new UsageError({ code: 'bad-usage', happened, expected: 'A command line as `dedupe --help` shows it.', advice: SEE_HELP });
}

const SEE_HELP = 'See `dedupe --help`.';

function unknownFlag(flag: string, argv: readonly string[]): UsageError {
  const [first = ''] = argv.filter((word) => !word.startsWith('-'));
  const command = COMMANDS.find(({ name }) => name === first)?.name ?? 'dedupe';
  const shown = command === 'dedupe' ? 'dedupe' : `dedupe ${command}`;
  const name = flag.replace(/^-+/, '').replace(/=.*/s, '');
  const elsewhere = FLAGS.find((row: Flag) => row.name === name);
  const belongs = elsewhere === undefined ? undefined : elsewhere.commands.map((each) => `\`${each === 'dedupe' ? '' : 'dedupe '}${each}\``).join(' and ');
  const near = nearest(name, flagsOf(command).map((row) => row.name), 2).map((each) => `--${each}`);
  return new UsageError({
    code: 'unknown-flag',
    happened: `\`${shown}\` has no flag ${flag}.`,
    expected: 'One of the flags of its help; a path that begins with "-" goes after "--".',
    advice: belongs === undefined ? didYouMean(near, `See \`${shown} --help\`.`) : `${flag} belongs to ${belongs}.`,
  });
}

function missingArgument(long: string, flag: Flag | undefined): UsageError {
  const argument = flag?.argument ?? 'an argument';
  return new UsageError({
    code: 'missing-argument',
    happened: `${long} was given without ${argument}.`,
    expected: `${long} ${argument}: ${flag?.description ?? ''}.`,
    advice: flag?.choices === undefined ? SEE_HELP : `Give one of ${flag.choices.join(', ')}.`,
  });
}

function badChoice(error: CommanderError, long: string, flag: Flag | undefined): UsageError {
  const given = /argument '(.*)' is invalid/s.exec(error.message)?.[1] ?? '';
  const choices = flag?.choices ?? [];
  return new UsageError({
    code: 'bad-choice',
    happened: `${long} was given "${given}".`,
    expected: `${choices.length === 1 ? '' : 'One of '}${choices.join(', ')}.`,
    advice: didYouMean(nearest(given, choices, 1), SEE_HELP),
  });
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}
