/** A command of the tool; the one called `dedupe` is what runs where no other is named. */
export interface CommandRow {
  readonly name: 'dedupe' | 'check' | 'evaluate' | 'compare' | 'completion';
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
      { line: 'dedupe check new/ --against archive/ --watch', does: 'stay, and judge what comes, a line of NDJSON each' },
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
