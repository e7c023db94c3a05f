import type { Explanation } from '../types.ts';
import { INDENT, type Layout } from './layout.ts';
import { printable } from './printable.ts';
import { cutTo, padTo } from './width.ts';

/** Half of the column of bars: those that speak against go left from the middle, those that speak for go right. */
const BAR_COLUMNS = 12;
const NAME_COLUMNS = 22;
/** What is less would be printed as 0.00. */
const LEAST_LOG_ODDS = 0.005;

/** Each kind of evidence with its value, what it adds to the log-odds, and that as a bar. */
export function evidenceBars(contributions: Explanation['contributions'], { chalk }: Layout): readonly string[] {
  const telling = contributions.filter(({ logOdds }) => Math.abs(logOdds) >= LEAST_LOG_ODDS);
  if (telling.length === 0) return [];
  const strongest = Math.max(...telling.map(({ logOdds }) => Math.abs(logOdds)));
  const head = `${INDENT}${' '.repeat(NAME_COLUMNS)} ${'value'.padStart(8)} ${'log-odds'.padStart(9)}   ${'against'.padStart(BAR_COLUMNS)} | for`;
  const lines = telling.map(({ name, value, logOdds }) => {
    const length = Math.round((Math.abs(logOdds) / strongest) * BAR_COLUMNS);
    const bar = (logOdds < 0 ? '-' : '+').repeat(length);
    const [left, right] = logOdds < 0 ? [chalk.red(bar.padStart(BAR_COLUMNS)), ''] : [' '.repeat(BAR_COLUMNS), chalk.green(bar)];
    const shown = padTo(cutTo(printable(inWords(name)), NAME_COLUMNS), NAME_COLUMNS);
    return `${INDENT}${shown} ${value.toFixed(3).padStart(8)} ${signed(logOdds).padStart(9)}   ${left} | ${right}`;
  });
  return [chalk.dim(head), ...lines];
}

/** `nameContainment` as `name containment`. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function signed(value: number): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(2)}`;
}
