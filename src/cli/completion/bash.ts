import { completedCommands, type CompletedFlag } from './words.ts';

/** What completes `dedupe` in bash, 4 or later; it needs no other package. */
export function bashCompletion(): string {
  const commands = completedCommands();
  const named = commands.filter(({ name }) => name !== 'dedupe');
  const flags = commands.map(({ name, flags: own }) => `    ${name}) flags="${own.flatMap(spellings).join(' ')}" ;;`);
  const words = named.flatMap(({ name, words: own }) => (own === undefined ? [] : [`    ${name}) COMPREPLY=($(compgen -W "${own.join(' ')}" -- "$word")); return ;;`]));
  return `# Completes dedupe in bash: source <(dedupe completion bash)
_dedupe() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=dedupe flags each
  COMPREPLY=()
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $each in ${named.map(({ name }) => name).join('|')}) command=$each; break ;; esac
  done
  case $before in
${argumentCases(commands.flatMap((command) => command.flags)).join('\n')}
  esac
  case $command in
${flags.join('\n')}
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$word"))
    return
  fi
  case $command in
${words.join('\n')}
    dedupe) [[ $COMP_CWORD -eq 1 ]] && COMPREPLY=($(compgen -W "${named.map(({ name }) => name).join(' ')}" -- "$word")) ;;
  esac
  local IFS=$'\\n'
  COMPREPLY+=($(compgen -f -- "$word"))
}
complete -o filenames -o bashdefault -F _dedupe dedupe
`;
}

function spellings({ name, short }: CompletedFlag): readonly string[] {
  return short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`];
}

/** A flag of one name means the same wherever it stands. */
function argumentCases(flags: readonly CompletedFlag[]): readonly string[] {
  const byPattern = new Map(flags.map((flag) => [spellings(flag).join('|'), flag]));
  return [...byPattern].flatMap(([pattern, { following }]) => {
    if (following.kind === 'words') return [`    ${pattern}) COMPREPLY=($(compgen -W "${following.words.join(' ')}" -- "$word")); return ;;`];
    if (following.kind === 'path') return [`    ${pattern}) local IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$word")); return ;;`];
    return following.kind === 'text' ? [`    ${pattern}) return ;;`] : [];
  });
}
