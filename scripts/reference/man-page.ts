import { COMMANDS, EXIT_CODES, type CommandRow } from '../../src/cli/commands.ts';
import type { Flag } from '../../src/cli/flags.ts';
import { VERSION } from '../../src/version.ts';
import { flagGroups, SETTINGS_TEXT } from './sections.ts';

/** The manual page dedupe(1), in the man macros that every troff knows. It bears no date: that would be another each day. */
export function manPage(): string {
  const [main, ...others] = COMMANDS;
  const lines = [
    '.\\" Written by "npm run reference" from the tables of commands and flags.',
    `.TH DEDUPE 1 "" "dedupe ${VERSION}" "User Commands"`,
    '.SH NAME',
    'dedupe \\- tells which news articles are the same report, in any mix of languages',
    '.SH SYNOPSIS',
    ...COMMANDS.flatMap(({ name, argument }) => [`.B dedupe${name === 'dedupe' ? '' : ` ${name}`}`, text(`[options] ${argument}`), '.br']),
    '.SH DESCRIPTION',
    text(main?.summary ?? ''),
    ...(main === undefined ? [] : optionLines(main)),
    ...others.flatMap((command) => [`.SH ${command.name.toUpperCase()}`, text(command.summary), ...optionLines(command)]),
    '.SH SETTINGS',
    ...SETTINGS_TEXT.flatMap((paragraph) => ['.PP', text(paragraph)]),
    '.SH EXIT STATUS',
    ...EXIT_CODES.flatMap(({ code, meaning }) => ['.TP', `.B ${code}`, text(meaning)]),
    '.SH FILES',
    '.TP',
    '.I dedupe.config.json',
    'Settings of the working folder.',
  ];
  return `${lines.join('\n')}\n`;
}

function optionLines(command: CommandRow): readonly string[] {
  const options = flagGroups(command.name).flatMap(({ group, flags }) => [`.SS ${text(group)}`, ...flags.flatMap(flagLines)]);
  const examples = command.examples.flatMap(({ line, does }) => ['.TP', `.B ${text(line)}`, text(does)]);
  return [...options, '.SS Examples', ...examples];
}

function flagLines({ name, short, argument, description, default: otherwise }: Flag): readonly string[] {
  const spellings = [...(short === undefined ? [] : [`\\fB\\-${short}\\fR`]), `\\fB${text(`--${name}`)}\\fR`].join(', ');
  return ['.TP', `${spellings}${argument === undefined ? '' : ` \\fI${text(argument)}\\fR`}`, text(`${description}${otherwise === undefined ? '' : ` (default: ${otherwise})`}`)];
}

/** Text for troff: a hyphen that can be copied, no escape, and no line that is taken for a request. */
function text(plain: string): string {
  return plain.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/, '\\&$&');
}
