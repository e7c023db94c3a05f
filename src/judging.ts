import type { CandidatePair } from './block/pair-list.ts';
import type { ReadyPrints } from './fingerprint/shelf.ts';
import type { PlacedJudgement } from './judge/judgements.ts';
import { compare } from './compare/compare.ts';
import type { SentenceModel } from './compare/sentence-model.ts';
import { mentionMap, type Mentions } from './fingerprint/mentions.ts';
import { withSums, type PrintCore } from './fingerprint/print.ts';
import { evidenceOf } from './judge/evidence.ts';
import { judgePrints, type JudgeOptions } from './pair.ts';
import type { Evidence, HintKind } from './types.ts';

/**
 * Under this probability of one story a pair is neither told nor can it keep another pair apart: it is not worth the memory.
 */
export const WORTH_KEEPING = 0.04;

/** compare → judge, of candidate pairs; those that come to nothing are left out. */
export function judgeCandidates(pairs: Iterable<CandidatePair>, prints: ReadyPrints, options: JudgeOptions): PlacedJudgement[] {
  const judged: PlacedJudgement[] = [];
  for (const { a, b } of pairs) {
    const judgement = judgePrints(prints.at(a), prints.at(b), options);
    if (judgement.story >= WORTH_KEEPING) judged.push({ a, b, judgement });
  }
  return judged;
}

/** What evidence is made of: a document's fingerprint and what it names. */
export interface Shown {
  readonly print: PrintCore;
  readonly mentions: Mentions;
}

/** compare, again, for what two documents share; `a` is told first. */
export function evidenceOn({ a, b, hint }: { readonly a: Shown; readonly b: Shown; readonly hint?: HintKind }, { sentences }: { readonly sentences: SentenceModel }): Evidence {
  const [x, y] = [withSums(a.print), withSums(b.print)];
  return evidenceOf(mentionMap(x, a.mentions), mentionMap(y, b.mentions), compare(x, y, sentences), hint);
}
