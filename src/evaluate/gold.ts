import { UsageError } from '../errors.ts';
import type { Level } from '../types.ts';

/** What is known of one document. */
export interface GoldRow {
  readonly id: string;
  /** BCP 47. */
  readonly lang?: string;
  /** Documents with one label are one report; where `independent`, one story told by several reports. */
  readonly gold: string | number;
  readonly independent: boolean;
}

/** Labels whose documents are neither right nor wrong to join, by the pair. */
export type IgnoredLabels = readonly (readonly [string, string])[];

/** How two documents ought to stand: joined, apart, or too close to call, and then left out of every count. */
type Verdict = 'together' | 'apart' | 'ignored';

/** The verdict of the gold labels on a pair, at a level. */
export type Judge = (a: GoldRow, b: GoldRow) => Verdict;

/**
 * Makes the judge. At the level of reports two independent articles of one story are neither right nor wrong to join;
 * at the level of stories they must be.
 */
export function goldJudge(level: Level, ignored: IgnoredLabels): Judge {
  const close = new Set(ignored.flatMap(([a, b]) => [`${a}\t${b}`, `${b}\t${a}`]));
  return (a, b) => {
    if (a.gold !== b.gold) return close.size > 0 && close.has(`${a.gold}\t${b.gold}`) ? 'ignored' : 'apart';
    return level === 'report' && (a.independent || b.independent) ? 'ignored' : 'together';
  };
}

/** Throws `UsageError` where there are no rows, or two are about one document: which of them held would be chance. */
export function checkGold(rows: readonly GoldRow[]): void {
  const seen = new Set<string>();
  const repeated = rows.find(({ id }) => seen.size === seen.add(id).size);
  if (rows.length > 0 && repeated === undefined) return;
  throw new UsageError({
    code: 'bad-gold',
    happened: repeated === undefined ? 'There are no gold rows.' : `Two gold rows are about "${repeated.id}".`,
    expected: 'One row {id, lang?, gold} a document.',
    advice: 'Look whether a file was given twice, or is empty.',
  });
}
