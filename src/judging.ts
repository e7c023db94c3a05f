import type { CandidatePair } from './block/pair-list.ts';
import type { PlacedJudgement } from './judge/judgements.ts';
import { compare } from './compare/compare.ts';
import type { SentenceModel } from './compare/sentence-model.ts';
import { mentionMap, type MentionMap, type Mentions } from './fingerprint/mentions.ts';
import type { PrintCore } from './fingerprint/print.ts';
import { packed, type PackedPrint } from './fingerprint/packed-print.ts';
import type { PrintList } from './fingerprint/shelf.ts';
import { evidenceOf } from './judge/evidence.ts';
import { judgePrints, type JudgeOptions } from './pair.ts';
import type { Evidence, HintKind } from './types.ts';

/**
 * Under this probability of one story a pair is neither told nor can it keep another pair apart: it is not worth the memory.
 */
export const WORTH_KEEPING = 0.04;

/** compare → judge, of candidate pairs; those that come to nothing are left out. */
export function judgeCandidates(pairs: Iterable<CandidatePair>, prints: PrintList, options: JudgeOptions): PlacedJudgement[] {
  const judged: PlacedJudgement[] = [];
  for (const { a, b } of pairs) {
    const judgement = judgePrints(prints.packedAt(a), prints.packedAt(b), options);
    if (judgement.story >= WORTH_KEEPING) judged.push({ a, b, judgement });
  }
  return judged;
}

/** What evidence is made of: a document's fingerprint and what it names. */
export interface Shown {
  readonly print: PrintCore;
  readonly mentions: Mentions;
}

/** The same made ready for the evidence on one pair after the other. */
export interface ReadyShown {
  readonly print: PackedPrint;
  readonly mentions: MentionMap;
}

function readied({ print, mentions }: Shown): ReadyShown {
  return { print: packed(print), mentions: mentionMap(print, mentions) };
}

/** Two documents, `a` told first, and what the sources say of them. */
interface ShownPair<S> {
  readonly a: S;
  readonly b: S;
  readonly hint?: HintKind;
}

/** compare, again, for what two documents share. */
export function evidenceOnReady({ a, b, hint }: ShownPair<ReadyShown>, { sentences }: { readonly sentences: SentenceModel }): Evidence {
  return evidenceOf(a.mentions, b.mentions, compare(a.print, b.print, sentences), hint);
}

/** The same of documents by themselves. */
export function evidenceOn(pair: ShownPair<Shown>, options: { readonly sentences: SentenceModel }): Evidence {
  return evidenceOnReady({ ...pair, a: readied(pair.a), b: readied(pair.b) }, options);
}
