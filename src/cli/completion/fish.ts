import { completedCommands, type CompletedFlag } from './words.ts';

/** What completes `dedupe` in fish. */
export function fishCompletion(): string {
  const commands = completedCommands();
  const named = commands.filter(({ name }) => name !== 'dedupe');
  const none = `not __fish_seen_subcommand_from ${named.map(({ name }) => name).join(' ')}`;
  const lines = commands.flatMap(({ name, flags, words }) => {
    const condition = name === 'dedupe' ? none : `__fish_seen_subcommand_from ${name}`;
    const own = words === undefined ? [] : [`complete -c dedupe -n ${quoted(condition)} -f -a ${quoted(words.join(' '))}`];
    return [...own, ...flags.map((flag) => flagLine(flag, condition))];
  });
  const first = named.map(({ name, summary }) => `complete -c dedupe -n __fish_is_first_arg -a ${name} -d ${quoted(summary)}`);
  return `# Completes dedupe in fish: dedupe completion fish > ~/.config/fish/completions/dedupe.fish\n${[...first, ...lines].join('\n')}\n`;
}

function flagLine({ name, short, description, following }: CompletedFlag, condition: string): string {
  const letter = short === undefined ? '' : ` -s ${short}`;
  const argument = { nothing: '', text: ' -x', path: ' -r -F', words: '' }[following.kind];
  const words = following.kind === 'words' ? ` -x -a ${quoted(following.words.join(' '))}` : '';
  return `complete -c dedupe -n ${quoted(condition)} -l ${name}${letter}${argument}${words} -d ${quoted(description)}`;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, (character) => `\\${character}`)}'`;
}
