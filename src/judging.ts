import type { CandidatePair } from './block/candidates.ts';
import type { ReadyPrints } from './fingerprint/shelf.ts';
import type { PlacedJudgement } from './judge/judgements.ts';
import { judgePrints, type JudgeOptions } from './pair.ts';

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
