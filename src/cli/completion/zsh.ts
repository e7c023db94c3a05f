import { completedCommands, type CompletedCommand, type CompletedFlag } from './words.ts';

/** What completes `dedupe` in zsh, sourced after compinit or put into `$fpath` as `_dedupe`. */
export function zshCompletion(): string {
  const commands = completedCommands();
  const named = commands.filter(({ name }) => name !== 'dedupe');
  return `#compdef dedupe
# Completes dedupe in zsh: source <(dedupe completion zsh), after compinit.
_dedupe() {
  local command=dedupe each
  for each in "\${(@)words[2,CURRENT-1]}"; do
    case $each in (${named.map(({ name }) => name).join('|')}) command=$each; break ;; esac
  done
  if [[ $command != dedupe ]]; then
    local -i at=\${words[(i)$command]}
    words=("\${(@)words[at,-1]}")
    (( CURRENT -= at - 1 ))
  fi
  case $command in
${commands.map(argumentsOf).join('\n')}
  esac
}
_dedupe_commands() {
  local -a commands=(
${named.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  _describe command commands
}
_dedupe_first() {
  _alternative 'commands:command:_dedupe_commands' 'files:path:_files'
}
if [[ $funcstack[1] == _dedupe ]]; then _dedupe "$@"; else compdef _dedupe dedupe; fi
`;
}

function argumentsOf({ name, flags, words }: CompletedCommand): string {
  const rest = words === undefined ? [] : [quoted(`1:shell:(${words.join(' ')})`)];
  const paths = name === 'dedupe' ? [quoted('1:command or path:_dedupe_first'), quoted('*:path:_files')] : [quoted('*:path:_files')];
  const specs = [...flags.flatMap(specsOf), ...(words === undefined ? paths : rest)];
  return `    (${name})\n      _arguments -s \\\n${specs.map((spec) => `        ${spec}`).join(' \\\n')}\n      ;;`;
}

function specsOf({ name, short, description, following, repeatable }: CompletedFlag): readonly string[] {
  const action = following.kind === 'words' ? `(${following.words.join(' ')})` : following.kind === 'path' ? '_files' : ' ';
  const argument = following.kind === 'nothing' ? '' : `:${name}:${action}`;
  const text = `[${description.replace(/[[\]\\:]/g, (character) => `\\${character}`)}]`;
  return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])].map((spelling) => quoted(`${repeatable ? '*' : ''}${spelling}${text}${argument}`));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
