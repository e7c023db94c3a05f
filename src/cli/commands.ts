/** A command of the tool; the one called `dedupe` is what runs where no other is named. */
export interface CommandRow {
  readonly name: 'dedupe' | 'evaluate' | 'compare';
  readonly summary: string;
  /** Printed under the flags. */
  readonly examples: readonly { readonly line: string; readonly does: string }[];
}

export type CommandName = CommandRow['name'];

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'dedupe',
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
    name: 'evaluate',
    summary: 'Scores the clusters found against gold labels: pairwise and BCubed precision, recall and F1, a row per language pair.',
    examples: [{ line: 'dedupe evaluate --gold gold.jsonl articles.jsonl', does: 'gold rows are {id, lang?, gold}' }],
  },
  {
    name: 'compare',
    summary: 'Judges the pairs asked for and no others; prints {a, b, score, relation, probability} a line, in the order asked.',
    examples: [{ line: 'dedupe compare articles.jsonl --pairs pairs.jsonl', does: 'pair rows are {a, b}' }],
  },
];
