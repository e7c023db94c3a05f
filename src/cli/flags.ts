import { INPUT_FORMATS } from '../read/event.ts';
import type { CommandName } from './commands.ts';

/** A flag of the command line. The parser and the help are both made from these rows. */
export interface Flag {
  /** Without dashes; `no-…` turns off what is on by default. */
  readonly name: string;
  readonly short?: string;
  /** As the help shows it. Without one the flag is a switch. */
  readonly argument?: string;
  readonly choices?: readonly string[];
  /** What holds where the flag is not given, for the help; the library and `settings.ts` apply it. */
  readonly default?: string;
  /** Given more than once, its values add up. */
  readonly repeatable?: true;
  /** Takes two arguments at once. */
  readonly paired?: true;
  readonly description: string;
  readonly group: 'Result' | 'Reading' | 'Deciding' | 'Gold labels' | 'Messages' | 'Other';
  readonly commands: readonly CommandName[];
}

const ALL = ['dedupe', 'evaluate', 'compare'] as const;

/** Every flag, declared once, in the order of the help. */
export const FLAGS = [
  { name: 'json', description: 'short for --format json', group: 'Result', commands: ['dedupe', 'evaluate'] },
  { name: 'format', argument: '<text|json|ndjson>', choices: ['text', 'json', 'ndjson'], default: 'text', description: 'what standard output gets', group: 'Result', commands: ['dedupe'] },
  { name: 'output', short: 'o', argument: '<file>', repeatable: true, description: 'write the result to a file, its format by extension (.txt .json .ndjson), and to standard output only if --format or --json is given too; repeatable', group: 'Result', commands: ['dedupe'] },
  { name: 'explain', argument: '<A> <B>', paired: true, description: 'say why two documents, by id or path, are or are not the same report', group: 'Result', commands: ['dedupe'] },
  { name: 'show-removed', description: 'list the site furniture that was set aside', group: 'Result', commands: ['dedupe'] },
  { name: 'fail-on', argument: '<duplicates>', choices: ['duplicates'], description: 'exit with 1 where duplicates are found', group: 'Result', commands: ['dedupe'] },
  { name: 'input-format', argument: '<format>', choices: INPUT_FORMATS, default: 'told by the content', description: `read every file as ${INPUT_FORMATS.join(', ')}; gzip, zstd and zip are told by their content in any case`, group: 'Reading', commands: ALL },
  { name: 'fields', argument: '<map>', repeatable: true, description: 'where records of JSON and tables have their fields: text=body,id=guid; a.b is b inside a, and 3 the third column of a table without a head', group: 'Reading', commands: ALL },
  { name: 'no-hints', description: 'judge by the texts alone, whatever the sources say of translations and of one address', group: 'Reading', commands: ALL },
  { name: 'max-document', argument: '<n>', default: '2M characters', description: 'cut a longer text, and say so', group: 'Reading', commands: ALL },
  { name: 'max-depth', argument: '<n>', default: '512', description: 'leave out a page, a feed or JSON that nests deeper', group: 'Reading', commands: ALL },
  { name: 'max-expansion', argument: '<n>', default: '1000 times', description: 'leave out what unpacks to more than this many times its size', group: 'Reading', commands: ALL },
  { name: 'list-files', description: 'print the files that would be read, one a line, and read none', group: 'Reading', commands: ['dedupe'] },
  { name: 'level', argument: '<report|story>', choices: ['report', 'story'], default: 'report', description: 'join versions of one text, or also independent reports of one event', group: 'Deciding', commands: ['dedupe', 'evaluate'] },
  { name: 'threshold', argument: '<p>', default: '0.9, stories 0.5', description: 'join from this probability on, between 0 and 1', group: 'Deciding', commands: ['dedupe', 'evaluate'] },
  { name: 'no-clean', description: 'leave site furniture in', group: 'Deciding', commands: ALL },
  { name: 'must-link', argument: '<file>', repeatable: true, description: 'pairs to join whatever the evidence: two ids a line, then a reason if wanted, # for comments; repeatable', group: 'Deciding', commands: ['dedupe', 'evaluate'] },
  { name: 'cannot-link', argument: '<file>', repeatable: true, description: 'pairs that never end in one cluster, nor does what is joined to either; the same form; repeatable', group: 'Deciding', commands: ['dedupe', 'evaluate'] },
  { name: 'pairs', argument: '<file>', description: 'the pairs to judge: JSONL rows {a, b}, gzip too', group: 'Deciding', commands: ['compare'] },
  { name: 'gold', argument: '<file>', repeatable: true, description: 'gold labels: JSONL rows {id, lang?, gold}, gzip too; repeatable', group: 'Gold labels', commands: ['evaluate'] },
  { name: 'independent', argument: '<file>', repeatable: true, description: 'the same for independent articles, where one label is one story and not one report; repeatable', group: 'Gold labels', commands: ['evaluate'] },
  { name: 'ignore', argument: '<file>', repeatable: true, description: 'pairs of labels too close to call, two a line with a tab between; neither right nor wrong to join; repeatable', group: 'Gold labels', commands: ['evaluate'] },
  { name: 'by-pair', description: 'a row per language pair (the default)', group: 'Gold labels', commands: ['evaluate'] },
  { name: 'no-by-pair', description: 'totals only', group: 'Gold labels', commands: ['evaluate'] },
  { name: 'quiet', short: 'q', description: 'no diagnostics on standard error', group: 'Messages', commands: ALL },
  { name: 'verbose', short: 'v', description: 'notes too, besides warnings and errors', group: 'Messages', commands: ALL },
  { name: 'debug', description: 'the stack of a failure', group: 'Messages', commands: ALL },
  { name: 'color', description: 'colour whatever the output is', group: 'Messages', commands: ALL },
  { name: 'no-color', description: 'no colour; FORCE_COLOR and NO_COLOR are heeded too', group: 'Messages', commands: ALL },
  { name: 'version', short: 'V', description: 'print the version', group: 'Other', commands: ALL },
  { name: 'help', short: 'h', description: 'print this help', group: 'Other', commands: ALL },
] as const satisfies readonly Flag[];

type Row = (typeof FLAGS)[number];
type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Name;
type Key<Name extends string> = Name extends `no-${infer Positive}` ? CamelCase<Positive> : CamelCase<Name>;
type Value<R> = R extends { repeatable: true } | { paired: true } ? readonly string[] : R extends { argument: string } ? string : boolean;

/** The flags that were given, by camel-cased name: `showRemoved`; `--no-clean` is `clean: false`. */
export type GivenFlags = { readonly [R in Row as Key<R['name']>]?: Value<R> };

/** The key of a flag in `GivenFlags`. */
export function keyOf(flag: Flag): string {
  return flag.name.replace(/^no-/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The flags of one command. */
export function flagsOf(command: CommandName): readonly Flag[] {
  const rows: readonly Flag[] = FLAGS;
  return rows.filter(({ commands }) => commands.includes(command));
}
