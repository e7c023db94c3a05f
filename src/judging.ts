import type { CandidatePair } from './block/pair-list.ts';
import type { PlacedJudgement } from './judge/judgements.ts';
import { compare } from './compare/compare.ts';
import type { SentenceModel } from './compare/sentence-model.ts';
import { mentionMap, type MentionMap, type Mentions } from './fingerprint/mentions.ts';
import type { PrintCore } from './fingerprint/print.ts';
import { packed } from './fingerprint/packed-print.ts';
import type { PrintList } from './fingerprint/shelf.ts';
import { evidenceOf } from './judge/evidence.ts';
import type { Judgement } from './judge/judge.ts';
import { judgeComparison, type JudgeOptions } from './pair.ts';
import type { Evidence, HintKind, Level } from './types.ts';

/**
 * Under this probability of one story a pair is neither told nor can it keep another pair apart: it is not worth the memory.
 */
export const WORTH_KEEPING = 0.04;

/** From this probability on a pair that was not joined is told as a near miss: a person may want to look. */
const NEAR_MISS = 0.1;

/** At level report a pair that is likelier one story than not is told too. */
const LIKELY_STORY = 0.5;

/** Whether a pair is told though it is not joined. */
export function isNearMiss({ probability, story }: Judgement, level: Level): boolean {
  return probability >= NEAR_MISS || story >= (level === 'story' ? NEAR_MISS : LIKELY_STORY);
}

/** A pair as it was judged, with what is told of it where it is likely to be told. */
export interface JudgedCandidate extends PlacedJudgement {
  readonly evidence?: Evidence;
}

/**
 * compare → judge, of candidate pairs; those that come to nothing are left out. `mentionsAt` tells what a document names, by its place: with it the evidence is gathered along
 * the way.
 */
export function judgeCandidates(pairs: Iterable<CandidatePair>, prints: PrintList, options: JudgeOptions, mentionsAt?: (place: number) => MentionMap): JudgedCandidate[] {
  const judged: JudgedCandidate[] = [];
  for (const { a, b } of pairs) {
    const comparison = compare(prints.packedAt(a), prints.packedAt(b), options.sentences);
    const judgement = judgeComparison(comparison, options);
    if (judgement.story < WORTH_KEEPING) continue;
    const isShown = mentionsAt !== undefined && isNearMiss(judgement, options.level);
    judged.push({ a, b, judgement, ...(isShown ? { evidence: evidenceOf(mentionsAt(a), mentionsAt(b), comparison) } : {}) });
  }
  return judged;
}

/** What evidence is made of: a document's fingerprint and what it names. */
export interface Shown {
  readonly print: PrintCore;
  readonly mentions: Mentions;
}

/** compare, again, for what two documents share; `a` is told first, and `hint` is what the sources say of them. */
export function evidenceOn({ a, b, hint }: { readonly a: Shown; readonly b: Shown; readonly hint?: HintKind }, { sentences }: { readonly sentences: SentenceModel }): Evidence {
  return evidenceOf(mentionMap(a.print, a.mentions), mentionMap(b.print, b.mentions), compare(packed(a.print), packed(b.print), sentences), hint);
}
