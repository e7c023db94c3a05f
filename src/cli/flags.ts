import { INPUT_FORMATS } from '../read/event.ts';
import type { CommandName } from './commands.ts';

/**
 * A flag of the command line. All that knows of flags is made from these rows: the parser and the help, the keys of
 * `dedupe.config.json` and its schema, the names in the environment, the completions, `docs/cli.md` and the man page.
 */
export interface Flag {
  /** Without dashes; `no-…` turns off what is on by default. */
  readonly name: string;
  readonly short?: string;
  /** As the help shows it; `<file>` and `<path...>` are paths. Without one the flag is a switch. */
  readonly argument?: string;
  readonly choices?: readonly string[];
  /** What the argument must be, besides text: in (0, 1); a whole number from 0 on; a day, `2026-05-31`. */
  readonly kind?: 'probability' | 'count' | 'date';
  /** What holds where the flag is not given, for people; the library and `settings.ts` apply it. */
  readonly default?: string;
  /** Given more than once, its values add up. */
  readonly repeatable?: true;
  /** Takes two arguments at once. */
  readonly paired?: true;
  readonly description: string;
  readonly group: 'Result' | 'Reading' | 'Deciding' | 'Gate' | 'Archive' | 'Service' | 'Gold labels' | 'Settings' | 'Messages' | 'Other';
  readonly commands: readonly CommandName[];
  /** Where it may be given besides the command line; both where nothing is said. */
  readonly sources?: readonly ('environment' | 'file')[];
  /** The flags, by name, that it stands against: given at a higher place, it puts theirs of a lower one aside. */
  readonly rivals?: readonly string[];
}

/** The commands that read articles, and every one there is. */
const ALL = ['dedupe', 'check', 'add', 'evaluate', 'compare'] as const;
const EVERY = [...ALL, 'archive', 'serve', 'completion'] as const;
/** For what asks for one run, or for the run to be another: nothing to set once and for all. */
const TYPED_ONLY = [] as const;

