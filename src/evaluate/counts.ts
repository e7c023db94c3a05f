/** A measure's three figures, each in [0, 1]. */
export interface PrecisionRecall {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Pairs joined rightly, joined wrongly, and not joined though they ought to be. */
export interface PairCounts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** Precision and recall over pairs of documents, with the counts they come from. */
export type PairScore = PrecisionRecall & PairCounts;

/** The harmonic mean of precision and recall; 0 where both are 0. */
export function f1Of(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** The score of some counts. Who joined nothing joined nothing wrongly: precision 1; where nothing is to be found, recall 1. */
export function pairScore({ right, wrong, missed }: PairCounts): PairScore {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  return { precision, recall, f1: f1Of(precision, recall), right, wrong, missed };
}
