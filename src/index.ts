/** The library: all that the command does, without touching the process. */
import { closeLinks, constraintOn } from './group/closure.ts';
import { explainJudgement } from './judge/explain.ts';
import { gateOf, type GateOptions } from './gate/gate.ts';
import { judge } from './judge/judge.ts';
import { pipelineOptions, type PipelineOptions } from './options.ts';
import { evidenceOn } from './judging.ts';
import { comparePair, hinted, hintOn, judgePair, type Prepared } from './pair.ts';
import { findClusters, prepare, takeApart } from './pipeline.ts';
import { buildReport, documentReport, pairReport } from './report/build.ts';
import { narrowedTo } from './report/narrow.ts';
import { UsageError } from './errors.ts';
import type { LinkedIds } from './read/links.ts';
import type { Diagnostic, Document, Explanation, Gate, Level, PairReport, Report } from './types.ts';

export { UsageError } from './errors.ts';
export { baselineIn } from './gate/baseline.ts';
export type { Acceptance, AcceptedDocument, Baseline } from './gate/baseline.ts';
export { DEFAULT_THRESHOLDS } from './judge/judge.ts';
export { VERSION } from './version.ts';
export type { LinkedIds } from './read/links.ts';
export type * from './types.ts';

export interface DedupeOptions {
  /** `report` (the default) joins versions of one text, `story` independent reports of one event too. */
  readonly level?: Level;
  /** The probability from which on a pair is joined, in (0, 1); 0.6 by default, 0.5 at level `story`. */
  readonly threshold?: number;
  /** Whether site furniture is set aside before comparing; true by default. */
  readonly clean?: boolean;
  /** Whether `Document.hints` and one `Document.url` count as near-certain evidence; true by default, off for measuring. */
  readonly hints?: boolean;
  /**
   * Pairs of ids to join whatever the evidence, with what follows from them (a-b and b-c give a-c), and pairs that never
   * end in one cluster, nor does what is joined to either. A pair is `[a, b]`; a third string says where it stands, for
   * messages. An id that no document has is a warning, `unknown-link-id`. Probabilities stay the model's.
   */
  readonly mustLink?: readonly LinkedIds[];
  readonly cannotLink?: readonly LinkedIds[];
  /** Days: only documents whose dates are no further apart are compared; what has no date always is. */
  readonly window?: number;
  /** Where given, only pairs with one of these ids are looked at, and clusters made of them: the rest is an archive. */
  readonly incoming?: Iterable<string>;
  /**
   * Which document stands for a cluster, the most preferred first: hosts (`example.org`, subdomains too) and path patterns
   * (`wire/**`). Among equals the earliest does, then the most complete, then the first by id.
   */
  readonly prefer?: readonly string[];
  /** What reading had to say; passed through into the report. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** A pair that was asked for, with one figure to rank it by. */
export interface ScoredPair extends PairReport {
  /** In [0, 1]: higher for a closer pair, whether one report or only one story. */
  readonly score: number;
}

/**
 * Finds which documents are the same report and groups them.
 *
 * @throws {UsageError} where two documents have one id, the threshold is not in (0, 1), or must-link and cannot-link
 * pairs contradict each other.
 */
export function dedupe(documents: readonly Document[], options: DedupeOptions = {}): Report {
  checkIds(documents);
  const settings = settingsOf(options);
  const found = findClusters(documents, settings);
  return buildReport(found, settings, [...(options.diagnostics ?? []), ...found.diagnostics]);
}

/** How `check` decides and what it lets through; `incoming` is its first argument. */
export interface CheckOptions extends Omit<DedupeOptions, 'incoming'>, Omit<GateOptions, 'incoming'> {}

/**
 * Finds which incoming documents were told before, in the archive or among themselves. The report is that of `dedupe`
 * without what touches nothing incoming, and with a `gate`. What the archive holds twice is not looked for.
 *
 * @throws {UsageError} as `dedupe` does; no id may be both in the archive and among the incoming.
 */
export function check(incoming: readonly Document[], archive: readonly Document[], options: CheckOptions = {}): Report & { readonly gate: Gate } {
  const { baseline, today, max, ...deciding } = options;
  const ids = new Set(incoming.map(({ id }) => id));
  const whole = dedupe([...incoming, ...archive], { ...deciding, incoming: ids });
  const given = { ...(baseline === undefined ? {} : { baseline }), ...(today === undefined ? {} : { today }), ...(max === undefined ? {} : { max }) };
  const { gate, diagnostics } = gateOf(whole, { ...given, incoming: ids });
  return { ...narrowedTo(ids, whole), gate, diagnostics: [...whole.diagnostics, ...diagnostics] };
}

/** Judges two documents by themselves. */
export function compare(a: Document, b: Document, options: DedupeOptions = {}): ScoredPair {
  const settings = settingsOf(options);
  return scoredPair(prepare(a, settings), prepare(b, settings), settings);
}

/**
 * Judges the pairs asked for, each by itself, in their order.
 *
 * @throws {UsageError} where a pair names a document that is not there.
 */
export function comparePairs(documents: readonly Document[], pairs: readonly { readonly a: string; readonly b: string }[], options: DedupeOptions = {}): ScoredPair[] {
  checkIds(documents);
  const settings = settingsOf(options);
  const wanted = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const prepared = new Map(documents.filter(({ id }) => wanted.has(id)).map((document) => [document.id, prepare(document, settings)]));
  return pairs.map(({ a, b }) => {
    const [first, second] = [prepared.get(a), prepared.get(b)];
    if (first === undefined || second === undefined) throw unknownId(first === undefined ? a : b, documents.length);
    return scoredPair(first, second, settings);
  });
}

/** Says why two documents are, or are not, the same report. */
export function explain(a: Document, b: Document, options: DedupeOptions = {}): Explanation {
  const settings = settingsOf(options);
  const pair = comparePair(prepare(a, settings), prepare(b, settings), settings);
  const { judgement, hint } = hinted({ ...pair, judgement: judge(pair.comparison, settings.model, settings.threshold, settings.level) }, hintOn(a, b, settings), settings.threshold);
  const told = hint === undefined ? {} : { hint };
  const [first, second] = pair.a.document.id === a.id ? [a, b] : [b, a];
  const judged = { a: takeApart(first, settings), b: takeApart(second, settings), comparison: pair.comparison, judgement, ...told };
  const reasons = explainJudgement(judged, settings.model, settings.background, settings.threshold);
  const constraint = constraintOn(a.id, b.id, closeLinks(settings.mustLink, settings.cannotLink));
  const bound = constraint === undefined ? {} : { constraint };
  return { a: documentReport(pair.a), b: documentReport(pair.b), ...reasons, ...bound };
}

/** Half for the report, half for the story: a translation is near 1, another report of the event near a half. */
function scoredPair(x: Prepared, y: Prepared, settings: PipelineOptions): ScoredPair {
  const pair = judgePair(x, y, settings);
  const { probability, story } = pair.judgement;
  return { ...pairReport(pair, evidenceOn(pair, settings)), score: (probability + story) / 2 };
}

/** Throws `UsageError` for a threshold out of range. */
function settingsOf({ incoming, ...options }: DedupeOptions): PipelineOptions {
  const { threshold } = options;
  if (threshold === undefined || (threshold > 0 && threshold < 1)) {
    return pipelineOptions({ ...options, ...(incoming === undefined ? {} : { incoming: new Set(incoming) }) });
  }
  throw new UsageError({
    code: 'bad-threshold',
    happened: `The threshold is ${threshold}.`,
    expected: 'A probability between 0 and 1, both excluded.',
    advice: 'Leave it out for 0.6 (0.5 for stories), or give for example 0.99 to join only what is nearly certain.',
  });
}

function checkIds(documents: readonly Document[]): void {
  const seen = new Set<string>();
  for (const { id } of documents) {
    if (seen.has(id)) {
      throw new UsageError({
        code: 'repeated-id',
        happened: `Two documents have the id "${id}".`,
        expected: 'An id of its own for each document.',
        advice: 'Give each document another id; reading through the command does that by itself.',
      });
    }
    seen.add(id);
  }
}

function unknownId(id: string, count: number): UsageError {
  return new UsageError({
    code: 'unknown-document',
    happened: `No document has the id "${id}".`,
    expected: `An id of one of the ${count} documents read.`,
    advice: 'Look at documents[].id of `dedupe --json` for the ids.',
  });
}
