import type { Diagnostic, Level, Report } from '../types.ts';
import { bcubed } from './bcubed.ts';
import { clusteringOf } from './clustering.ts';
import type { PairScore, PrecisionRecall } from './counts.ts';
import { checkGold, goldJudge, type GoldRow, type IgnoredLabels } from './gold.ts';
import { pairwiseScores, type PairwiseScores } from './pairwise.ts';

/** How well clusters agree with gold labels. */
export interface Evaluation {
  readonly level: Level;
  /** Gold rows: what the scores are over. */
  readonly documents: number;
  /** Gold rows without a document, which count as standing alone. */
  readonly missing: number;
  /** Documents without a gold row, which don't count. */
  readonly unlabelled: number;
  readonly pairwise: PairScore;
  readonly crossLingual: PairScore;
  readonly bcubed: PrecisionRecall;
  readonly byLanguages: PairwiseScores['byLanguages'];
  readonly wrong: PairwiseScores['wrong'];
  readonly missed: PairwiseScores['missed'];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is evaluated: the clusters, and the documents they were found among. */
export type Evaluated = {
  readonly documents: readonly Pick<Report['documents'][number], 'id' | 'language'>[];
  readonly clusters: readonly Pick<Report['clusters'][number], 'documents'>[];
};

/**
 * Scores clusters against gold labels, at the level they were found at. A row without a language has the one that was
 * found. Throws `UsageError` where two rows are about one document, or there are none.
 */
export function evaluate(found: Evaluated, gold: readonly GoldRow[], options: { readonly level: Level; readonly ignored?: IgnoredLabels }): Evaluation {
  checkGold(gold);
  const languages = new Map(found.documents.map(({ id, language }) => [id, language.code]));
  const rows = gold.map((row) => ({ ...row, lang: row.lang ?? languages.get(row.id) ?? 'und' }));
  const clustering = clusteringOf(rows, found.clusters.map(({ documents }) => documents));
  const judge = goldJudge(options.level, options.ignored ?? []);
  const { all, crossLingual, byLanguages, wrong, missed } = pairwiseScores(clustering, judge);
  const labelled = new Set(gold.map(({ id }) => id));
  const missing = gold.filter(({ id }) => !languages.has(id));
  const unlabelled = found.documents.filter(({ id }) => !labelled.has(id));
  return {
    level: options.level,
    documents: gold.length,
    missing: missing.length,
    unlabelled: unlabelled.length,
    pairwise: all,
    crossLingual,
    bcubed: bcubed(clustering, judge),
    byLanguages,
    wrong,
    missed,
    diagnostics: [...gapsIn(missing, MISSING), ...gapsIn(unlabelled, UNLABELLED)],
  };
}

const MISSING = {
  code: 'gold-without-document',
  words: (count: string) => `${count} without a document, and count as standing alone. Give all of the documents the gold file is about`,
  noun: ['gold row is', 'gold rows are'],
} as const;
const UNLABELLED = {
  code: 'document-without-gold',
  words: (count: string) => `${count} without a gold row, and are left out of the scores. Give the gold file of each file of documents`,
  noun: ['document is', 'documents are'],
} as const;

function gapsIn(items: readonly { readonly id: string }[], { code, words, noun }: typeof MISSING | typeof UNLABELLED): readonly Diagnostic[] {
  const [first] = items;
  if (first === undefined) return [];
  const count = `${items.length} ${items.length === 1 ? noun[0] : noun[1]}`;
  return [{ code, severity: 'warning', message: `${words(count)}; the first is "${first.id}".` }];
}
