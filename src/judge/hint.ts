import type { HintKind } from '../types.ts';
import { logistic, type Judgement } from './judge.ts';

/**
 * What it adds to the log-odds of one report that the sources themselves say so. A declared translation, or a version of a page
 * in another language, holds though the texts share nothing that we can see: that takes them from some -15. One address is
 * weaker: it decides where the texts do not plainly contradict it, as those of a front page or a live blog do at two times.
 */
export const HINT_LOG_ODDS: Readonly<Record<HintKind, number>> = { translation: 20, alternate: 20, canonical: 12 };

/** A judgement of the texts with what the sources say added; `threshold` is that from which on a relation is given. */
export function withHint(judgement: Judgement, hint: HintKind, threshold: number, sameLanguage: boolean): Judgement {
  const logOdds = judgement.logOdds + HINT_LOG_ODDS[hint];
  const probability = logistic(logOdds);
  const story = Math.max(judgement.story, probability);
  const isTold = judgement.probability >= threshold || probability < threshold;
  return { relation: isTold ? judgement.relation : sameLanguage ? 'copy' : 'translation', probability, logOdds, story };
}
