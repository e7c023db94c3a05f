import { hintBetween } from './block/hints.ts';
import { compare } from './compare/compare.ts';
import type { DetailedComparison } from './compare/comparison.ts';
import type { Mentions } from './fingerprint/mentions.ts';
import type { PrintCore } from './fingerprint/print.ts';
import { packed, type PackedPrint } from './fingerprint/packed-print.ts';
import { listOfItems, type PrintList } from './fingerprint/shelf.ts';
import type { Constraint } from './group/closure.ts';
import { withHint } from './judge/hint.ts';
import { judge, type Judgement } from './judge/judge.ts';
import type { PipelineOptions } from './options.ts';
import type { Article, Cluster, Diagnostic, DocumentHead, HintKind } from './types.ts';

/** A document read, cleaned, taken apart and fingerprinted; its sentences are found again where they are shown. */
export interface Prepared extends Pick<Article, 'language' | 'removed'> {
  readonly document: DocumentHead;
  /** UTF-16 units of its text. */
  readonly characters: number;
  /** Letters and digits of its sentences. */
  readonly letters: number;
  readonly print: PrintCore;
  readonly mentions: Mentions;
  /** A name for what the text says (`contentHash`). */
  readonly contentHash: string;
}

/** A pair with what was found of it; the evidence is found again where it is shown. */
export interface JudgedPair {
  readonly a: Prepared;
  readonly b: Prepared;
  readonly judgement: Judgement;
  readonly constraint?: Constraint;
  /** What the sources say of the pair, where that counts. */
  readonly hint?: HintKind;
  /** The id of a document that fits one of the two as well or better, which is why they were not joined. */
  readonly rival?: string;
}

/** What was found of a list of documents. */
export interface Found {
  readonly prepared: readonly Prepared[];
  /** The judged pairs worth telling: those of a cluster, and near misses. */
  readonly told: readonly JudgedPair[];
  readonly clusters: readonly Cluster[];
  readonly diagnostics: readonly Diagnostic[];
}

/** compare. The pair is put in code-unit order of the ids first, so that it does not matter which comes first. */
export function comparePair(x: Prepared, y: Prepared, { sentences }: Pick<PipelineOptions, 'sentences'>): { readonly a: Prepared; readonly b: Prepared; readonly comparison: DetailedComparison } {
  const [a, b] = inOrder(x, y);
  return { a, b, comparison: compare(packed(a.print), packed(b.print), sentences) };
}

function inOrder(x: Prepared, y: Prepared): readonly [Prepared, Prepared] {
  return x.document.id <= y.document.id ? [x, y] : [y, x];
}

/** What a pair is judged by. */
export type JudgeOptions = Pick<PipelineOptions, 'sentences' | 'model' | 'threshold' | 'level'>;

/** compare → judge, of two fingerprints; symmetric. */
export function judgePrints(x: PackedPrint, y: PackedPrint, options: JudgeOptions): Judgement {
  return judgeComparison(compare(x, y, options.sentences), options);
}

/** judge, of two documents that were compared. */
export function judgeComparison(comparison: DetailedComparison, { model, threshold, level }: JudgeOptions): Judgement {
  return judge(comparison, model, threshold, level);
}

/** compare → judge, of two documents by themselves. */
export function judgePair(x: Prepared, y: Prepared, options: PipelineOptions): JudgedPair {
  const [a, b] = inOrder(x, y);
  return hinted({ a, b, judgement: judgePrints(packed(a.print), packed(b.print), options) }, hintOn(a.document, b.document, options), options.threshold);
}

/** What the sources say of two documents, where that counts. */
export function hintOn(a: DocumentHead, b: DocumentHead, { hints }: Pick<PipelineOptions, 'hints'>): HintKind | undefined {
  return hints ? hintBetween(a, b) : undefined;
}

/** A pair as its texts were judged, with what the sources say added. */
export function hinted(pair: JudgedPair, hint: HintKind | undefined, threshold: number): JudgedPair {
  if (hint === undefined) return pair;
  return { ...pair, hint, judgement: withHint(pair.judgement, hint, threshold, pair.a.language.code === pair.b.language.code) };
}

/** The fingerprints of some documents as a list. */
export function printList(prepared: readonly Prepared[]): PrintList {
  return listOfItems(prepared, ({ print }) => print);
}