/** Every flag, declared once, in the order of the help. */
export const FLAGS = [
  { name: 'json', description: 'short for --format json', group: 'Result', commands: ['dedupe', 'check', 'add', 'evaluate'], sources: TYPED_ONLY, rivals: ['format'] },
  { name: 'format', argument: '<form>', choices: ['text', 'json', 'ndjson', 'markdown', 'csv', 'html', 'sarif', 'junit', 'github'], default: 'text', description: 'what standard output gets: text, json, ndjson, markdown, csv, html, sarif, junit or github', group: 'Result', commands: ['dedupe', 'check', 'add'] },
  { name: 'output', short: 'o', argument: '<file>', repeatable: true, description: 'write the result to a file, its format by extension (.txt .json .ndjson .md .csv .html .sarif .xml), and to standard output only if --format or --json is given too; repeatable', group: 'Result', commands: ['dedupe', 'check', 'add'], sources: TYPED_ONLY },
  { name: 'explain', argument: '<A> <B>', paired: true, description: 'say why two documents, by id or path, are or are not the same report', group: 'Result', commands: ['dedupe'], sources: TYPED_ONLY },
  { name: 'print', argument: '<unique|duplicates>', choices: ['unique', 'duplicates'], description: 'in place of the report, the input records themselves, byte for byte: one of each cluster and what is in none, or the others; of documents that are files, their paths', group: 'Result', commands: ['dedupe'], sources: TYPED_ONLY, rivals: ['format'] },
  { name: 'print-to', argument: '<folder>', description: 'with --print: write each input file there with those records only, or not at all', group: 'Result', commands: ['dedupe'], sources: TYPED_ONLY },
  { name: 'show-removed', description: 'list the site furniture that was set aside', group: 'Result', commands: ['dedupe', 'check', 'add'] },
  { name: 'fail-on', argument: '<duplicates>', choices: ['duplicates'], description: 'exit with 1 where duplicates are found', group: 'Result', commands: ['dedupe'] },
  { name: 'input-format', argument: '<format>', choices: INPUT_FORMATS, default: 'told by the content', description: `read every file as ${INPUT_FORMATS.join(', ')}; gzip, zstd and zip are told by their content in any case`, group: 'Reading', commands: ALL },
  { name: 'fields', argument: '<map>', repeatable: true, description: 'where records of JSON and tables have their fields: text=body,id=guid; a.b is b inside a, and 3 the third column of a table without a head', group: 'Reading', commands: ALL },
  { name: 'no-hints', description: 'judge by the texts alone, whatever the sources say of translations and of one address', group: 'Reading', commands: ALL },
  { name: 'max-document', argument: '<n>', default: '2M characters', description: 'cut a longer text, and say so', group: 'Reading', commands: ALL },
  { name: 'max-depth', argument: '<n>', default: '512', description: 'leave out a page, a feed or JSON that nests deeper', group: 'Reading', commands: ALL },
  { name: 'max-expansion', argument: '<n>', default: '1000 times', description: 'leave out what unpacks to more than this many times its size', group: 'Reading', commands: ALL },
  { name: 'list-files', description: 'print the files that would be read, one a line, and read none', group: 'Reading', commands: ['dedupe'], sources: TYPED_ONLY },
  { name: 'level', argument: '<report|story>', choices: ['report', 'story'], default: 'report', description: 'join versions of one text, or also independent reports of one event', group: 'Deciding', commands: ['dedupe', 'check', 'add', 'evaluate'] },
  { name: 'threshold', argument: '<p>', kind: 'probability', default: '0.6, stories 0.5', description: 'join from this probability on, between 0 and 1', group: 'Deciding', commands: ['dedupe', 'check', 'add', 'evaluate'] },
  { name: 'no-clean', description: 'leave site furniture in', group: 'Deciding', commands: ALL },
  { name: 'window', argument: '<days>', kind: 'count', description: 'compare only what is dated within so many days of each other; what has no date always is', group: 'Deciding', commands: ['dedupe', 'check', 'add', 'evaluate'] },
  { name: 'must-link', argument: '<file>', repeatable: true, description: 'pairs to join whatever the evidence: two ids a line, then a reason if wanted, # for comments; repeatable', group: 'Deciding', commands: ['dedupe', 'check', 'evaluate'] },
  { name: 'cannot-link', argument: '<file>', repeatable: true, description: 'pairs that never end in one cluster, nor does what is joined to either; the same form; repeatable', group: 'Deciding', commands: ['dedupe', 'check', 'evaluate'] },
  { name: 'prefer', argument: '<pattern>', repeatable: true, description: 'which document stands for a cluster: a host (example.org) or a path pattern (wire/**), before the earliest; repeatable, the first weighs most', group: 'Deciding', commands: ['dedupe', 'check'] },
  { name: 'against', argument: '<path...>', repeatable: true, description: 'the archive: files or folders that came before; all paths up to the next flag; repeatable', group: 'Gate', commands: ['check'] },
  { name: 'max', argument: '<n>', kind: 'count', default: '0', description: 'exit with 1 only where more than so many new duplicates are found', group: 'Gate', commands: ['check'] },
  { name: 'baseline', argument: '<file>', description: 'accepted duplicates, each with a reason and an expiry, which count no more; any earlier JSON report serves too', group: 'Gate', commands: ['dedupe', 'check'] },
  { name: 'update-baseline', description: 'write what is found to the baseline, and drop what is stale', group: 'Gate', commands: ['dedupe', 'check'], sources: TYPED_ONLY },
  { name: 'reason', argument: '<text>', description: 'why --update-baseline accepts what it adds', group: 'Gate', commands: ['dedupe', 'check'], sources: TYPED_ONLY },
  { name: 'expires', argument: '<date>', kind: 'date', description: 'the last day on which what --update-baseline adds is accepted', group: 'Gate', commands: ['dedupe', 'check'], sources: TYPED_ONLY },
  { name: 'today', argument: '<date>', kind: 'date', default: 'the day, in UTC', description: 'the day by which an acceptance has expired, and from which forget counts', group: 'Gate', commands: ['dedupe', 'check', 'archive'], sources: ['environment'] },
  { name: 'archive', argument: '<folder>', description: 'the memory of what came before, on disk; add makes it where there is none', group: 'Archive', commands: ['check', 'add', 'archive', 'serve'] },
  { name: 'keep-text', description: 'keep titles and texts too, when the archive is made; without it no sentence can be read back', group: 'Archive', commands: ['add', 'archive', 'serve'] },
  { name: 'older-than', argument: '<date|days>', description: 'with forget: what is dated before that day, or is more days old', group: 'Archive', commands: ['archive'], sources: TYPED_ONLY },
  { name: 'port', argument: '<n>', kind: 'count', default: '8750', description: 'where to listen; 0 for any that is free', group: 'Service', commands: ['serve'] },
  { name: 'host', argument: '<address>', default: '127.0.0.1', description: 'on which address to listen; any but loopback needs a token', group: 'Service', commands: ['serve'] },
  { name: 'token-file', argument: '<file>', description: 'a file with the token that each request must bring (Authorization: Bearer …)', group: 'Service', commands: ['serve'] },
  { name: 'max-body', argument: '<n>', kind: 'count', default: '10000000', description: 'bytes of a request at most', group: 'Service', commands: ['serve'] },
  { name: 'max-queue', argument: '<n>', kind: 'count', default: '64', description: 'requests that may wait; more are told to come again', group: 'Service', commands: ['serve'] },
  { name: 'watch', description: 'stay, and judge new files of the incoming folders as they come: a line of NDJSON each', group: 'Gate', commands: ['check'], sources: TYPED_ONLY },
  { name: 'pairs', argument: '<file>', description: 'the pairs to judge: JSONL rows {a, b}, gzip too', group: 'Deciding', commands: ['compare'] },
  { name: 'gold', argument: '<file>', repeatable: true, description: 'gold labels: JSONL rows {id, lang?, gold}, gzip too; repeatable', group: 'Gold labels', commands: ['evaluate'] },
  { name: 'independent', argument: '<file>', repeatable: true, description: 'the same for independent articles, where one label is one story and not one report; repeatable', group: 'Gold labels', commands: ['evaluate'] },
  { name: 'ignore', argument: '<file>', repeatable: true, description: 'pairs of labels too close to call, two a line with a tab between; neither right nor wrong to join; repeatable', group: 'Gold labels', commands: ['evaluate'] },
  { name: 'by-pair', default: 'on', description: 'a row per language pair', group: 'Gold labels', commands: ['evaluate'] },
  { name: 'no-by-pair', description: 'totals only', group: 'Gold labels', commands: ['evaluate'] },
  { name: 'config', argument: '<file>', default: 'dedupe.config.json of this folder, if there is one', description: 'the settings to start from', group: 'Settings', commands: ALL, sources: ['environment'] },
  { name: 'print-config', description: 'print each setting, and where its value came from', group: 'Settings', commands: ALL, sources: TYPED_ONLY },
  { name: 'workers', argument: '<n>', kind: 'count', default: 'one a core, where there is enough to do', description: 'threads that share the work; the answer is the same for any number', group: 'Other', commands: ['dedupe', 'check', 'add'] },
  { name: 'quiet', short: 'q', description: 'no diagnostics on standard error', group: 'Messages', commands: EVERY, rivals: ['verbose'] },
  { name: 'verbose', short: 'v', description: 'notes too, besides warnings and errors', group: 'Messages', commands: EVERY, rivals: ['quiet'] },
  { name: 'debug', description: 'the stack of a failure', group: 'Messages', commands: EVERY },
  { name: 'color', default: 'as the terminal has it', description: 'colour whatever the output is', group: 'Messages', commands: EVERY },
  { name: 'no-color', description: 'no colour; FORCE_COLOR and NO_COLOR are heeded too', group: 'Messages', commands: EVERY },
  { name: 'version', short: 'V', description: 'print the version', group: 'Other', commands: EVERY, sources: TYPED_ONLY },
  { name: 'help', short: 'h', description: 'print this help', group: 'Other', commands: EVERY, sources: TYPED_ONLY },
] as const satisfies readonly Flag[];

type Row = (typeof FLAGS)[number];
type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Name;
type Key<Name extends string> = Name extends `no-${infer Positive}` ? CamelCase<Positive> : CamelCase<Name>;
type Value<R> = R extends { repeatable: true } | { paired: true }
  ? readonly string[]
  : R extends { choices: readonly (infer Choice)[] }
    ? Choice
    : R extends { kind: 'probability' | 'count' }
      ? number
      : R extends { argument: string }
        ? string
        : boolean;

/** The flags that were given, by camel-cased name: `showRemoved`; `--no-clean` is `clean: false`. */
export type GivenFlags = { readonly [R in Row as Key<R['name']>]?: Value<R> };

/** The flags of one command. */
export function flagsOf(command: CommandName): readonly Flag[] {
  const rows: readonly Flag[] = FLAGS;
  return rows.filter(({ commands }) => commands.includes(command));
}
