/**
 * What it adds to the log-odds of one report that the sources themselves say so: a declared translation, a page's version in
 * another language, one canonical address. Odds of 160,000 to one, so that it decides wherever the texts do not plainly
 * contradict it. They do where two different texts came from one address, as those of a front page or a live blog do.
 */
export const HINT_LOG_ODDS = 12;
