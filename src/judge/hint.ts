import { logistic, type Judgement } from './judge.ts';

/**
 * What it adds to the log-odds of one report that the sources themselves say so: a declared translation, a page's version in
 * another language, one canonical address. Odds of 160,000 to one, so that it decides wherever the texts do not plainly
 * contradict it. They do where two different texts came from one address, as those of a front page or a live blog do.
 */
export const HINT_LOG_ODDS = 12;

/** A judgement of the texts with what the sources say added; `threshold` is that from which on a relation is given. */
export function withHint(judgement: Judgement, threshold: number, sameLanguage: boolean): Judgement {
  const logOdds = judgement.logOdds + HINT_LOG_ODDS;
  const probability = logistic(logOdds);
  const story = Math.max(judgement.story, probability);
  const isTold = judgement.probability >= threshold || probability < threshold;
  return { relation: isTold ? judgement.relation : sameLanguage ? 'copy' : 'translation', probability, logOdds, story };
}
