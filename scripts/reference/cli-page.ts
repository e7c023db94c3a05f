import { COMMANDS, EXIT_CODES, type CommandRow } from '../../src/cli/commands.ts';
import { environmentNameOf, keyOf } from '../../src/cli/flag-names.ts';
import type { Flag } from '../../src/cli/flags.ts';
import { flagGroups, SETTINGS_TEXT } from './sections.ts';

/** The page docs/cli.md: every command and flag, from the tables of both. */
export function cliPage(): string {
  return `# The command line

<!-- Written by \`npm run reference\` from src/cli/commands.ts and src/cli/flags.ts. Change those. -->

${COMMANDS.map(commandSection).join('\n')}
## Settings

${SETTINGS_TEXT.map(escaped).join('\n\n')}

\`\`\`json
{
  "$schema": "./node_modules/dedupe-stories/schema/config.schema.json",
  "level": "report",
  "against": ["archive"],
  "baseline": "dedupe.baseline.json"
}
\`\`\`

FORCE_COLOR and NO_COLOR are heeded as well.

## Exit codes

| code | meaning |
|---|---|
${EXIT_CODES.map(({ code, meaning }) => `| ${code} | ${escaped(meaning)} |`).join('\n')}
`;
}

function commandSection({ name, argument, summary, examples }: CommandRow): string {
  const title = name === 'dedupe' ? 'dedupe' : `dedupe ${name}`;
  const groups = flagGroups(name).map(({ group, flags }) => `**${group}**\n\n| flag | what it does | default | environment, file |\n|---|---|---|---|\n${flags.map(row).join('\n')}\n`);
  const shown = examples.map(({ line, does }) => `    ${line}    # ${does}`);
  return `## \`${title}\`\n\n    ${title} [options] ${argument}\n\n${escaped(summary)}\n\n${shown.join('\n')}\n\n${groups.join('\n')}`;
}

function row(flag: Flag): string {
  const short = flag.short === undefined ? '' : `\`-${flag.short}\`, `;
  const argument = flag.argument === undefined ? '' : ` ${flag.argument}`;
  return `| ${short}\`--${flag.name}${argument.replaceAll('|', '\\|')}\` | ${escaped(flag.description)} | ${escaped(flag.default ?? '')} | ${elsewhere(flag)} |`;
}

function elsewhere(flag: Flag): string {
  const sources = flag.sources ?? ['environment', 'file'];
  return sources.map((source) => `\`${source === 'file' ? keyOf(flag) : environmentNameOf(flag)}\``).join(' ');
}

function escaped(text: string): string {
  return text.replace(/[\\|<>*_`]/g, (character) => `\\${character}`);
}
