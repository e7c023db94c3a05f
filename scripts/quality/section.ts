import { acrossLanguages, estimatesOf, type Estimate, type Outcome, type Resamples } from './bootstrap.ts';

/** A part of the page: what was measured, how, and how far it is from what was asked. */
export interface Section {
  readonly title: string;
  /** One paragraph: how it was measured. */
  readonly method: string;
  readonly tables: readonly Table[];
  readonly goals: readonly Goal[];
  /** What the figures don't say by themselves. */
  readonly remarks?: readonly string[];
}

export interface Table {
  readonly caption?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A goal of the issue beside the figure. */
export interface Goal {
  readonly what: string;
  readonly goal: string;
  readonly figure: string;
  readonly met: boolean;
}

/** `0.9940 (0.9871–0.9990)`: the value and its interval. */
export function shown({ value, low, high }: Estimate): string {
  return `${value.toFixed(4)} (${low.toFixed(4)}–${high.toFixed(4)})`;
}

/** The same with signs, for differences. */
export function shownDifference({ value, low, high }: Estimate): string {
  const signed = (figure: number): string => `${figure < 0 ? '−' : '+'}${Math.abs(figure).toFixed(4)}`;
  return `${signed(value)} (${signed(low)} … ${signed(high)})`;
}

/** A goal that a figure is to reach. */
export function atLeast(what: string, goal: number, estimate: Estimate): Goal {
  return { what, goal: `≥ ${goal}`, figure: shown(estimate), met: estimate.value >= goal };
}

/** A goal that a figure is not to pass. */
export function atMost(what: string, goal: number, figure: number, digits = 4): Goal {
  return { what, goal: goal === 0 ? 'none' : `≤ ${goal}`, figure: digits === 0 ? String(figure) : figure.toFixed(digits), met: figure <= goal };
}

export const CLUSTER_COLUMNS = ['pool', 'documents', 'true pairs', 'precision', 'recall', 'F1', 'cross-lingual F1', 'wrong joins', 'missed'] as const;

/** A row of a table of clusters: counts, and scores with their intervals. */
export function clusterRow(name: string, documents: number, outcomes: readonly Outcome[], resamples: Resamples): string[] {
  const count = (kind: Outcome['kind']): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  const { precision, recall, f1 } = estimatesOf(outcomes, resamples);
  const cross = estimatesOf(acrossLanguages(outcomes), resamples).f1;
  const truePairs = count('right') + count('missed');
  return [name, String(documents), String(truePairs), ...[precision, recall, f1, cross].map(shown), String(count('wrong')), String(count('missed'))];
}
