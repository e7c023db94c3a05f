import { readFileSync } from 'node:fs';
import type { CrossValidatedJudge } from './judge.ts';
import type { Outcome } from './bootstrap.ts';
import { DATA, type Labelled } from '../training/corpora.ts';
import type { Pool } from '../training/pools.ts';
import { goldJudge, type GoldRow, type Judge } from '../../src/evaluate/gold.ts';
import { groupByMutualSupport } from '../../src/group/group.ts';
import { findRivals } from '../../src/group/rivals.ts';
import { DEFAULT_THRESHOLDS, logit } from '../../src/judge/judge.ts';
import type { Level } from '../../src/types.ts';

/** Pairs of labels that are too close to call. */
const AMBIGUOUS = readFileSync(new URL('ambiguous.tsv', DATA), 'utf8').split('\n').filter((line) => line !== '');

/** The verdict of the gold labels on two documents, as `score.mjs --ignore ambiguous.tsv` has it. */
export function verdictsAt(level: Level): (a: Labelled, b: Labelled) => ReturnType<Judge> {
  const judge = goldJudge(level, AMBIGUOUS.map((line) => pairOf(line)));
  const rows = new Map<Labelled, GoldRow>();
  const rowOf = (document: Labelled): GoldRow => {
    const row = rows.get(document) ?? { id: document.article.document.id, lang: document.language, gold: labelOf(document), independent: document.independent };
    rows.set(document, row);
    return row;
  };
  return (a, b) => judge(rowOf(a), rowOf(b));
}

function pairOf(line: string): readonly [string, string] {
  const [a = '', b = ''] = line.split('\t');
  return [a, b];
}

/** The label as the gold file has it: `Labelled.gold` has the set's name before it. */
export function labelOf({ set, gold }: Labelled): string {
  return gold.slice(set.length + 1);
}

/** The groups that the product makes of a pool, by places; at its own threshold unless another is given. */
export function groupsOf(pool: Pool, judge: CrossValidatedJudge, level: Level, threshold = DEFAULT_THRESHOLDS[level]): number[][] {
  const bias = logit(threshold);
  const alone = (a: number, b: number): number => judge[level](pool, a, b);
  const candidates = pool.screened().map(({ a, b }) => ({ a, b, support: alone(a, b) }));
  const logOdds = level === 'report' ? findRivals(candidates, pool.fingerprints.map(({ language }) => language), alone).logOdds : alone;
  const support = (a: number, b: number): number => logOdds(a, b) - bias;
  return groupByMutualSupport(pool.documents.length, candidates.map(({ a, b }) => ({ a, b, support: support(a, b) })), support);
}

/** What became of the pairs that groups join or ought to join; those too close to call are left out. */
export function outcomesOfGroups({ documents }: Pool, groups: readonly (readonly number[])[], level: Level): Outcome[] {
  const verdict = verdictsAt(level);
  const groupOf = new Map(groups.flatMap((group, at) => group.map((place) => [place, at] as const)));
  const outcomes: Outcome[] = [];
  for (const [a, b] of [...groupsByLabel(documents)].flatMap(pairsWithin)) {
    const [x, y] = [documents[a], documents[b]];
    if (x === undefined || y === undefined || verdict(x, y) !== 'together') continue;
    const group = groupOf.get(a);
    outcomes.push(outcome(group !== undefined && group === groupOf.get(b) ? 'right' : 'missed', x, y));
  }
  for (const [a, b] of groups.flatMap(pairsWithin)) {
    const [x, y] = [documents[a], documents[b]];
    if (x !== undefined && y !== undefined && verdict(x, y) === 'apart') outcomes.push(outcome('wrong', x, y));
  }
  return outcomes;
}

/** What became of a pair of two documents. */
export function outcome(kind: Outcome['kind'], a: Labelled, b: Labelled): Outcome {
  const [first, second] = a.language <= b.language ? [a.language, b.language] : [b.language, a.language];
  return { kind, groups: [a.gold, b.gold], languages: [first, second] };
}

/** The places of the documents of each label. */
export function groupsByLabel(documents: readonly Labelled[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [place, { gold }] of documents.entries()) {
    const group = groups.get(gold);
    if (group === undefined) groups.set(gold, [place]);
    else group.push(place);
  }
  return [...groups.values()];
}

/** All pairs of a group. */
export function pairsWithin(group: readonly number[]): (readonly [number, number])[] {
  return group.flatMap((a, at) => group.slice(at + 1).map((b) => [a, b] as const));
}
