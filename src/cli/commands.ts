/** A command of the tool; the one called `dedupe` is what runs where no other is named. */
export interface CommandRow {
  readonly name: 'dedupe' | 'check' | 'add' | 'archive' | 'serve' | 'evaluate' | 'compare' | 'completion';
  /** What follows its name, besides flags. */
  readonly argument: string;
  readonly summary: string;
  /** Printed under the flags. */
  readonly examples: readonly { readonly line: string; readonly does: string }[];
}

export type CommandName = CommandRow['name'];

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'dedupe',
    argument: '<paths...>',
    summary:
      'Tells which news articles are the same report: copies, rewrites and translations of one text, in any mix of languages. Reads folders and files: text, HTML pages, feeds (RSS, Atom, JSON Feed), ninjs, NewsML-G2, JSON, JSONL, CSV, WARC, packed or not, and "-" for standard input.',
    examples: [
      { line: 'dedupe seeds/', does: 'clusters, near misses and a line of counts' },
      { line: "dedupe articles.jsonl --json | jq '.clusters[]'", does: 'the same for programs' },
      { line: 'dedupe seeds/ --explain a.txt b.txt', does: 'why two are, or are not, one report' },
      { line: 'dedupe new/ --fail-on duplicates', does: 'a gate: exit code 1 where one is found' },
    ],
  },
  {
    name: 'check',
    argument: '<incoming...> --against <archive...>',
    summary: 'Looks for incoming articles that were told before, in the archive or among themselves; exits with 1 where there are any. What the archive holds twice is left alone.',
    examples: [
      { line: 'dedupe check new/ --against archive/', does: 'a gate for what comes in' },
      { line: 'dedupe check new/ --against archive/ --baseline accepted.json', does: 'without those that were accepted' },
      { line: 'dedupe check new/ --archive memory/', does: 'against all that was ever added, at once' },
      { line: 'dedupe check new/ --against archive/ --watch', does: 'stay, and judge what comes, a line of NDJSON each' },
    ],
  },
  {
    name: 'add',
    argument: '<paths...> --archive <folder>',
    summary: 'Adds articles to an archive on disk, and reports what they are versions of. What is there already is not added twice; another text under a known id replaces the old one.',
    examples: [
      { line: 'dedupe add new/ --archive memory/', does: 'remember them; the folder is made where there is none' },
      { line: 'dedupe add new/ --archive memory/ --json', does: 'the clusters they are in, under ids that stay' },
    ],
  },
  {
    name: 'archive',
    argument: '<action> --archive <folder>',
    summary: 'Looks after an archive: what it holds, whether it is whole, what it is to forget; export writes JSONL to standard output, import reads it from a file or "-".',
    examples: [
      { line: 'dedupe archive stats --archive memory/', does: 'documents, clusters, and what became of them' },
      { line: 'dedupe archive verify --archive memory/', does: 'exit code 1 where something is damaged' },
      { line: 'dedupe archive forget --older-than 90 --archive memory/', does: 'remove what is older than 90 days, to the last byte' },
      { line: 'dedupe archive import memory.jsonl --archive other/', does: 'what export wrote' },
    ],
  },
  {
    name: 'serve',
    argument: '--archive <folder>',
    summary: 'Answers over HTTP what check and add answer: for services that want no process per article. Stops on SIGTERM, after it has finished what it took.',
    examples: [
      { line: 'dedupe serve --archive memory/ --port 8750', does: 'on loopback; GET /openapi.json describes it' },
      { line: 'dedupe serve --archive memory/ --host 0.0.0.0 --token-file token', does: 'on every address, with a token' },
    ],
  },
  {
    name: 'evaluate',
    argument: '<paths...>',
    summary: 'Scores the clusters found against gold labels: pairwise and BCubed precision, recall and F1, a row per language pair.',
    examples: [{ line: 'dedupe evaluate --gold gold.jsonl articles.jsonl', does: 'gold rows are {id, lang?, gold}' }],
  },
  {
    name: 'compare',
    argument: '<paths...>',
    summary: 'Judges the pairs asked for and no others; prints {a, b, score, relation, probability} a line, in the order asked.',
    examples: [{ line: 'dedupe compare articles.jsonl --pairs pairs.jsonl', does: 'pair rows are {a, b}' }],
  },
  {
    name: 'completion',
    argument: '<bash|zsh|fish>',
    summary: 'Prints what completes commands, flags and their values in a shell.',
    examples: [
      { line: 'source <(dedupe completion bash)', does: 'in ~/.bashrc; the same with zsh in ~/.zshrc' },
      { line: 'dedupe completion fish > ~/.config/fish/completions/dedupe.fish', does: 'once, for fish' },
    ],
  },
];

/** How a run ends, for the help and the reference; `ExitCode` is its type. */
export const EXIT_CODES: readonly { readonly code: number; readonly meaning: string }[] = [
  { code: 0, meaning: 'done' },
  { code: 1, meaning: 'duplicates found: with --fail-on duplicates, or over --max by check' },
  { code: 2, meaning: 'usage error or failure, or nothing readable was given' },
];
