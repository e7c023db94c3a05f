import { inertJson, printable } from '../report/printable.ts';
import type { Diagnostic } from '../types.ts';
import type { PairCounts, PrecisionRecall } from './counts.ts';
import type { Evaluation } from './evaluate.ts';

/** Examples of pairs shown under the table; the JSON has more. */
const MOST_EXAMPLES = 10;

/** The scores as a table, with a row per language pair where asked for, and examples of what went wrong. */
export function* evaluationText(evaluation: Evaluation, byPair: boolean): Generator<string> {
  const { level, documents, missing, unlabelled, pairwise, crossLingual } = evaluation;
  const gaps = [...(missing > 0 ? [`${missing} of them missing`] : []), ...(unlabelled > 0 ? [`${unlabelled} more without a label`] : [])];
  yield `Level ${level}, ${documents} gold ${documents === 1 ? 'row' : 'rows'}${gaps.map((gap) => `, ${gap}`).join('')}\n\n`;
  const rows: readonly (readonly [string, PrecisionRecall & Partial<PairCounts>])[] = [
    ['pairwise', pairwise],
    ['cross-lingual', crossLingual],
    ['BCubed', evaluation.bcubed],
    ...(byPair ? evaluation.byLanguages : []),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  yield `${''.padEnd(width)}  precision  recall      F1    right    wrong   missed\n`;
  for (const [name, score] of rows) yield `${printable(name).padEnd(width)}  ${scoreCells(score)}\n`;
  yield* examples('Joined wrongly', evaluation.wrong, pairwise.wrong);
  yield* examples('Missed', evaluation.missed, pairwise.missed);
}

function scoreCells({ precision, recall, f1, right, wrong, missed }: PrecisionRecall & Partial<PairCounts>): string {
  const counts = [right, wrong, missed].flatMap((count) => (count === undefined ? [] : [String(count).padStart(8)]));
  return [precision.toFixed(4).padStart(9), recall.toFixed(4).padStart(7), f1.toFixed(4).padStart(7), ...counts].join(' ');
}

function* examples(heading: string, pairs: readonly (readonly [string, string])[], count: number): Generator<string> {
  if (count === 0) return;
  yield `\n${heading}: ${count}\n`;
  for (const [a, b] of pairs.slice(0, MOST_EXAMPLES)) yield `  ${printable(a)}  ${printable(b)}\n`;
  if (count > MOST_EXAMPLES) yield `  … and ${count - MOST_EXAMPLES} more\n`;
}

/** What the JSON tells besides the scores. */
export interface EvaluationContext {
  readonly tool: { readonly name: string; readonly version: string };
  readonly threshold: number;
  /** What reading and finding had to say. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The scores as one JSON object, with a row per language pair; six decimals, so that the order of summing doesn't show. */
export function evaluationJson(evaluation: Evaluation, { tool, threshold, diagnostics }: EvaluationContext): string {
  const { level, documents, missing, unlabelled, pairwise, crossLingual, bcubed, byLanguages, wrong, missed } = evaluation;
  const record = {
    schemaVersion: 1,
    tool: { name: tool.name, version: tool.version },
    options: { level, threshold },
    documents,
    missing,
    unlabelled,
    pairwise,
    crossLingual,
    bcubed,
    byPair: Object.fromEntries(byLanguages),
    wrong,
    missed,
    diagnostics: [...diagnostics, ...evaluation.diagnostics],
  };
  const sixDecimals = (key: string, value: unknown): unknown =>
    typeof value === 'number' && key !== 'threshold' ? Math.round(value * 1e6) / 1e6 : value;
  return `${inertJson(JSON.stringify(record, sixDecimals, 2))}\n`;
}
