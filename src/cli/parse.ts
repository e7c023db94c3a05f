import { CommanderError } from 'commander';
import { FLAGS, type Flag } from './flags.ts';
import { buildProgram, type Typed } from './program.ts';

/** What the command line asks for: a text of the parser's own, such as the help, or a command. */
export type Request = { readonly kind: 'help'; readonly text: string } | ({ readonly kind: 'command' } & Typed);

/**
 * Reads the command line. `columns` is for the help.
 *
 * @throws {UsageError} for whatever commander does not understand.
 */
export function parseArguments(argv: readonly string[], columns: number): Request {
  let typed: Typed | undefined;
  let help = '';
  const listener = { invoked: (found: Typed) => void (typed = found), wrote: (text: string) => void (help += text) };
  try {
    buildProgram(listener, columns).parse(withPairsSplit(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError && error.code === 'commander.helpDisplayed')) throw error;
  }
  return typed === undefined ? { kind: 'help', text: help } : { kind: 'command', ...typed };
}

const PAIRED: ReadonlySet<string> = new Set(FLAGS.filter((flag: Flag) => flag.paired).map(({ name }) => `--${name}`));

/**
 * `--explain A B` as `--explain A --explain B`: commander has flags with one argument and with any number of them, which
 * would take the paths too, but none with two.
 */
function withPairsSplit(argv: readonly string[]): readonly string[] {
  const split: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '--') return [...split, ...argv.slice(at)];
    const [flag = '', first] = word.split(/=(.*)/s, 2);
    split.push(word);
    if (!PAIRED.has(flag)) continue;
    if (first === undefined && at + 1 < argv.length) split.push(argv[++at] ?? '');
    const second = argv[at + 1];
    if (second !== undefined && !isFlag(second)) {
      split.push(flag, second);
      at++;
    }
  }
  return split;
}

function isFlag(word: string): boolean {
  return word.length > 1 && word.startsWith('-');
}
